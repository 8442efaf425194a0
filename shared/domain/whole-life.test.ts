import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMember, aReport, aReporter, aSignalId, DAY, HOUR, moment, NOW, rules } from '#shared/testing/builders.ts';
import { relationOf } from './access.ts';
import { type Command, decide } from './acts.ts';
import { dueEffects, type MailEffect } from './agenda.ts';
import { assigned, backupInvited, claimed, mailNews, mailRecorded, reporterForgotten } from './effects.ts';
import { DESK, factId, memberId, neighbourhoodId, partnerId } from './ids.ts';
import { receive } from './intake.ts';
import { type Act, possibleActs } from './life.ts';
import { type MailRecord, retryDelay } from './mail-record.ts';
import type { Rules } from './settings.ts';
import { type Settled, settle } from './settle.ts';
import { type Report, type Reporter, type Signal, wasTakenOver } from './signal.ts';
import { type EpochSeconds, epochSeconds, plusElapsed } from './time.ts';
import { DANGER_HANDLED, NO_FOLLOW_UP, OUTCOMES, TOLD } from './words.ts';

/**
 * Signals from receipt to end, as the system drives them: look at `nextAt`, do the first thing that is due, look again. No store and no
 * mail service; what mail does, and what people do, is said by the test.
 */

type MailFate = (effect: MailEffect, at: EpochSeconds) => 'delivered' | 'unheard' | 'failed' | 'skipped' | 'waiting';
type Deed = { readonly at: EpochSeconds; readonly do: (signal: Settled) => Settled | 'erased' };
type Life = {
  readonly log: readonly (readonly [seconds: number, name: string])[];
  readonly end: 'expire' | 'erased';
  readonly endedAt: EpochSeconds;
  readonly last: Settled;
  /** As people found it each time they acted, and as it was at its end. */
  readonly seen: readonly { readonly signal: Settled; readonly at: EpochSeconds }[];
};

const LEASE = 60;
const DELIVERY_TAKES = 5;
/** Far more than any life needs: whoever gets here is stuck. */
const MAX_TURNS = 6_000;

function live(start: Settled, fate: MailFate = () => 'delivered', deeds: Deed[] = [], under: Rules = rules): Life {
  const log: [number, string][] = [];
  const seen: { signal: Settled; at: EpochSeconds }[] = [];
  const news: { at: EpochSeconds; key: string }[] = [];
  const waitingDeeds = [...deeds];
  let signal = start;
  let now = start.receivedAt;
  const write = (next: Signal): void => {
    signal = settle(next, under);
  };

  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const deed = waitingDeeds[0];
    const told = news.toSorted((one, other) => one.at - other.at)[0];
    now = epochSeconds(Math.max(now, Math.min(signal.nextAt, deed?.at ?? Infinity, told?.at ?? Infinity)));

    if (told && told.at <= now) {
      news.splice(news.indexOf(told), 1);
      const heard = mailNews(signal, told.key, { state: 'delivered', at: now });
      if (heard) write(heard);
      continue;
    }
    if (deed && deed.at <= now) {
      waitingDeeds.shift();
      seen.push({ signal, at: now });
      const done = deed.do(signal);
      if (done === 'erased') return { log, end: 'erased', endedAt: now, last: signal, seen };
      signal = done;
      continue;
    }
    const [effect] = dueEffects(signal, under, now);
    if (!effect) throw new Error(`woken at ${now} for nothing`);
    log.push([now - start.receivedAt, effect.kind === 'mail' ? effect.key : effect.kind]);
    switch (effect.kind) {
      case 'route':
        write(assigned(signal, signal.held ? DESK : partnerId('centrum'), neighbourhoodId('oude-noorden'), under, now));
        break;
      case 'forget-reporter':
        write(reporterForgotten(signal));
        break;
      case 'expire':
        seen.push({ signal, at: now });
        return { log, end: 'expire', endedAt: now, last: signal, seen };
      case 'mail': {
        write(claimed(signal, effect, { token: `token-${turn}`, until: plusElapsed(now, LEASE) }));
        const outcome = fate(effect, now);
        write(mailRecorded(signal, effect, recordOf(outcome, signal.mails[effect.key], now)));
        if (outcome !== 'skipped' && effect.to.startsWith('backup'))
          write(backupInvited(signal, partnerId('noord'), now));
        if (outcome === 'delivered') news.push({ at: plusElapsed(now, DELIVERY_TAKES), key: effect.key });
      }
    }
  }
  throw new Error('this signal is stuck');
}

function recordOf(fate: ReturnType<MailFate>, known: MailRecord | undefined, at: EpochSeconds): MailRecord {
  if (fate === 'failed' || fate === 'skipped') return { state: fate, at };
  if (fate !== 'waiting') return { state: 'sent', at };
  const tries = (known?.tries ?? 0) + 1;
  return { state: 'waiting', at, tries, retryAt: plusElapsed(at, retryDelay(tries)) };
}

type Submission = { report?: Report; reporter?: Reporter; suspicions?: ['hidden-field']; at?: EpochSeconds };
const submitted = ({ report = aReport(), reporter, suspicions, at = NOW }: Submission, under: Rules = rules): Settled =>
  receive(
    {
      id: aSignalId(1),
      factId: factId('fact'),
      contentDigest: 'a'.repeat(64),
      report,
      ...(reporter && { reporter }),
      suspicions: suspicions ?? [],
    },
    under,
    at,
  );

const TUESDAY_EVENING = moment('2026-03-03T20:00:00+01:00') - NOW;

describe('a signal about which nobody does anything', () => {
  it('is told, reminded of, escalated, warned of and ended, each exactly once', () => {
    const { log, end } = live(submitted({}));
    expect(log).toEqual([
      [0, 'route'],
      [0, 'notify-1-owner-first'],
      [TUESDAY_EVENING, 'remind-triage-1-owner-first'],
      [24 * HOUR, 'escalate-triage-1-backup-first'],
      [24 * HOUR, 'escalate-triage-1-coordinator-first'],
      [21 * DAY, 'warn-inform-owner-first'],
      [83 * DAY, `warn-expiry-${NOW + 90 * DAY}-owner-first`],
      [90 * DAY, 'expire'],
    ]);
    expect(end).toBe('expire');
  });

  it('may be taken over by the backup from the moment it was asked', () => {
    const { last } = live(submitted({}));
    expect(last.assignment?.backup).toEqual({ partnerId: 'noord', invitedAt: NOW + 24 * HOUR });
  });

  it('tells its reporter no more than that it came in', () => {
    const names = live(submitted({ reporter: aReporter({ wantsUpdates: true }) })).log.map(([, name]) => name);
    expect(names.filter((name) => name.startsWith('update'))).toEqual(['update-received-reporter']);
  });

  it('that is held reminds the desk and escalates to the coordinator in working time', () => {
    const { log } = live(submitted({ suspicions: ['hidden-field'], at: moment('2026-03-06T16:00:00+01:00') }));
    expect(log.slice(0, 4)).toEqual([
      [0, 'route'],
      [0, 'notify-1-owner-first'],
      [66 * HOUR, 'remind-held-1-owner-first'],
      [68 * HOUR, 'escalate-held-1-coordinator-first'],
    ]);
  });

  it('escalates in working time where the municipality chose so', () => {
    const under: Rules = { ...rules, clock: 'working-hours' };
    const friday = moment('2026-03-06T16:00:00+01:00');
    const { log } = live(submitted({ at: friday }, under), undefined, [], under);
    expect(log.slice(2, 5)).toEqual([
      [moment('2026-03-10T12:00:00+01:00') - friday, 'remind-triage-1-owner-first'],
      [moment('2026-03-11T16:00:00+01:00') - friday, 'escalate-triage-1-backup-first'],
      [moment('2026-03-11T16:00:00+01:00') - friday, 'escalate-triage-1-coordinator-first'],
    ]);
  });
});

describe('mail that does not arrive', () => {
  const ofNotify = (fate: MailFate) => live(submitted({}), fate).log.filter(([, name]) => name.startsWith('notify'));

  it('goes to the second mailbox, the backup and the coordinator, at once when it fails', () => {
    expect(ofNotify(() => 'failed')).toEqual([
      [0, 'notify-1-owner-first'],
      [0, 'notify-1-owner-second'],
      [0, 'notify-1-backup-first'],
      [0, 'notify-1-coordinator-first'],
    ]);
  });

  it('goes there every 15 minutes when nothing is heard of it', () => {
    expect(ofNotify(() => 'unheard')).toEqual([
      [0, 'notify-1-owner-first'],
      [900, 'notify-1-owner-second'],
      [1_800, 'notify-1-backup-first'],
      [2_700, 'notify-1-coordinator-first'],
    ]);
  });

  it('leaves out whoever has no second mailbox', () => {
    const fate: MailFate = ({ to }) => (to.endsWith('second') ? 'skipped' : 'unheard');
    expect(ofNotify(fate)).toEqual([
      [0, 'notify-1-owner-first'],
      [900, 'notify-1-owner-second'],
      [900, 'notify-1-backup-first'],
      [1_800, 'notify-1-coordinator-first'],
    ]);
  });

  it('stops where it is heard', () => {
    const fate: MailFate = ({ to }) => (to === 'owner-second' ? 'delivered' : 'failed');
    expect(ofNotify(fate)).toHaveLength(2);
  });

  it('goes out within 4 minutes of the end of an outage of six hours, to everybody, and reaches the same people', () => {
    const outage = 6 * HOUR;
    const { log } = live(submitted({}), (_effect, at) => (at < NOW + outage ? 'waiting' : 'delivered'));
    const sent = log.filter(([seconds, name]) => name === 'notify-1-owner-first' && seconds >= outage);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.[0]).toBeLessThanOrEqual(outage + 240);
    expect(new Set(log.map(([, name]) => name))).toEqual(new Set(live(submitted({})).log.map(([, name]) => name)));
  });

  it('never keeps a signal from its end, though no mail ever goes out', () => {
    for (const fate of ['waiting', 'failed', 'skipped', 'unheard'] as const) {
      const short: Rules = { ...rules, retention: { ...rules.retention, hardCap: rules.durations.triage } };
      const { end, endedAt } = live(submitted({}, short), () => fate, [], short);
      expect([end, endedAt - NOW]).toEqual(['expire', 24 * HOUR]);
    }
  });
});

describe('a signal that the desk held', () => {
  const daan = aMember({ id: memberId('daan'), partnerId: DESK, role: 'desk' });

  it('reaches its partner once it is released: the mail to the desk was not theirs', () => {
    const release: Deed = {
      at: plusElapsed(NOW, HOUR),
      do: (signal) => act(signal, { act: 'release' }, daan, plusElapsed(NOW, HOUR)),
    };
    const { log } = live(submitted({ suspicions: ['hidden-field'] }), undefined, [release]);
    expect(log.slice(0, 5)).toEqual([
      [0, 'route'],
      [0, 'notify-1-owner-first'],
      [HOUR, 'route'],
      [HOUR, 'notify-2-owner-first'],
      [TUESDAY_EVENING, 'remind-triage-1-owner-first'],
    ]);
  });
});

function act(
  signal: Settled,
  command: Command,
  member: ReturnType<typeof aMember>,
  now: EpochSeconds,
): Settled | 'erased' {
  const decision = decide(signal, command, { member, rules, now, seenVersion: signal.version });
  if (decision.kind === 'changed') return settle(decision.signal, rules);
  if (decision.kind === 'erased') return 'erased';
  throw new Error(`${command.act} was offered and refused: ${decision.kind}`);
}

describe('a signal whose first life ended', () => {
  const anna = aMember();
  const at = (hours: number): EpochSeconds => plusElapsed(NOW, hours * HOUR);
  const by = (hours: number, command: Command): Deed => ({
    at: at(hours),
    do: (signal) => act(signal, command, anna, at(hours)),
  });
  const contact: Command = {
    act: 'contact',
    contact: { at: at(3), way: 'visit', informed: 'handed', wishes: [], referrals: [], alarm: false },
    consent: 'undecided',
  };

  it('reminds and escalates in its second as in its first', () => {
    const { log, end } = live(submitted({ reporter: aReporter({ wantsUpdates: true }) }), undefined, [
      by(1, { act: 'triage', tested: ['own-contacts'], decision: 'follow-up' }),
      by(3, contact),
      by(9 * 24, { act: 'close', outcome: 'no-help-wanted' }),
      by(12 * 24, { act: 'reopen' }),
      by(13 * 24 + 1, contact),
    ]);
    expect(end).toBe('expire');
    expect(log.map(([, name]) => name.replace(/\d{10}/, 'T'))).toEqual([
      'route',
      'notify-1-owner-first',
      'update-received-reporter',
      'update-picked-up-reporter',
      'remind-follow-up-1-owner-first',
      'warn-undecided-T-owner-first',
      'escalate-follow-up-1-backup-first',
      'escalate-follow-up-1-coordinator-first',
      'update-closed-reporter',
      'forget-reporter',
      'remind-visit-2-owner-first',
      'remind-follow-up-2-owner-first',
      'warn-undecided-T-owner-first',
      'escalate-follow-up-2-backup-first',
      'escalate-follow-up-2-coordinator-first',
      'expire',
    ]);
  });
});

/** People, and what each of them may be to the signal. */
const PEOPLE = [
  aMember(),
  aMember({ id: memberId('bram'), role: 'visitor' }),
  aMember({ id: memberId('noor'), partnerId: partnerId('noord') }),
  aMember({ id: memberId('carla'), partnerId: DESK, role: 'coordinator' }),
  aMember({ id: memberId('daan'), partnerId: DESK, role: 'desk' }),
];

type Choice = { readonly which: number; readonly detail: number; readonly wait: number };

function commandFor(act: Act, detail: number, now: EpochSeconds): Command {
  const pick = <const T>(list: readonly [T, ...T[]]): T => list[detail % list.length] ?? list[0];
  switch (act) {
    case 'release':
    case 'take-over':
    case 'decline':
    case 'cannot-go':
    case 'reopen':
    case 'alarm':
      return { act };
    case 'all-clear':
      return { act, how: pick(DANGER_HANDLED) };
    case 'dismiss':
      return { act, reason: 'spam' };
    case 'triage': {
      const decision = detail % 4 === 0 ? pick(NO_FOLLOW_UP) : 'follow-up';
      return {
        act,
        tested: ['own-contacts'],
        decision,
        ...(decision === 'duplicate' && { duplicateOf: aSignalId(2) }),
      };
    }
    case 'hand-over':
      return { act, to: pick([partnerId('centrum'), partnerId('noord'), DESK]), reason: 'other' };
    case 'plan':
      return {
        act,
        plan: { at: now, by: pick([{ memberId: memberId('bram'), name: 'Bram' }, { volunteer: 'Piet' }]) },
      };
    case 'attempt':
      return { act, attempt: { at: now, way: 'visit', result: 'nobody-home' } };
    case 'contact': {
      const consent = pick(['keep', 'undecided', 'not-given', 'erase-now', 'keep']);
      if (consent === 'erase-now') return { act, consent };
      const informed = pick(['handed', 'not-yet'] as const);
      const met = { at: now, way: 'visit', informed, wishes: [], referrals: [], alarm: detail % 3 === 0 } as const;
      return { act, contact: met, consent, ...(detail % 4 === 0 && { outcome: pick(OUTCOMES) }) };
    }
    case 'consent':
      return { act, consent: pick(['keep', 'not-given']) };
    case 'inform':
      return { act, how: pick(TOLD) };
    case 'follow-up':
      return { act, helpStarted: 'not-yet' };
    case 'answer':
      return { act, request: aSignalId(3), how: 'done' };
    case 'close':
      return { act, outcome: pick(OUTCOMES) };
    case 'erase':
      return { act, asked: 'by-phone' };
  }
}

/** Otherwise most lives would be a handing over to and fro, and hardly any would get as far as a contact. */
const OFTEN: ReadonlySet<Act> = new Set(['release', 'triage', 'attempt', 'contact', 'follow-up']);

/** What somebody does next, of all that anybody may; nothing when nobody may do anything. Erasing is rare, or no life would be long. */
function chosen({ which, detail }: Choice, now: EpochSeconds): Deed['do'] {
  return (signal) => {
    if (signal.expiresAt !== undefined && now >= signal.expiresAt) return signal;
    const offered = PEOPLE.flatMap((member) =>
      possibleActs(relationOf(member, signal), signal)
        .filter((name) => name !== 'erase' || detail % 50 === 0)
        .flatMap((name) => Array.from({ length: OFTEN.has(name) ? 4 : 1 }, () => ({ member, name }))),
    );
    const one = offered[which % offered.length];
    return one ? act(signal, commandFor(one.name, detail, now), one.member, now) : signal;
  };
}

describe('whatever people do and whatever mail does', () => {
  const choices = fc.array(
    fc.record({
      which: fc.nat({ max: 999 }),
      detail: fc.nat({ max: 999 }),
      wait: fc.oneof(fc.nat({ max: 3 * HOUR }), fc.nat({ max: 4 * DAY }), fc.nat({ max: 20 * DAY })),
    }),
    { maxLength: 30, size: 'max' },
  );
  const fates = fc.infiniteStream(
    fc.constantFrom('delivered', 'delivered', 'delivered', 'unheard', 'failed', 'skipped', 'waiting'),
  );
  const submissions: fc.Arbitrary<Submission> = fc.record(
    {
      report: fc.constantFrom(aReport(), aReport({ about: 'myself', reporterKind: 'resident', reasons: [] })),
      reporter: fc.constantFrom(aReporter({ wantsUpdates: true }), aReporter()),
      suspicions: fc.constant<['hidden-field']>(['hidden-field']),
      at: fc.integer({ min: NOW, max: NOW + 365 * DAY }).map(epochSeconds),
    },
    { requiredKeys: ['at'] },
  );

  const lives = fc.tuple(submissions, choices, fates).map(([submission, chosenOnes, stream]) => {
    const start = submitted(submission);
    let at = start.receivedAt;
    const deeds = chosenOnes.map((choice): Deed => {
      at = plusElapsed(at, choice.wait);
      return { at, do: chosen(choice, at) };
    });
    const waited = new Map<string, number>();
    const fate: MailFate = ({ key }) => {
      const one = stream.next().value;
      waited.set(key, (waited.get(key) ?? 0) + (one === 'waiting' ? 1 : 0));
      return one;
    };
    return { ...live(start, fate, deeds), waited };
  });

  it('a signal ends, in time, and takes what is known of the reporter along at its closing', () => {
    fc.assert(
      fc.property(lives, ({ end, endedAt, last }) => {
        if (end === 'erased') return;
        const days = last.contact?.consent === 'keep' ? 180 : 90;
        const promised = last.expiresAt ?? thoughtOver(last) ?? plusElapsed(last.lastActedAt, days * DAY);
        expect(endedAt).toBeGreaterThanOrEqual(promised);
        expect(endedAt).toBeLessThanOrEqual(promised + HOUR);
        // What ends in the moment of its closing goes whole.
        const endsAtOnce = last.closing && last.expiresAt !== undefined && last.expiresAt <= last.closing.at;
        expect(last.status === 'closed' && !endsAtOnce && (last.reporter ?? last.report.source)).toBeFalsy();
      }),
      { numRuns: 400 },
    );
  });

  /** Who is in danger is not forgotten for want of an answer. */
  const thoughtOver = ({ keptUntil, danger }: Settled): EpochSeconds | undefined =>
    danger && !danger.handled ? undefined : keptUntil;

  it('each thing is told to each at most once', () => {
    fc.assert(
      fc.property(lives, ({ log, waited }) => {
        const times = new Map<string, number>();
        for (const [, name] of log) times.set(name, (times.get(name) ?? 0) + 1);
        times.delete('route');
        const twice = [...times].filter(([name, count]) => count - (waited.get(name) ?? 0) > 1);
        expect(twice.filter(([name]) => name !== 'forget-reporter')).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('every owner is told, and every step that nobody did in time is escalated', () => {
    fc.assert(
      fc.property(lives, ({ log, seen }) => {
        const names = new Set(log.map(([, name]) => name));
        const startOf = new Map<string, EpochSeconds>();
        for (const { signal, at } of seen) {
          const { assignment, step } = signal;
          expect(signal.status === 'received' || assignment !== undefined).toBe(true);
          // Who took it over, acted in the very second of the assignment, or closed it then, knows already.
          const unknown = signal.status !== 'closed' && !wasTakenOver(signal);
          const untouched = assignment && unknown && signal.lastActedAt <= assignment.since;
          if (untouched && at > assignment.since) expect(names).toContain(`notify-${assignment.number}-owner-first`);
          if (!step) continue;
          const key = `${step.name}-${step.number}`;
          expect(startOf.get(key) ?? step.startedAt).toBe(step.startedAt);
          startOf.set(key, step.startedAt);
          const mail = step.name === 'choice' ? `choose-${step.number}` : `escalate-${key}`;
          if (at > step.startedAt && at > step.before) expect(names).toContain(`${mail}-coordinator-first`);
        }
      }),
      { numRuns: 400 },
    );
  });
});
