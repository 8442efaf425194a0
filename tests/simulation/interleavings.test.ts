import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/domain/acts.ts';
import type { Settled } from '#shared/domain/settle.ts';
import type { ErasureRecord, Signal } from '#shared/domain/signal.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { anAssignedSignal, aSignalId, NOW, rules } from '#shared/testing/builders.ts';
import { type ActOutcome, actOnSignal } from '#shared/usecases/act-on-signal.ts';
import { advance } from '#shared/usecases/advance.ts';
import { recordMailEvent } from '#shared/usecases/record-mail-event.ts';
import { sweep } from '#shared/usecases/sweep.ts';
import { aTown, type Town } from '../support/memory-town.ts';

/**
 * A partner who clicks, a deadline that comes, the sweep, a stream record, news of a mail and an erasure, all at one signal in one second, in
 * every order of their calls that fast-check thinks of. Each call on a port waits for its turn.
 */

const ID = aSignalId(7);
const TRIAGE: Command = { act: 'triage', tested: ['walked-past'], decision: 'follow-up' };
const ERASE: Command = { act: 'erase', asked: 'by-phone' };

type Write = { readonly what: string; readonly next: Signal | ErasureRecord | undefined };

const claimOf = (next: Write['next']): string | undefined => (next && 'claim' in next ? next.claim?.token : undefined);

/** The ports of one process, each call in its turn, with a note of every write that went through. */
function takingTurns(town: Town, scheduler: fc.Scheduler, process: string, writes: Write[]) {
  const inTurn = <Port extends object>(port: Port): Port => {
    const turned: Record<string, unknown> = {};
    for (const [name, method] of Object.entries(port)) {
      if (typeof method !== 'function') continue;
      turned[name] = async (...given: unknown[]) => {
        await scheduler.schedule(Promise.resolve(), `${process} ${name}`);
        return method.apply(port, given);
      };
    }
    return turned as Port;
  };
  const store = town.elsewhere;
  const noting: SignalStore = {
    ...store,
    async replace(next: Settled) {
      const written = await store.replace(next);
      // News that is written down while somebody sends takes their claim along; it is no new one.
      const isNew = next.claim && !writes.some(({ next: before }) => claimOf(before) === next.claim?.token);
      if (written === 'replaced') writes.push({ what: isNew ? `claim ${next.claim?.effect}` : 'record', next });
      return written;
    },
    async change(next, beside) {
      const written = await store.change(next, beside);
      if (written === 'replaced') writes.push({ what: beside.audit.event, next });
      return written;
    },
    async erase(signal, erasure, beside) {
      const written = await store.erase(signal, erasure, beside);
      if (written === 'erased') writes.push({ what: 'erase', next: erasure.record });
      return written;
    },
  };
  return {
    ...town.advancing,
    ...town.acting,
    signals: inTurn(noting),
    directory: inTurn(town.directory),
    mailer: inTurn({ send: town.mailer.send }),
    wakeUp: inTurn({ wakeAt: town.wakeUp.wakeAt }),
  };
}

type Day = {
  readonly writes: readonly Write[];
  readonly outcomes: readonly ActOutcome[];
  readonly town: Town;
};

/** Lets all of them loose at the second of the deadline, and then lets the sweep come by for a while. */
async function live(
  scheduler: fc.Scheduler,
  commands: readonly (readonly [who: string, command: Command])[],
): Promise<Day> {
  const town = await aTown();
  const mails = {
    'notify-1-owner-first': { state: 'sent', at: NOW },
    'remind-triage-1-owner-first': { state: 'delivered', at: NOW },
  } as const;
  const signal = await town.keep(anAssignedSignal({ id: ID, mails }));
  town.clock.moveTo(signal.deadlines.triageBefore);
  const writes: Write[] = [];
  const process = (name: string) => takingTurns(town, scheduler, name, writes);

  const acting = commands.map(async ([who, command], index) =>
    actOnSignal(process(`${who} ${index}`), await town.member(who), { id: ID, seenVersion: 1, command }),
  );
  const stream = process('stream');
  const minute = process('sweep');
  const others = [
    advance(stream, ID),
    sweep({ ...minute, advance: (id) => advance(minute, id), onFault: () => undefined }),
    recordMailEvent(
      { signals: process('news').signals, rules },
      { signalId: ID, effect: 'notify-1-owner-first', news: { state: 'failed', at: town.clock.now() } },
    ),
  ];
  await scheduler.waitFor(Promise.all([...acting, ...others]));
  const outcomes = await Promise.all(acting);
  for (let count = 0; count < 5; count += 1) {
    town.clock.advance(60);
    await sweep({
      signals: town.elsewhere,
      advance: (id) => town.advance(id),
      now: town.clock.now,
      onFault: () => undefined,
    });
  }
  return { writes, outcomes, town };
}

const everyMailOnce = ({ town }: Day): void => {
  const sent = town.sentTo();
  expect(sent).toEqual([...new Set(sent)]);
};

describe('at the second of a deadline', () => {
  it('a click comes before the escalation or after it, and no escalation is begun after the click', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const day = await live(scheduler, [['anna', TRIAGE]]);
        const order = day.writes.map(({ what }) => what);
        const click = order.indexOf('triage');
        expect(day.outcomes.map(({ kind }) => kind)).toEqual(['changed']);
        expect(click).toBeGreaterThan(-1);
        expect(order.slice(click).filter((what) => what.startsWith('claim escalate-triage'))).toEqual([]);
        const signal = await day.town.read(ID);
        expect([signal.status, signal.step?.name, signal.version]).toEqual(['following-up', 'visit', 2]);
        // Who was written to before the click was, and only those.
        const claimed = order
          .filter((what) => what.startsWith('claim escalate'))
          .map((what) => what.slice('claim '.length));
        expect(
          day.town
            .sentTo()
            .map((mail) => mail.split(' ')[0])
            .filter((key) => key?.startsWith('escalate')),
        ).toEqual(claimed);
        everyMailOnce(day);
      }),
      { numRuns: 200 },
    );
  });

  it('of two clicks one is done, and the other one hears that it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const day = await live(scheduler, [
          ['anna', TRIAGE],
          ['anna', { ...TRIAGE, decision: 'seen-well' }],
        ]);
        expect(day.outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'late']);
        expect(day.town.auditOf(ID).filter(({ event }) => event === 'triage')).toHaveLength(1);
        everyMailOnce(day);
      }),
      { numRuns: 150 },
    );
  });

  it('an erasure is the last thing that happens, whoever else is at work', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const day = await live(scheduler, [
          ['anna', TRIAGE],
          ['carla', ERASE],
        ]);
        const order = day.writes.map(({ what }) => what);
        const [click, erasure] = day.outcomes;
        // Either the erasure was first and the click finds nothing, or the click was and is erased with the rest.
        expect(erasure?.kind).toBe('erased');
        const clicked = order.some((what) => what.startsWith('triage'));
        expect(click?.kind).toBe(clicked ? 'changed' : 'not-found');
        expect(order.at(-1)).toBe('erase');
        expect(await day.town.elsewhere.find(ID)).toBeUndefined();
        const [row, ...more] = day.town.world.signals.rows();
        expect([Object.keys(row ?? {}).sort(), more]).toEqual([['day', 'dueShard', 'kind', 'nextAt', 'pk', 'ttl'], []]);
        everyMailOnce(day);
      }),
      { numRuns: 200 },
    );
  });

  it('an erasure wins from the end of its time too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const town = await aTown();
        const signal = await town.keep(
          anAssignedSignal({ id: ID, mails: { 'notify-1-owner-first': { state: 'delivered', at: NOW } } }),
        );
        town.clock.moveTo(plusElapsed(signal.lastActedAt, rules.retention.hardCap));
        const writes: Write[] = [];
        const process = (name: string) => takingTurns(town, scheduler, name, writes);
        const erasing = actOnSignal(process('carla'), await town.member('carla'), {
          id: ID,
          seenVersion: 1,
          command: ERASE,
        });
        await scheduler.waitFor(Promise.all([erasing, advance(process('stream'), ID), advance(process('clock'), ID)]));
        const outcome = await erasing;
        expect(writes.filter(({ next }) => next && 'day' in next)).toHaveLength(1);
        const events = town.auditOf(ID).map(({ event }) => event);
        expect(events).toEqual([outcome.kind === 'erased' ? 'erase' : 'expire']);
        expect(await town.elsewhere.find(ID)).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });
});
