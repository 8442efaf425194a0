import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/domain/acts.ts';
import { DESK, partnerId } from '#shared/domain/ids.ts';
import type { Rules } from '#shared/domain/settings.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { aReport, aSignal, aSignalId, DAY, HOUR, NOW, rules, settings } from '#shared/testing/builders.ts';
import { actOnSignal } from '#shared/usecases/act-on-signal.ts';
import { recordMailEvent } from '#shared/usecases/record-mail-event.ts';
import { aTown, type Town } from '../support/memory-town.ts';
import { type Deed, type ExpectedLife, expecting, isPossible } from './expected-life.ts';

/**
 * The life of one signal against a small model of it that takes nothing from the code: who may do what, what comes of it, who has it, and what
 * the system does when time passes. fast-check looks for a series of deeds after which the two differ.
 */

const ID = aSignalId(7);
const MEMBERS = ['anna', 'bram', 'noor', 'carla', 'daan'] as const;
type Who = (typeof MEMBERS)[number];
const WORKS_FOR: Readonly<Record<Who, string>> = {
  anna: 'centrum',
  bram: 'centrum',
  noor: 'noord',
  carla: 'desk',
  daan: 'desk',
};
const BACKUP_OF: Readonly<Record<string, string | undefined>> = { centrum: 'noord', noord: 'centrum' };

type Model = {
  life: ExpectedLife | undefined;
  now: number;
  owner: string;
  former: Set<string>;
  /** Backups that were asked, and are not any more. */
  neededNoMore: Set<string>;
  invited: string | undefined;
  planned: Who | undefined;
  /** Steps, by their count, of which coordinator and backup were told. */
  told: Set<number>;
  escalations: number;
  /** What was done last, and by whom. */
  last?: string;
};

const MAY: Readonly<Record<string, readonly string[]>> = {
  owner: [
    'release',
    'dismiss',
    'triage',
    'hand-over',
    'plan',
    'attempt',
    'contact',
    'alarm',
    'all-clear',
    'inform',
    'follow-up',
    'close',
    'reopen',
    'erase',
  ],
  // An attempt only as the choice after three, of which the letter is one.
  coordinator: ['all-clear', 'hand-over', 'plan', 'attempt', 'close', 'reopen', 'erase'],
  backup: ['take-over', 'decline'],
  visitor: ['cannot-go', 'attempt', 'contact', 'alarm', 'erase'],
};

function relation(model: Model, who: Who): string {
  if (who === 'carla') return 'coordinator';
  if (who === 'bram')
    return model.planned === 'bram' && model.owner === 'centrum' && model.life?.status === 'following-up'
      ? 'visitor'
      : 'stranger';
  const partner = WORKS_FOR[who];
  if (partner === model.owner) return 'owner';
  if (partner === model.invited && model.life?.status !== 'closed') return 'backup';
  return model.former.has(partner) || model.neededNoMore.has(partner) ? 'former-owner' : 'stranger';
}

function answerTo(model: Model, who: Who, deed: Deed, stale: boolean): string {
  const { life } = model;
  if (!life) return 'not-found';
  const is = relation(model, who);
  if (is === 'stranger') return 'not-found';
  if (is === 'former-owner') return 'handed-over';
  if (!MAY[is]?.includes(deed.act)) return 'not-allowed';
  if (is === 'coordinator' && deed.act === 'attempt' && life.step?.name !== 'choice') return 'not-allowed';
  const wipes = deed.act === 'erase' || deed['consent'] === 'erase-now';
  // Danger is told whatever a colleague did since, but not twice by one person in a row.
  if (stale && deed.act === 'alarm' && model.last !== `alarm by ${who}`)
    return isPossible(life, deed) ? 'changed' : 'not-now';
  if (stale) return wipes ? 'erased' : 'late';
  if (!isPossible(life, deed)) return 'not-now';
  const chosen = ['plan', 'attempt', 'hand-over', 'close'].includes(deed.act);
  if (chosen && life.step?.name === 'choice' && is !== 'coordinator') return 'not-now';
  return wipes ? 'erased' : 'changed';
}

type Real = { readonly town: Town; readonly heard: Set<number> };

/** The sweep of this minute, and the news of what it mailed. */
async function settled(model: Model, { town, heard }: Real, under: Rules): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await town.advance(ID);
    for (const [index, { about }] of town.mailer.sent.entries()) {
      if (heard.has(index) || !about) continue;
      heard.add(index);
      const news = { state: 'delivered', at: town.clock.now() } as const;
      await recordMailEvent({ signals: town.elsewhere, rules: under }, { signalId: ID, effect: about.effect, news });
    }
  }
  const { life } = model;
  if (!life) return;
  if (life.status === 'received') {
    if (model.owner) model.former.add(model.owner);
    model.owner = life.held ? DESK : 'centrum';
    model.former.delete(model.owner);
    model.neededNoMore.clear();
    model.life = expecting(under).assigned(life, model.now);
  }
  const { step } = model.life ?? {};
  if (step && step.name !== 'choice' && model.now >= step.before && !model.told.has(step.count)) {
    model.told.add(step.count);
    model.escalations += 1;
    if (step.name !== 'held') model.invited ??= BACKUP_OF[model.owner];
  }
  if (model.life && model.now >= model.life.endsAt) model.life = undefined;
}

async function compare(model: Model, { town }: Real): Promise<void> {
  const signal = await town.elsewhere.find(ID);
  const { life } = model;
  if (!life) {
    expect(signal).toBeUndefined();
    return;
  }
  expect({
    status: signal?.status,
    step: signal?.step && [signal.step.name, signal.step.before],
    end: signal?.expiresAt,
    version: signal?.version,
    held: signal?.held !== undefined,
    owner: signal?.assignment?.ownerId,
    former: [...(signal?.assignment?.formerOwners ?? [])].sort(),
    backup: signal?.assignment?.backup?.partnerId,
  }).toEqual({
    status: life.status,
    step: life.step && [life.step.name, life.step.before],
    end: life.status === 'closed' ? life.endsAt : undefined,
    version: life.version,
    held: life.held,
    owner: model.owner,
    former: [...model.former].sort(),
    backup: model.invited,
  });
  const escalations = town.mailer.sent.filter(
    ({ about, to }) => about?.effect.startsWith('escalate') && to.startsWith('coordinator'),
  );
  expect(escalations).toHaveLength(model.escalations);
}

const contactFields = { way: 'visit', informed: 'handed', wishes: [], referrals: [], alarm: false } as const;
type Plain = { readonly command: (now: number) => Command; readonly deed: Deed };
const plain = (command: Command): Plain => ({ command: () => command, deed: { ...command } });
const at = (make: (now: number) => Command): Plain => ({ command: make, deed: { ...make(0) } });
const DEEDS: readonly Plain[] = [
  plain({ act: 'release' }),
  plain({ act: 'dismiss', reason: 'spam' }),
  plain({ act: 'triage', tested: ['walked-past'], decision: 'follow-up' }),
  plain({ act: 'triage', tested: ['walked-past'], decision: 'seen-well' }),
  ...['centrum', 'noord', DESK].map((to) => plain({ act: 'hand-over', to: partnerId(to), reason: 'no-capacity' })),
  plain({ act: 'take-over' }),
  plain({ act: 'decline' }),
  plain({ act: 'cannot-go' }),
  at((now) => ({ act: 'plan', plan: { at: plusElapsed(NOW, now - NOW + DAY), by: { volunteer: 'Wim' } } })),
  at((now) => ({ act: 'attempt', attempt: { at: plusElapsed(NOW, now - NOW), way: 'visit', result: 'nobody-home' } })),
  ...(['keep', 'undecided', 'not-given'] as const).map((consent) =>
    at((now) => ({ act: 'contact', consent, contact: { ...contactFields, at: plusElapsed(NOW, now - NOW) } })),
  ),
  at((now) => ({
    act: 'contact',
    consent: 'keep',
    outcome: 'referred',
    contact: { ...contactFields, at: plusElapsed(NOW, now - NOW) },
  })),
  plain({ act: 'contact', consent: 'erase-now' }),
  plain({ act: 'alarm' }),
  plain({ act: 'all-clear', how: 'visited' }),
  plain({ act: 'inform', how: 'posted' }),
  plain({ act: 'follow-up', helpStarted: 'not-yet' }),
  plain({ act: 'close', outcome: 'not-reached' }),
  plain({ act: 'reopen' }),
  plain({ act: 'erase', asked: 'by-phone' }),
];

const ATTEMPT = DEEDS.find(({ deed }) => deed.act === 'attempt');
const USUAL = DEEDS.filter(
  ({ deed }) => deed.act === 'attempt' || deed['decision'] === 'follow-up' || deed['consent'] === 'undecided',
);
const pass = (under: Rules, seconds: number) => ({
  check: () => true,
  toString: () => `pass ${seconds} s`,
  async run(model: Model, real: Real) {
    model.now = real.town.clock.advance(seconds);
    await settled(model, real, under);
    await compare(model, real);
  },
});

const act = (under: Rules, who: Who, { command, deed }: Plain, stale: boolean) => ({
  // To whoever has it already nobody can hand it over: that is another refusal, of a field.
  check: (model: Readonly<Model>) => deed['to'] !== model.owner,
  toString: () => `${who}: ${JSON.stringify(deed)}${stale ? ' (saw an older version)' : ''}`,
  async run(model: Model, real: Real) {
    const { town } = real;
    const version = (model.life?.version ?? 1) - (stale ? 1 : 0);
    const member = await town.member(who);
    const outcome = await actOnSignal(town.acting, member, {
      id: ID,
      seenVersion: version,
      command: command(model.now),
    });
    const wanted = answerTo(model, who, deed, stale);
    expect(outcome.kind).toBe(wanted);
    if (wanted === 'erased') model.life = undefined;
    if (wanted === 'changed' && model.life) {
      const next = expecting(under).after(model.life, deed, model.now);
      if (next === 'erased') throw new Error('not an erasure');
      model.life = next;
      model.last = `${deed.act} by ${who}`;
      if (deed.act !== 'alarm' && deed.act !== 'all-clear') {
        if (model.invited) model.neededNoMore.add(model.invited);
        model.invited = undefined;
      }
      // Whoever opens it again for another gives it to them anew.
      if (deed.act === 'reopen' && WORKS_FOR[who] !== model.owner) model.neededNoMore.clear();
      if (deed.act === 'plan' || deed.act === 'hand-over' || deed.act === 'take-over' || next.status !== 'following-up')
        model.planned = undefined;
      if (deed.act === 'attempt' || deed.act === 'cannot-go') model.planned = undefined;
      if (deed.act === 'hand-over' || deed.act === 'take-over')
        passTo(model, deed.act === 'take-over' ? WORKS_FOR[who] : String(deed['to']));
    }
    await settled(model, real, under);
    await compare(model, real);
  },
});

const planFor = (under: Rules, who: Who) => ({
  check: (model: Readonly<Model>) =>
    answerTo(model, who, { act: 'plan' }, false) === 'changed' && model.owner === 'centrum',
  toString: () => `${who}: plans a visit by bram`,
  async run(model: Model, real: Real) {
    const bram = await real.town.member('bram');
    const plan = { at: plusElapsed(real.town.clock.now(), DAY), by: { memberId: bram.id, name: bram.name } };
    const step = act(under, who, { command: () => ({ act: 'plan', plan }), deed: { act: 'plan' } }, false);
    await step.run(model, real);
    if (model.life) model.planned = 'bram';
  },
});

/** Three attempts, after which the coordinator has to choose, and whoever had it tries something all the same. */
const inVain = (under: Rules, then: Plain) => ({
  check: (model: Readonly<Model>) =>
    model.owner === 'centrum' && ['assigned', 'following-up'].includes(model.life?.status ?? ''),
  toString: () => `anna: three attempts, and ${JSON.stringify(then.deed)}`,
  async run(model: Model, real: Real) {
    const [triage, attempt] = [USUAL.find(({ deed }) => deed.act === 'triage'), ATTEMPT];
    for (const one of [triage, attempt, attempt, attempt, then])
      if (one) await act(under, 'anna', one, false).run(model, real);
  },
});

function passTo(model: Model, to: string): void {
  model.former.add(model.owner);
  model.former.delete(to);
  model.owner = to;
  model.neededNoMore.clear();
}

const anyDeed = (under: Rules) =>
  fc.commands(
    [
      fc
        .oneof(
          fc.integer({ min: 60, max: 3 * HOUR }),
          fc.integer({ min: HOUR, max: 30 * HOUR }),
          fc.integer({ min: DAY, max: 40 * DAY }),
        )
        .map((seconds) => pass(under, seconds)),
      fc
        .record({
          who: fc.constantFrom(...MEMBERS),
          deed: fc.constantFrom(...DEEDS),
          stale: fc.nat({ max: 9 }).map((share) => share === 0),
        })
        .map(({ who, deed, stale }) => act(under, who, deed, stale)),
      // What mostly happens: otherwise a third attempt, or a contact after one, hardly ever comes about.
      fc.constantFrom(...USUAL).map((deed) => act(under, 'anna', deed, false)),
      fc.constantFrom(...USUAL).map((deed) => inVain(under, deed)),
      fc.record({ deed: fc.constantFrom(...DEEDS) }).map(({ deed }) => act(under, 'anna', deed, false)),
      fc.constantFrom<Who>('anna', 'carla').map((who) => planFor(under, who)),
    ],
    { maxCommands: 30, size: 'max' },
  );

describe.each(['elapsed', 'working-hours'] as const)('a life on a clock of %s time', (clock) => {
  it.each([
    ['about somebody else', 'someone-else', false],
    ['about themselves', 'myself', false],
    ['that is held', 'someone-else', true],
  ] as const)('goes as the model says, of a signal %s', async (_what, about, held) => {
    const under: Rules = { ...rules, clock };
    await fc.assert(
      fc.asyncProperty(anyDeed(under), fc.integer({ min: 0, max: 364 }), async (deeds, day) => {
        const start = plusElapsed(NOW, day * DAY);
        const town = await aTown({ settings: { ...settings, rules: under }, start });
        const suspicious = held ? { held: { since: start, suspicions: ['hidden-field' as const] } } : {};
        await town.keep(aSignal({ id: ID, receivedAt: start, report: aReport({ about }), ...suspicious }, under));
        const model: Model = {
          life: expecting(under).received(start, about, held),
          now: start,
          owner: '',
          former: new Set(),
          neededNoMore: new Set(),
          invited: undefined,
          planned: undefined,
          told: new Set(),
          escalations: 0,
        };
        const real = { town, heard: new Set<number>() };
        await settled(model, real, under);
        await compare(model, real);
        await fc.asyncModelRun(() => ({ model, real }), deeds);
      }),
      { numRuns: 50 },
    );
  });
});
