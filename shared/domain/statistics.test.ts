import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAssignedSignal, aSignal, NOW } from '#shared/testing/builders.ts';
import { type Shown, tablesToWithhold } from './disclosure.ts';
import { type Fact, factOf } from './fact.ts';
import { factId, neighbourhoodId, partnerId } from './ids.ts';
import { parsePeriod, quarterOf } from './period.ts';
import { statisticsOf, type Table } from './statistics.ts';
import { type Area, ELSEWHERE, EVERYWHERE, type Frame, labelsOf } from './tally.ts';

const FRAME: Frame = {
  year: 2026,
  thisMonth: '2026-12',
  neighbourhoods: ['centrum', 'noord', 'zuid'],
  partners: ['een', 'twee'],
};
const YEAR = { year: 2026 };

let made = 0;
const aFact = (overrides: Partial<Fact> = {}): Fact => ({
  id: factId(`fact-${++made}`),
  month: '2026-03',
  neighbourhoodId: neighbourhoodId('centrum'),
  ownerId: partnerId('een'),
  about: 'someone-else',
  reporterKind: 'shop',
  reasons: ['not-seen'],
  status: 'closed',
  outcome: 'referred',
  attempts: 1,
  referrals: [],
  ...overrides,
});
const times = (count: number, overrides: Partial<Fact> = {}): Fact[] =>
  Array.from({ length: count }, () => aFact(overrides));
const rowsOf = (tables: readonly Table[], by: Table['by']) =>
  Object.fromEntries(tables.find((table) => table.by === by)?.rows.map(({ value, count }) => [value, count]) ?? []);

describe('the figures of a year', () => {
  it('are rounded down to fives, and under five they are not said', () => {
    const facts = [
      ...times(23, { month: '2026-02' }),
      ...times(4, { month: '2026-11', reporterKind: 'neighbour', neighbourhoodId: neighbourhoodId('noord') }),
    ];
    const { signals, tables, empty } = statisticsOf(facts, FRAME)(YEAR);
    expect([signals, empty]).toEqual([25, false]);
    expect(rowsOf(tables, 'month')).toMatchObject({ '2026-01': 'under-5', '2026-02': 20, '2026-11': 'under-5' });
    expect(rowsOf(tables, 'neighbourhood')).toEqual({
      centrum: 20,
      noord: 'under-5',
      zuid: 'under-5',
      [ELSEWHERE]: 'under-5',
    });
    expect(rowsOf(tables, 'kind')).toMatchObject({ shop: 20, neighbour: 'under-5', resident: 'under-5' });
    expect(rowsOf(tables, 'sign')).toMatchObject({ 'not-seen': 25, other: 'under-5' });
    expect(rowsOf(tables, 'ending')).toMatchObject({ referred: 25, erased: 'under-5', open: 'under-5' });
  });

  it('of a quarter have its months alone, and of a neighbourhood or a partner no other places', () => {
    const facts = [...times(8, { month: '2026-02' }), ...times(7, { month: '2026-05', ownerId: partnerId('twee') })];
    const figures = statisticsOf(facts, FRAME);
    const spring = figures({ year: 2026, quarter: 2 });
    expect(spring.signals).toBe(5);
    expect(Object.keys(rowsOf(spring.tables, 'month'))).toEqual(['2026-04', '2026-05', '2026-06']);
    const twee = figures(YEAR, { kind: 'partner', id: 'twee' });
    expect(twee.signals).toBe(5);
    expect(twee.tables.map(({ by }) => by)).toEqual(['kind', 'sign', 'ending', 'referral']);
  });

  it('count what the directory does not know as elsewhere', () => {
    const facts = [
      ...times(6, { neighbourhoodId: neighbourhoodId('opgeheven') }),
      ...times(6, { ownerId: partnerId('weg') }),
    ];
    const { tables } = statisticsOf(facts, FRAME)(YEAR);
    expect(rowsOf(tables, 'neighbourhood')).toMatchObject({ [ELSEWHERE]: 5, centrum: 5 });
    expect(rowsOf(tables, 'partner')).toMatchObject({ [ELSEWHERE]: 5, een: 5 });
  });

  it('say about how many of a hundred, and how long it took, once there are twenty', () => {
    const tested = { hoursToTriage: 6, triagedInTime: true, hoursToFirstAttempt: 30, visitedInTime: true };
    const late = { hoursToTriage: 40, triagedInTime: false, hoursToFirstAttempt: 60, visitedInTime: false };
    const few = statisticsOf(times(19, tested), FRAME)(YEAR);
    expect(few.shares[0]).toEqual({ name: 'triaged-in-time', count: 15 });
    expect(few.medians).toEqual([{ name: 'triage' }, { name: 'first-attempt' }]);
    const enough = statisticsOf([...times(45, tested), ...times(15, late)], FRAME)(YEAR);
    expect(enough.shares[0]).toEqual({ name: 'triaged-in-time', count: 45, of: 60, percent: 75 });
    expect(enough.medians).toEqual([
      { name: 'triage', hours: 6 },
      { name: 'first-attempt', hours: 30 },
    ]);
  });

  it('take the middle of the two in the middle', () => {
    const facts = [...times(10, { hoursToTriage: 3 }), ...times(10, { hoursToTriage: 8 })];
    expect(statisticsOf(facts, FRAME)(YEAR).medians[0]).toEqual({ name: 'triage', hours: 6 });
  });

  it('count what was visited of what had to be visited, and who was erased without a visit', () => {
    const facts = [
      ...times(20, {
        hoursToFirstAttempt: 5,
        visitedPreferred: true,
        visitedInTime: true,
        consent: 'keep',
        referrals: ['welfare'],
      }),
      ...times(10, { status: 'following-up' }),
      ...times(5, { outcome: 'seen-well' }),
      ...times(5, { status: 'erased' }),
      ...times(5, { status: 'erased', hoursToFirstAttempt: 50, visitedInTime: false, consent: 'not-given' }),
    ];
    const { shares, tables } = statisticsOf(facts, FRAME)(YEAR);
    const counts = Object.fromEntries(shares.map(({ name, count, of }) => [name, [count, of]]));
    expect(counts).toEqual({
      'triaged-in-time': ['under-5', undefined],
      'visited-preferred': [20, 35],
      'visited-in-time': [20, 35],
      consent: [20, 25],
      referred: [20, 25],
      'erased-unvisited': [5, 45],
    });
    expect(rowsOf(tables, 'ending')).toMatchObject({ open: 10, erased: 10, 'seen-well': 5 });
    expect(rowsOf(tables, 'referral')).toMatchObject({ welfare: 20 });
  });

  it('hold against nobody that they still have the time to decide', () => {
    const decided = { hoursToTriage: 6, triagedInTime: true };
    const waiting = { status: 'assigned', month: '2026-12' } as const;
    const late = [
      ...times(10, { status: 'assigned', month: '2026-11' }),
      ...times(10, { status: 'expired', triagedInTime: false }),
    ];
    const shareOf = (facts: Fact[]) => statisticsOf(facts, FRAME)(YEAR).shares[0];
    expect(shareOf([...times(40, decided), ...times(20, waiting)])).toMatchObject({ count: 40, of: 40, percent: 100 });
    expect(shareOf([...times(40, decided), ...late])).toMatchObject({ count: 40, of: 60, percent: 70 });
  });

  it('keep a signal that was erased or has expired: its fact belongs to nobody', () => {
    const facts = [
      ...Array.from({ length: 5 }, () => factOf(anAssignedSignal({ receivedAt: NOW }), NOW, 'erased')),
      ...Array.from({ length: 5 }, () => factOf(aSignal({ receivedAt: NOW }), NOW, 'expired')),
    ];
    const { signals, tables } = statisticsOf(facts, FRAME)(YEAR);
    expect(signals).toBe(10);
    expect(rowsOf(tables, 'ending')).toMatchObject({ erased: 5, expired: 5 });
  });

  it('know a year of which nothing was ever counted', () => {
    expect(statisticsOf([], FRAME)(YEAR)).toMatchObject({ empty: true, signals: 'under-5' });
  });
});

describe('a table is withheld', () => {
  const sum = (...counts: number[]) => ({
    cells: [
      { table: 'total', count: counts.reduce((all, count) => all + count, 0) },
      ...counts.map((count) => ({ table: 'rows', count })),
    ],
    sums: [{ total: 0, parts: counts.map((_count, index) => index + 1) }],
  });
  const withheld = (...counts: number[]) => {
    const { cells, sums } = sum(...counts);
    return [...tablesToWithhold(cells, sums)];
  };

  it('when the total leaves a row under five hardly a choice', () => {
    expect(withheld(4, 4, 4, 4, 4)).toEqual(['rows']);
    expect(withheld(4, 4, 4, 3)).toEqual(['rows']);
  });

  it('and not when every row can still be three numbers or more', () => {
    expect(withheld(4, 4, 4)).toEqual([]);
    expect(withheld(12, 3)).toEqual([]);
    expect(withheld(0, 0, 0)).toEqual([]);
    expect(withheld(20, 20, 20, 4)).toEqual([]);
  });

  it('also when two ways of adding up give it away together', () => {
    const cells = [
      { table: 'total', count: 20 },
      ...[4, 4, 4, 4, 4].map((count) => ({ table: 'small', count })),
      ...[5, 5, 5, 5].map((count) => ({ table: 'large', count })),
    ];
    const sums = [
      { total: 0, parts: [1, 2, 3, 4, 5] },
      { total: 0, parts: [6, 7, 8, 9] },
    ];
    expect(tablesToWithhold(cells, sums).size).toBeGreaterThan(0);
  });
});

/** Somebody who has every answer that the API can give, and subtracts. Counts by itself, from the facts, what each number stands for. */
describe('subtracting', () => {
  const anyFact: fc.Arbitrary<Fact> = fc
    .record({
      // few of everything, so that many groups are small, equal, or one inside the other
      month: fc.constantFrom('2026-01', '2026-02', '2026-05', '2026-08', '2026-12'),
      neighbourhoodId: fc.constantFrom('centrum', 'noord', 'zuid', 'opgeheven').map(neighbourhoodId),
      ownerId: fc.constantFrom('een', 'twee').map(partnerId),
      reporterKind: fc.constantFrom('shop', 'neighbour', 'resident'),
      reasons: fc.subarray(['not-seen', 'says-so'] as const),
      status: fc.constantFrom('closed', 'following-up', 'erased'),
      outcome: fc.constantFrom('referred', 'deceased'),
      hoursToTriage: fc.constantFrom(3, 30),
      triagedInTime: fc.boolean(),
      referrals: fc.subarray(['welfare'] as const),
    })
    .map((some) => aFact(some));
  /** Any facts; and fours and fives of the same, which is when sums tell the most. */
  const anyFacts = fc.oneof(
    fc.array(anyFact, { maxLength: 90 }),
    fc
      .array(fc.tuple(anyFact, fc.constantFrom(4, 4, 5)), { maxLength: 18 })
      .map((groups) => groups.flatMap(([fact, count]) => times(count, fact))),
  );

  type Told = { readonly facts: bigint; readonly least: number; readonly most: number };
  const AREAS: readonly Area[] = [
    EVERYWHERE,
    ...['centrum', 'noord', 'zuid', ELSEWHERE].map((id) => ({ kind: 'neighbourhood' as const, id })),
    ...['een', 'twee', ELSEWHERE].map((id) => ({ kind: 'partner' as const, id })),
  ];
  const PERIODS = ['2026', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];

  const rangeOf = (count: Shown): readonly [number, number] => {
    if (count === 'not-shown') return [0, Number.POSITIVE_INFINITY];
    return count === 'under-5' ? [0, 4] : [count, count + 4];
  };
  const idOf = (known: readonly string[], id: string | undefined) => (id && known.includes(id) ? id : ELSEWHERE);
  const inArea = (fact: Fact, area: Area): boolean =>
    area.kind === 'everywhere' ||
    area.id ===
      (area.kind === 'neighbourhood'
        ? idOf(FRAME.neighbourhoods, fact.neighbourhoodId)
        : idOf(FRAME.partners, fact.ownerId));
  const inPeriod = (fact: Fact, period: string) => fact.month.startsWith(period) || quarterOf(fact.month) === period;
  const fitsRow = (fact: Fact, by: Table['by'], value: string): boolean => {
    if (by === 'month') return fact.month === value;
    if (by === 'neighbourhood' || by === 'partner') return inArea(fact, { kind: by, id: value });
    return labelsOf(fact, FRAME).includes(`${by}:${value}`);
  };

  const whereOf = (area: Area): string => (area.kind === 'everywhere' ? '*' : `${area.kind}:${area.id}`);
  const [, ...PARTS] = AREAS.map(whereOf);

  /** Every number of every view, by `period area label`, with the facts behind it; of one that is told twice, all that both tell. */
  function everythingTold(facts: readonly Fact[]): ReadonlyMap<string, Told> {
    const figures = statisticsOf(facts, FRAME);
    const told = new Map<string, Told>();
    const tell = (key: string, fits: (fact: Fact) => boolean, count: Shown): void => {
      const mask = facts.reduce((all, fact, index) => (fits(fact) ? all | (1n << BigInt(index)) : all), 0n);
      const [least, most] = rangeOf(count);
      const before = told.get(key);
      told.set(key, {
        facts: mask,
        least: Math.max(least, before?.least ?? 0),
        most: Math.min(most, before?.most ?? most),
      });
    };
    for (const when of PERIODS) {
      for (const area of AREAS) {
        const where = whereOf(area);
        const { signals, shares, tables } = figures(parsePeriod(when) ?? YEAR, area);
        const here = (fact: Fact) => inPeriod(fact, when) && inArea(fact, area);
        tell(`${when} ${where} all`, here, signals);
        for (const { name, count } of shares)
          tell(
            `${when} ${where} ${name}`,
            (fact) => here(fact) && labelsOf(fact, FRAME).includes(`measure:${name}`),
            count,
          );
        for (const { by, rows } of tables) {
          for (const { value, count } of rows) {
            const key = by === 'neighbourhood' || by === 'partner' ? `${by}:${value} all` : `${where} ${by}:${value}`;
            tell(`${when} ${key}`, (fact) => here(fact) && fitsRow(fact, by, value), count);
          }
        }
      }
    }
    return told;
  }

  /** Every way in which one number is the sum of others, as the keys of the total and its parts. */
  function sumsIn(keys: readonly string[]): readonly (readonly [string, readonly string[]])[] {
    const labels = [...new Set(keys.map((key) => key.split(' ')[2] ?? ''))];
    const inList = (list: string) => labels.filter((label) => label.startsWith(`${list}:`));
    const [year = '', ...quarters] = PERIODS;
    const overAreas = PERIODS.flatMap((when) =>
      ['neighbourhood', 'partner'].flatMap((kind) =>
        labels.map(
          (label) =>
            [
              `${when} * ${label}`,
              PARTS.filter((part) => part.startsWith(kind)).map((part) => `${when} ${part} ${label}`),
            ] as const,
        ),
      ),
    );
    const overQuarters = AREAS.map(whereOf).flatMap((where) =>
      labels.map(
        (label) => [`${year} ${where} ${label}`, quarters.map((when) => `${when} ${where} ${label}`)] as const,
      ),
    );
    const overLists = PERIODS.flatMap((when) =>
      AREAS.map(whereOf).flatMap((where) =>
        ['kind', 'ending', 'month'].map(
          (list) =>
            [
              `${when} ${where} all`,
              inList(list)
                .map((label) => `${when} ${where} ${label}`)
                .filter((key) => keys.includes(key)),
            ] as const,
        ),
      ),
    );
    return [...overAreas, ...overQuarters, ...overLists].filter(
      ([total, parts]) => keys.includes(total) && parts.length > 0,
    );
  }

  /** Four in each neighbourhood: without care their sum says so. */
  const fours = ['centrum', 'noord', 'zuid', 'opgeheven'].flatMap((id) =>
    times(4, { neighbourhoodId: neighbourhoodId(id) }),
  );

  const sizeOf = (mask: bigint): number => mask.toString(2).replaceAll('0', '').length;
  /** How many numbers the difference may be, for who knows only what is told. */
  const valuesLeft = (low: number, high: number): number => high - Math.max(0, low) + 1;

  it('never tells a number under five: of any two numbers of any two views', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const distinct = new Map<bigint, Told>();
        for (const one of everythingTold(facts).values()) {
          const same = distinct.get(one.facts);
          distinct.set(one.facts, {
            facts: one.facts,
            least: Math.max(one.least, same?.least ?? 0),
            most: Math.min(one.most, same?.most ?? one.most),
          });
        }
        const all = [...distinct.values()];
        for (const one of all) {
          expect(one.most - one.least, 'the number by itself').toBeGreaterThanOrEqual(4);
          for (const other of all) {
            if (one === other || (one.facts & other.facts) !== other.facts) continue;
            const difference = sizeOf(one.facts ^ other.facts);
            if (difference > 4) continue;
            const [low, high] = [one.least - other.most, one.most - other.least];
            if (valuesLeft(low, high) < 3) throw new Error(`a difference of ${difference} is told`);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('never tells a number under five: of a total and any of its parts, in one view or over several', () => {
    const sums = sumsIn(
      [...everythingTold([]).keys()].filter((key) => !key.includes(' month:') || key.startsWith('2026 ')),
    );
    expect(sums.length).toBeGreaterThan(400);
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const told = everythingTold(facts);
        for (const [totalKey, partKeys] of sums) {
          const total = told.get(totalKey);
          const parts = partKeys.flatMap((key) => told.get(key) ?? []);
          if (!total) throw new Error(`nothing is told of ${totalKey}`);
          for (const [index, left] of parts.entries()) {
            const others = parts.filter((_part, place) => place !== index);
            expectUnknown(totalKey, total, others, left);
            // and the total without only those before this one
            expectUnknown(totalKey, total, parts.slice(0, index));
          }
        }
      }),
      { numRuns: 25, examples: [[fours]] },
    );
  });

  function expectUnknown(key: string, total: Told, others: readonly Told[], left?: Told): void {
    const rest = others.reduce((some, part) => some & ~part.facts, total.facts);
    if (left && rest !== left.facts) throw new Error(`the parts of ${key} are not the whole`);
    if (sizeOf(rest) > 4) return;
    const low = total.least - others.reduce((sum, { most }) => sum + most, 0);
    const high = total.most - others.reduce((sum, { least }) => sum + least, 0);
    const values = valuesLeft(Math.max(low, left?.least ?? 0), Math.min(high, left?.most ?? high));
    if (values < 3) throw new Error(`${sizeOf(rest)} is told by ${key}`);
  }

  it('never tells a number under five: of the same number on two days', () => {
    fc.assert(
      fc.property(anyFacts, fc.array(anyFact, { minLength: 1, maxLength: 4 }), (facts, more) => {
        const before = everythingTold(facts);
        for (const [key, { least, most }] of everythingTold([...facts, ...more])) {
          const then = before.get(key);
          expect(then).toBeDefined();
          if (then) expect(valuesLeft(least - then.most, most - then.least)).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('would notice numbers that are not rounded', () => {
    const exact = [12, 10].map((count) => ({ least: count, most: count }));
    expect(
      valuesLeft((exact[0]?.least ?? 0) - (exact[1]?.most ?? 0), (exact[0]?.most ?? 0) - (exact[1]?.least ?? 0)),
    ).toBe(1);
  });
});
