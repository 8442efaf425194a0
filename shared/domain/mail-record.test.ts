import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MailRecord, mergeMailRecord, retryDelay } from './mail-record.ts';
import { epochSeconds } from './time.ts';

const record = (state: MailRecord['state'], at = 100): MailRecord => ({ state, at: epochSeconds(at) });
const after = (...news: MailRecord[]): MailRecord | undefined =>
  news.reduce<MailRecord | undefined>(mergeMailRecord, undefined);

const states = ['waiting', 'skipped', 'sent', 'returned', 'delivered', 'failed'] as const;
const anyRecord: fc.Arbitrary<MailRecord> = fc
  .tuple(fc.constantFrom(...states), fc.nat({ max: 1_000 }))
  .map(([state, at]) => record(state, at));

describe('what is known of a mail', () => {
  it.each([
    ['waiting', 'skipped', 'skipped'],
    ['waiting', 'sent', 'sent'],
    ['waiting', 'delivered', 'delivered'],
    ['waiting', 'failed', 'failed'],
    ['skipped', 'waiting', 'skipped'],
    ['skipped', 'sent', 'sent'],
    ['sent', 'waiting', 'sent'],
    ['sent', 'skipped', 'sent'],
    ['sent', 'delivered', 'delivered'],
    ['sent', 'failed', 'failed'],
    ['sent', 'returned', 'returned'],
    ['returned', 'delivered', 'delivered'],
    ['delivered', 'returned', 'delivered'],
    ['delivered', 'waiting', 'delivered'],
    ['delivered', 'sent', 'delivered'],
    ['delivered', 'failed', 'failed'],
    ['failed', 'waiting', 'failed'],
    ['failed', 'sent', 'failed'],
    ['failed', 'delivered', 'failed'],
  ] as const)('was %s, hears %s, stays %s', (known, news, stays) => {
    const merged = mergeMailRecord(record(known, 1), record(news, 2));
    expect(merged).toEqual(record(stays, stays === news ? 2 : 1));
  });

  it('begins with the first news', () => {
    for (const state of states) expect(mergeMailRecord(undefined, record(state))).toEqual(record(state));
  });

  it('counts on when a mail waits again', () => {
    const again: MailRecord = { ...record('waiting', 200), tries: 2, retryAt: epochSeconds(230) };
    expect(mergeMailRecord({ ...record('waiting'), tries: 1, retryAt: epochSeconds(115) }, again)).toEqual(again);
  });

  it.each(['skipped', 'sent', 'delivered', 'failed'] as const)('keeps the first of two that say %s', (state) => {
    const first = record(state, 1);
    expect(mergeMailRecord(first, record(state, 2))).toBe(first);
  });

  it('ends the same whatever the order in which the mail service tells it, however often', () => {
    const news = fc
      .subarray(['sent', 'returned', 'delivered', 'failed'] as const, { minLength: 1 })
      .chain((told) =>
        fc.tuple(
          fc.constant(told),
          fc.shuffledSubarray([...told, ...told, ...told], { minLength: told.length * 3, maxLength: told.length * 3 }),
        ),
      );
    fc.assert(
      fc.property(news, ([told, shuffled]) => {
        const furthest = told.at(-1);
        expect(after(...shuffled.map((state) => record(state)))?.state).toBe(furthest);
      }),
    );
  });

  it('never goes back: once it is more than waiting, no news of waiting undoes it', () => {
    const order = (state: MailRecord['state'] | undefined): number => (state ? states.indexOf(state) : -1);
    fc.assert(
      fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 12 }), (news) => {
        let known: MailRecord | undefined;
        for (const one of news) {
          const next = mergeMailRecord(known, one);
          expect(order(next.state)).toBe(Math.max(order(known?.state), order(one.state)));
          known = next;
        }
      }),
    );
  });
});

describe('a mail that could not be handed over', () => {
  it('is tried again after 15 s, twice as long each time, at most 4 minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 50].map(retryDelay)).toEqual([15, 30, 60, 120, 240, 240, 240, 240]);
  });

  it('waits 15 s before the first time was counted, too', () => {
    expect(retryDelay(0)).toBe(15);
  });
});
