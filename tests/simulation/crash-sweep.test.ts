import { describe, expect, it } from 'vitest';
import { memoryErasureLedger, memorySignalCensus } from '#shared/adapters/memory/memory-books.ts';
import { memoryStatisticsReader } from '#shared/adapters/memory/memory-statistics-reader.ts';
import type { Row } from '#shared/adapters/memory/memory-table.ts';
import type { Command } from '#shared/domain/acts.ts';
import { erasureOf } from '#shared/domain/erasure.ts';
import { DESK, memberId, partnerId, type SignalId } from '#shared/domain/ids.ts';
import type { Settled } from '#shared/domain/settle.ts';
import type { Contact, Signal } from '#shared/domain/signal.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import {
  aFactId,
  anAssignedSignal,
  aReport,
  aReporter,
  aSignal,
  aSignalId,
  auditAndFactOf,
  DAY,
  HOUR,
  NOW,
  rules,
} from '#shared/testing/builders.ts';
import { actOnSignal } from '#shared/usecases/act-on-signal.ts';
import { advance } from '#shared/usecases/advance.ts';
import { followMail } from '#shared/usecases/follow-mail.ts';
import { recordMailEvent } from '#shared/usecases/record-mail-event.ts';
import { sendDigest } from '#shared/usecases/send-digest.ts';
import { submitSignal } from '#shared/usecases/submit-signal.ts';
import { sweep } from '#shared/usecases/sweep.ts';
import { jobs } from '../../functions/clock/jobs.ts';
import { aTown, type Town } from '../support/memory-town.ts';

/**
 * Every use case, stopped after its first call on a port, its second, and so on until it gets to its end; each time the sweep alone, minute by
 * minute, has to put things right. What is then in the tables is what would have been there without the crash.
 */

/** A process that is gone after so many calls: what it did is done, and it hears no answer any more. */
function processThatDiesAfter(calls: number) {
  let count = 0;
  let die = (): void => {};
  const dead = new Promise<'died'>((resolve) => {
    die = () => resolve('died');
  });
  const guard = <Port extends object>(port: Port): Port => {
    const guarded: Record<string, unknown> = {};
    for (const [name, method] of Object.entries(port)) {
      guarded[name] =
        typeof method !== 'function'
          ? method
          : async (...given: unknown[]) => {
              if (count >= calls) {
                die();
                return new Promise(() => {});
              }
              count += 1;
              const answer = await method.apply(port, given);
              if (count < calls) return answer;
              die();
              return new Promise(() => {});
            };
    }
    return guarded as Port;
  };
  return { guard, dead };
}
type Guard = ReturnType<typeof processThatDiesAfter>['guard'];

type Scenario = {
  readonly name: string;
  /** What is there before. Gives the moment at which the use case runs, in seconds from NOW. */
  readonly before: (town: Town) => Promise<number>;
  readonly run: (town: Town, guard: Guard) => Promise<unknown>;
  /** When its caller tries again, as people, Lambda and the daily schedule do; otherwise the sweep is alone. */
  readonly again?: 'at once' | 'later';
};

const ID = aSignalId(7);
const OTHER = aSignalId(8);

const guardedAdvance = (town: Town, guard: Guard) => ({
  ...town.advancing,
  signals: guard(town.elsewhere),
  directory: guard(town.directory),
  mailer: guard({ send: town.mailer.send }),
  wakeUp: guard({ wakeAt: town.wakeUp.wakeAt }),
});

const advancing = (name: string, signal: () => Settled, at = 0): Scenario => ({
  name: `advance: ${name}`,
  before: async (town) => {
    await town.keep(signal());
    return at;
  },
  run: (town, guard) => advance(guardedAdvance(town, guard), ID),
});

const delivered = (...keys: string[]): Signal['mails'] =>
  Object.fromEntries(keys.map((key) => [key, { state: 'delivered', at: NOW }]));
const notified = delivered('notify-1-owner-first', 'remind-triage-1-owner-first');
const following = (more: Partial<Signal> = {}): Settled => {
  const { deadlines } = anAssignedSignal({ id: ID });
  return anAssignedSignal({
    id: ID,
    status: 'following-up',
    mails: notified,
    triage: { at: NOW, tested: ['walked-past'], decision: 'follow-up' },
    step: { name: 'visit', number: 1, startedAt: NOW, remindAt: plusElapsed(NOW, DAY), before: deadlines.visitBefore },
    ...more,
  });
};
const contact: Contact = {
  at: NOW,
  way: 'visit',
  informed: 'handed',
  consent: 'keep',
  wishes: ['talk'],
  referrals: [],
  alarm: true,
};
const closed = (more: Partial<Signal> = {}): Settled => {
  const { step: _over, ...rest } = following();
  const { nextAt: _anew, ...signal } = rest;
  return aSignal({
    ...signal,
    revision: 1,
    status: 'closed',
    closing: { at: NOW, outcome: 'not-reached' },
    expiresAt: plusElapsed(NOW, rules.retention.notReached),
    ...more,
  });
};

const acting = (command: Command, by: string, signal: () => Settled, at = HOUR): Scenario => ({
  name: `act: ${command.act}${'consent' in command ? ` (${command.consent})` : ''}`,
  before: async (town) => {
    await town.keep(signal());
    return at;
  },
  run: async (town, guard) =>
    actOnSignal(
      { ...town.acting, signals: guard(town.elsewhere), directory: guard(town.directory) },
      await town.member(by),
      { id: ID, seenVersion: 1, command },
    ),
  again: 'at once',
});
const { at: _now, consent: _asked, ...told } = contact;

const fresh = (): Settled => anAssignedSignal({ id: ID, mails: notified });
const heldAtDesk = (): Settled =>
  anAssignedSignal({
    id: ID,
    mails: notified,
    held: { since: NOW, suspicions: ['too-fast'] },
    assignment: { number: 1, ownerId: DESK, since: NOW, formerOwners: [] },
  });
const invited = (): Settled =>
  anAssignedSignal({
    id: ID,
    mails: notified,
    assignment: {
      number: 1,
      ownerId: partnerId('centrum'),
      since: NOW,
      formerOwners: [],
      backup: { partnerId: partnerId('noord'), invitedAt: NOW },
    },
  });
const asked = { id: OTHER, at: NOW, before: plusElapsed(NOW, 28 * DAY) } as const;
const followUp = { act: 'triage', tested: ['walked-past'], decision: 'follow-up' } as const;
const later = plusElapsed(NOW, DAY);
const BRAM = { memberId: memberId('bram'), name: 'Bram Visser' } as const;

/** Who adds an act and does not stop it after each of its calls breaks the compiler. */
const ACTS: Readonly<Record<Command['act'], readonly Scenario[]>> = {
  triage: [
    acting(followUp, 'anna', fresh),
    acting({ ...followUp, plan: { at: later, by: { volunteer: 'Wim' } } }, 'anna', fresh),
    acting({ ...followUp, plan: { at: later, by: BRAM } }, 'anna', fresh),
    acting({ act: 'triage', tested: ['walked-past'], decision: 'seen-well' }, 'anna', fresh),
  ],
  'hand-over': [acting({ act: 'hand-over', to: partnerId('noord'), reason: 'no-capacity' }, 'anna', fresh)],
  'take-over': [acting({ act: 'take-over' }, 'noor', invited)],
  decline: [acting({ act: 'decline' }, 'noor', invited)],
  attempt: [acting({ act: 'attempt', attempt: { at: NOW, way: 'visit', result: 'nobody-home' } }, 'anna', following)],
  plan: [
    acting({ act: 'plan', plan: { at: later, by: { volunteer: 'Wim' } } }, 'anna', following),
    acting({ act: 'plan', plan: { at: later, by: BRAM } }, 'anna', following),
  ],
  'cannot-go': [acting({ act: 'cannot-go' }, 'bram', () => following({ plan: { at: later, by: BRAM } }))],
  contact: [
    acting({ act: 'contact', consent: 'keep', contact: { ...told, at: NOW } }, 'anna', following),
    acting({ act: 'contact', consent: 'undecided', contact: { ...told, alarm: false, at: NOW } }, 'anna', following),
    acting({ act: 'contact', consent: 'not-given', contact: { ...told, alarm: false, at: NOW } }, 'anna', following),
    acting({ act: 'contact', consent: 'erase-now' }, 'anna', following),
  ],
  consent: (['keep', 'not-given'] as const).map((consent) =>
    acting({ act: 'consent', consent }, 'anna', () =>
      following({ status: 'in-contact', contact: { ...contact, consent: 'undecided', alarm: false } }),
    ),
  ),
  inform: [acting({ act: 'inform', how: 'posted' }, 'anna', following)],
  'follow-up': [
    acting({ act: 'follow-up', helpStarted: 'yes' }, 'anna', () =>
      following({ status: 'in-contact', contact: { ...contact, alarm: false } }),
    ),
  ],
  close: [acting({ act: 'close', outcome: 'referred' }, 'anna', following)],
  reopen: [acting({ act: 'reopen' }, 'anna', () => closed())],
  answer: [
    acting({ act: 'answer', request: OTHER, how: 'done' }, 'carla', () =>
      following({ requests: [{ ...asked, wish: 'copy' }] }),
    ),
    acting({ act: 'answer', request: OTHER, how: 'done' }, 'carla', () =>
      following({ requests: [{ ...asked, wish: 'object' }] }),
    ),
  ],
  erase: [
    acting({ act: 'erase', asked: 'by-phone' }, 'anna', following),
    {
      name: 'act: erase, asked of another partner too',
      before: async (town) => {
        const addressHash = 'a'.repeat(64);
        await town.keep(following({ addressHash }));
        const assignment = { number: 1, ownerId: partnerId('noord'), since: NOW, formerOwners: [] };
        await town.keep(
          anAssignedSignal({ id: OTHER, factId: aFactId(OTHER), addressHash, mails: notified, assignment }),
        );
        return HOUR;
      },
      run: async (town, guard) =>
        actOnSignal(
          {
            ...town.acting,
            signals: guard(town.elsewhere),
            directory: guard(town.directory),
            newRequestId: () => aSignalId(9),
          },
          await town.member('anna'),
          { id: ID, seenVersion: 1, command: { act: 'erase', asked: 'at-door', elsewhere: true } },
        ),
      again: 'at once',
    },
  ],
  dismiss: [acting({ act: 'dismiss', reason: 'spam' }, 'daan', heldAtDesk)],
  release: [acting({ act: 'release' }, 'daan', heldAtDesk)],
  alarm: [acting({ act: 'alarm' }, 'anna', following)],
  'all-clear': [
    acting({ act: 'all-clear', how: 'visited' }, 'carla', () => following({ danger: { number: 1, at: NOW } })),
  ],
};

const SCENARIOS: readonly Scenario[] = [
  ...Object.values(ACTS).flat(),
  advancing('a signal that came in', () => aSignal({ id: ID, reporter: aReporter({ wantsUpdates: true }) })),
  advancing('a held one', () =>
    aSignal({
      id: ID,
      held: {
        since: NOW,
        suspicions: ['hidden-field'],
      },
    }),
  ),
  advancing('a reminder', () => anAssignedSignal({ id: ID, mails: delivered('notify-1-owner-first') }), 12 * HOUR),
  advancing('a deadline', () => anAssignedSignal({ id: ID, mails: notified }), DAY),
  advancing('a choice', () =>
    following({
      step: {
        name: 'choice',
        number: 1,
        startedAt: NOW,
        remindAt: plusElapsed(NOW, DAY),
        before: plusElapsed(NOW, 2 * DAY),
      },
    }),
  ),
  advancing('an alarm', () => following({ danger: { number: 1, at: NOW } })),
  advancing(
    'a warning near the end',
    () =>
      anAssignedSignal({
        id: ID,
        mails: {
          ...notified,
          ...delivered(
            'escalate-triage-1-backup-first',
            'escalate-triage-1-coordinator-first',
            'warn-inform-owner-first',
          ),
        },
      }),
    83 * DAY,
  ),
  advancing('the last message, and forgetting its reader', () =>
    closed({ reporter: aReporter({ wantsUpdates: true }) }),
  ),
  advancing('the end of a closed signal', () => closed(), 28 * DAY),
  advancing('the end of one that nobody closed', () => anAssignedSignal({ id: ID, mails: notified }), 90 * DAY),
  {
    name: 'advance: an erasure record whose day has come',
    before: async (town) => {
      const signal = await town.keep(aSignal({ id: ID }));
      await town.elsewhere.erase(signal, erasureOf(signal, rules, NOW), auditAndFactOf(signal));
      return 36 * DAY;
    },
    run: (town, guard) => advance(guardedAdvance(town, guard), ID),
  },
  {
    name: 'sweep: three signals at once',
    before: async (town) => {
      await town.keep(aSignal({ id: ID }));
      await town.keep(aSignal({ id: OTHER }));
      await town.keep(closed({ id: aSignalId(9), factId: aFactId(aSignalId(9)) }));
      return 60;
    },
    run: (town, guard) => {
      const deps = guardedAdvance(town, guard);
      return sweep({ ...deps, advance: (id) => advance(deps, id), onFault: () => undefined });
    },
  },
  {
    name: 'submit',
    before: async () => 0,
    run: (town, guard) =>
      submitSignal(
        {
          ...town.submitting,
          signals: guard(town.elsewhere),
          directory: guard(town.directory),
          counters: guard(town.submitting.counters),
          newFactId: () => aFactId(ID),
        },
        {
          idempotencyKey: '0b9e6a3c-1f2d-4c5b-8a7e-9d0c1b2a3f4e',
          report: aReport(),
          reporter: aReporter(),
          suspicions: [],
        },
      ),
    again: 'at once',
  },
  {
    name: 'news of a mail',
    before: async (town) => {
      await town.keep(anAssignedSignal({ id: ID, mails: { 'notify-1-owner-first': { state: 'sent', at: NOW } } }));
      return 30;
    },
    run: (town, guard) =>
      recordMailEvent(
        { signals: guard(town.elsewhere), rules },
        { signalId: ID, effect: 'notify-1-owner-first', news: { state: 'failed', at: plusElapsed(NOW, 30) } },
      ),
    again: 'at once',
  },
  {
    name: 'the daily mail',
    before: async (town) => {
      await town.keep(
        anAssignedSignal({
          id: ID,
          mails: { ...notified, ...delivered('escalate-triage-1-backup-first', 'escalate-triage-1-coordinator-first') },
        }),
      );
      return 2 * DAY;
    },
    run: (town, guard) =>
      sendDigest({
        ...town.advancing,
        write: town.signingIn.write,
        signals: guard(town.elsewhere),
        directory: guard(town.directory),
        access: guard(town.access),
        mailer: guard({ send: town.mailer.send }),
      }),
    again: 'later',
  },
  {
    name: 'a request of a resident, dropped and filed',
    before: async (town) => {
      await town.keep(following({ letterHash: 'b'.repeat(64) }));
      return HOUR;
    },
    run: async (town, guard) => {
      const request = { id: OTHER, letterHash: 'b'.repeat(64), at: plusElapsed(NOW, HOUR), wish: 'copy' } as const;
      await guard(town.report.requests).drop(request);
      await advance(guardedAdvance(town, guard), OTHER);
    },
    again: 'at once',
  },
  {
    name: 'the books of the night',
    before: async (town) => {
      await town.keep(fresh());
      return DAY;
    },
    run: (town, guard) =>
      jobs({
        ...town.console,
        ...town.advancing,
        write: town.signingIn.write,
        signals: guard(town.elsewhere),
        census: guard(memorySignalCensus(town.world)),
        statistics: guard(memoryStatisticsReader(town.world)),
        ledger: guard(memoryErasureLedger(town.world)),
        watch: guard(town.watch),
        advance: town.advance,
        onFault: expect.unreachable,
        onSwept: () => {},
        onBooks: () => {},
        onDifference: () => {},
      }).books(),
    again: 'later',
  },
  {
    name: 'news of a mail, and of its mailbox',
    before: async (town) => {
      const sent = { state: 'sent', at: NOW, mailbox: 'a mailbox' } as const;
      await town.keep(anAssignedSignal({ id: ID, mails: { 'notify-1-owner-first': sent } }));
      return 30;
    },
    run: (town, guard) =>
      followMail(
        { signals: guard(town.elsewhere), rules, watch: guard(town.watch) },
        {
          signalId: ID,
          effect: 'notify-1-owner-first',
          news: { state: 'failed', at: plusElapsed(NOW, 30) },
          failure: 'bounced',
        },
      ),
    again: 'at once',
  },
];

/** Long enough for a lease, a back-off and the minutes in between; shorter than what counts as a mail that got lost. */
const MINUTES_AFTER = 8;
const MOST_CALLS = 200;

type Played = { readonly ended: boolean; readonly town: Town };

async function play({ before, run, again }: Scenario, calls: number): Promise<Played> {
  const town = await aTown();
  town.clock.moveTo(plusElapsed(NOW, await before(town)));
  const { guard, dead } = processThatDiesAfter(calls);
  const ended = (await Promise.race([run(town, guard).then(() => 'ended'), dead])) === 'ended';
  const whole: Guard = (port) => port;
  const heard = new Set<number>();
  if (again === 'at once' && !ended) await run(town, whole);
  for (let minute = 0; minute < MINUTES_AFTER; minute += 1) {
    town.clock.advance(60);
    if (again === 'later' && !ended && minute === 1) await run(town, whole);
    await sweep({
      signals: town.elsewhere,
      now: town.clock.now,
      advance: (id: SignalId) => town.advance(id),
      onFault: (_id, fault) => {
        throw fault;
      },
    });
    for (const [index, { about }] of town.mailer.sent.entries()) {
      if (heard.has(index) || !about) continue;
      heard.add(index);
      const news = { state: 'delivered', at: town.clock.now() } as const;
      await recordMailEvent(
        { signals: town.elsewhere, rules },
        { signalId: about.signalId, effect: about.effect, news },
      );
    }
  }
  return { ended, town };
}

/** What counts: everything but when the system did something, how often it wrote, and its own tickets. */
function stateOf({ world }: Town) {
  const { signals, statistics, audit } = world.dump();
  const sorted = (rows: readonly Row[]): string[] => rows.map((row) => JSON.stringify(inOrder(row))).sort();
  return {
    signals: sorted(signals),
    statistics: sorted(statistics.filter(({ kind }) => kind !== 'counter')),
    audit: sorted(audit.map(({ sk: _when, ...row }) => row)),
  };
}
// The keys of an address and of a letter are made in passing, and made up for at the next moment.
const OF_SIGNAL = new Set([
  'revision',
  'wakeSetFor',
  'addressHash',
  'letterHash',
  'at',
  'since',
  'startedAt',
  'invitedAt',
]);
const OF_OTHERS = new Set([...OF_SIGNAL, 'nextAt', 'removeAt', 'ttl']);
function inOrder(row: Row): unknown {
  const incidental = row['kind'] === 'signal' ? OF_SIGNAL : OF_OTHERS;
  return JSON.parse(
    JSON.stringify(row, (name, value: unknown) => {
      if (incidental.has(name)) return undefined;
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
    }),
  );
}

const mailsOf = ({ mailer }: Town): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { about, to, subject } of mailer.sent) {
    const key = `${about?.signalId} ${about?.effect ?? subject} ${to}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

/** How many mails of one signal, of the worst off, went out once too often. */
function mostTwice(sent: ReadonlyMap<string, number>): number {
  const extra = new Map<string, number>();
  for (const [key, count] of sent) {
    const about = key.split(' ')[0] ?? '';
    extra.set(about, (extra.get(about) ?? 0) + count - 1);
  }
  return Math.max(0, ...extra.values());
}

describe.each(SCENARIOS)('$name', (scenario) => {
  it('comes to the same end wherever it is stopped, with at most one mail of a signal twice', async () => {
    const { ended, town } = await play(scenario, MOST_CALLS);
    expect(ended).toBe(true);
    const wanted = stateOf(town);
    const mails = mailsOf(town);
    expect([...mails.values()].every((count) => count === 1)).toBe(true);

    let stopped = 0;
    for (let calls = 0; calls < MOST_CALLS; calls += 1) {
      const played = await play(scenario, calls);
      if (played.ended) break;
      stopped += 1;
      expect(stateOf(played.town), `stopped after ${calls} calls`).toEqual(wanted);
      const sent = mailsOf(played.town);
      expect([...sent.keys()].sort(), `stopped after ${calls} calls`).toEqual([...mails.keys()].sort());
      expect(mostTwice(sent), `stopped after ${calls} calls`).toBeLessThanOrEqual(1);
    }
    expect(stopped).toBeGreaterThan(0);
  });
});
