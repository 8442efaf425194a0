import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signalFromRow } from '#shared/adapters/dynamo/signal-from-row.ts';
import { rowOfErasure, rowOfSignal } from '#shared/adapters/dynamo/signal-row.ts';
import { decide } from '#shared/domain/acts.ts';
import { mailRecorded } from '#shared/domain/effects.ts';
import { aMember, anAssignedSignal, NOW, rules } from '#shared/testing/builders.ts';
import { slowPlusWorking } from '#shared/testing/slow-calendar.ts';
import { diceOf } from './dice.ts';
import { heap } from './heap.ts';
import { readOnce } from './read-once.ts';
import { timeline } from './timeline.ts';
import { weatherOf } from './weather.ts';
import { workingTime } from './working-time.ts';

describe('the heap of a timeline', () => {
  it('gives what comes first, and of what comes at once what was put in first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }), (moments) => {
        const waiting = heap<{ at: number; order: number }>();
        for (const [order, at] of moments.entries()) waiting.put(at, { at, order });
        const taken = moments.map(() => waiting.take());
        const sorted = moments
          .map((at, order) => ({ at, order }))
          .sort((one, other) => one.at - other.at || one.order - other.order);
        expect(taken).toEqual(sorted);
        expect(waiting.take()).toBeUndefined();
      }),
    );
  });
});

describe('reading rows once', () => {
  const mail = { kind: 'mail', key: 'notify-1-owner-first', message: 'notify', to: 'owner-first' } as const;
  const first = anAssignedSignal();
  const mailed = mailRecorded(first, mail, { state: 'sent', at: NOW });
  const decision = decide(
    mailed,
    { act: 'triage', tested: ['own-contacts'], decision: 'follow-up' },
    { member: aMember(), rules, now: NOW, seenVersion: mailed.version },
  );
  if (decision.kind !== 'changed') throw new RangeError('the triage was refused');
  const { reporter: _forgotten, ...later } = {
    ...decision.signal,
    mails: { ...mailed.mails, other: { state: 'waiting', at: NOW } },
  } as const;
  const rows = [first, mailed, decision.signal, later].map(rowOfSignal);

  it('gives what the parser gives of each row, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...rows), { maxLength: 12 }), (some) => {
        const read = readOnce();
        for (const row of some) expect(read(structuredClone(row))).toEqual(signalFromRow(row));
        for (const row of some) expect(read(row)).toEqual(signalFromRow(row));
      }),
    );
    const record = rowOfErasure({ id: first.id, day: '2026-11-22', removeAt: NOW });
    const read = readOnce();
    for (const row of [rows[0], record, rows[1], record]) expect(read(row)).toEqual(signalFromRow(row));
  });

  it('refuses in the second row of a signal what it would refuse in the first', () => {
    const wrong: object[] = [
      { version: 'two' },
      { mails: { ...later.mails, bad: { state: 'lost', at: NOW } } },
      { history: [...later.history, { at: 'yesterday', what: 'x' }] },
      { step: { name: 'triage' } },
    ];
    for (const part of wrong) {
      const read = readOnce();
      read(rows[3]);
      expect(() => read({ ...rows[3], ...part })).toThrow();
      expect(() => signalFromRow({ ...rows[3], ...part })).toThrow();
    }
  });
});

describe('a timeline', () => {
  it('lets things happen in their order, each after all that the one before set off', async () => {
    const line = timeline(1_000);
    const seen: string[] = [];
    line.after(20, () => seen.push(`late ${line.nowMs()}`));
    line.after(10, async () => {
      seen.push(`early ${line.nowMs()}`);
      await line.pause(5);
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
      seen.push(`paused ${line.nowMs()}`);
    });
    await line.run(() => {});
    expect(seen).toEqual(['early 1010', 'paused 1015', 'late 1020']);
  });

  it('passes on what goes wrong', async () => {
    const line = timeline(0);
    line.after(1, () => {
      throw new Error('broken');
    });
    await expect(line.run(() => {})).rejects.toThrow('broken');
  });
});

describe('dice', () => {
  it('fall the same for the same seed and otherwise for another', () => {
    const rolls = (seed: number): number[] =>
      Array.from({ length: 20 }, () => 0).map(() => diceOf(seed).fork(3).roll());
    expect(rolls(5)).toEqual(rolls(5));
    expect(rolls(5)).not.toEqual(rolls(6));
  });

  it('fall evenly', () => {
    const dice = diceOf(1);
    const counts = [0, 0, 0, 0, 0, 0];
    for (let roll = 0; roll < 60_000; roll += 1) counts[dice.between(0, 5)]! += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
});

describe('working time from tables', () => {
  it('is what a slow count of minutes says', () => {
    const plus = workingTime(rules.officeHours);
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2024, 11, 20) / 60_000, max: Date.UTC(2031, 0, 5) / 60_000 }),
        fc.integer({ min: 1, max: 20 * 60 }),
        (minute, length) => {
          expect(plus(minute * 60, length * 60)).toBe(slowPlusWorking(rules.officeHours, minute * 60, length));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the weather of worlds', () => {
  it('is calm in some, and of every bad kind in others', () => {
    const all = Array.from({ length: 200 }, (_, seed) => weatherOf(diceOf(seed), 0, 1e10));
    expect(all.filter(({ faults, sweepsMissed }) => faults + sweepsMissed === 0).length).toBeGreaterThan(20);
    for (const bad of [
      all.some(({ faults }) => faults >= 0.1),
      all.some(({ stream }) => stream.dropped === 1),
      all.some(({ schedules }) => schedules.never === 1),
      all.some(({ mailDown }) => mailDown.length > 2),
      all.some(({ streamDown }) => streamDown.length > 0),
      all.some(({ clockSkew }) => clockSkew > 1_000),
    ])
      expect(bad).toBe(true);
  });
});
