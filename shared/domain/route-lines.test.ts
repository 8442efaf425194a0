import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPostcode } from '#shared/testing/builders.ts';
import { neighbourhoodId } from './ids.ts';
import { routeChanges, withStreetsOf } from './route-changes.ts';
import { readRouteLines, writeRouteLines } from './route-lines.ts';
import { neighbourhoodOf, type PostcodeRoutes } from './routing.ts';

const noord = neighbourhoodId('noord');
const zuid = neighbourhoodId('zuid');
const NAMED = [
  { id: noord, name: 'Het Oude Noorden' },
  { id: zuid, name: 'Zuid' },
];
const routesIn = (text: string) => {
  const reading = readRouteLines(text, NAMED);
  if (reading.kind === 'wrong') throw new Error(JSON.stringify(reading.problems));
  return reading;
};
const problemsIn = (text: string) => {
  const reading = readRouteLines(text, NAMED);
  return reading.kind === 'wrong' ? reading.problems : [];
};

describe('a list of routes', () => {
  it('takes every way to write a postcode, and a neighbourhood by its name or its id', () => {
    const text =
      'postcode;wijk\n3011;het oude noorden\n3021-3022;zuid\n3031 ; Zuid\n3031 aa-bz;Het Oude Noorden\n3031CA - 3031CC;noord\n3031 DD;noord\n3031de 12;noord\n';
    expect(routesIn(text)).toEqual({
      kind: 'read',
      assumed: [],
      routes: [
        { fourDigits: '3011', neighbourhoodId: noord },
        { fourDigits: '3021', neighbourhoodId: zuid },
        { fourDigits: '3022', neighbourhoodId: zuid },
        {
          fourDigits: '3031',
          neighbourhoodId: zuid,
          ranges: [
            { from: 'AA', until: 'CC', neighbourhoodId: noord },
            { from: 'DD', until: 'DD', neighbourhoodId: noord },
          ],
          exceptions: [{ postcode: aPostcode('3031DE'), houseNumber: 12, neighbourhoodId: noord }],
        },
      ],
    });
  });

  it.each([
    ['tabs, as a spreadsheet copies them', '3011\tZuid\n3012\tZuid'],
    ['commas and quotes', '"3011","Zuid"\r\n"3012","Zuid"\r\n'],
    ['a mark at its beginning, a heading and empty cells', '\uFEFFPC;Wijk;\n3011;Zuid;;\n\n3012;Zuid;'],
  ])('may have %s', (_what, text) => {
    expect(routesIn(text).routes.map(({ fourDigits }) => fourDigits)).toEqual(['3011', '3012']);
  });

  it.each(['Noord, oost', 'Noord; oost', 'Noord "oost"', '"Noord"'])(
    'goes to a neighbourhood that is called %s, quoted as a spreadsheet does, and is written so that it can be read again',
    (name) => {
      const named = [{ id: noord, name }];
      const quoted = `"${name.replaceAll('"', '""')}"`;
      const routes = [{ fourDigits: '3011', neighbourhoodId: noord }];
      for (const text of [`3011;${quoted}`, `3011,${quoted}\r\n`, `\uFEFF"pc";"wijk"\r\n"3011";${quoted}`])
        expect(readRouteLines(text, named)).toEqual({ kind: 'read', routes, assumed: [] });
      expect(readRouteLines(writeRouteLines(routes, named), named)).toMatchObject({ routes });
    },
  );

  it('names every line that is wrong, and why', () => {
    const text =
      '3011;Zuid\n3011;Zuid\n12;Zuid\n3012;Nergens\n3013\n3020-3010;Zuid\n3014 CA-AA;Zuid\n3014SA 1;Zuid\n3014AB 0;x\na;b;c';
    expect(problemsIn(text)).toEqual([
      { line: 2, code: 'twice', other: 1 },
      { line: 3, code: 'postcode' },
      { line: 4, code: 'neighbourhood' },
      { line: 5, code: 'columns' },
      { line: 6, code: 'backwards' },
      { line: 7, code: 'backwards' },
      { line: 8, code: 'postcode' },
      { line: 9, code: 'postcode' },
      { line: 9, code: 'neighbourhood' },
      { line: 10, code: 'columns' },
    ]);
  });

  it('has one neighbourhood for each postcode: ranges and houses contradict nothing', () => {
    const text =
      '3011 AA-CZ;Zuid\n3011 BA;Het Oude Noorden\n3011;Zuid\n3011 CZ-DA;Zuid\n3011AA 1;Zuid\n3011AA 1;Zuid\n3010-3012;Zuid';
    expect(problemsIn(text)).toEqual([
      { line: 2, code: 'twice', other: 1 },
      { line: 4, code: 'twice', other: 1 },
      { line: 6, code: 'twice', other: 5 },
      { line: 7, code: 'twice', other: 3 },
    ]);
  });

  it('becomes short, and says for which districts it had to assume the rest', () => {
    const pairs = ['AA', 'AB', 'AC', 'AZ', 'BA'].map((letters) => `3011${letters};Zuid`);
    const { routes, assumed } = routesIn([...pairs, '3011AD;noord', '3011AE;noord'].join('\n'));
    expect(routes).toEqual([
      { fourDigits: '3011', neighbourhoodId: zuid, ranges: [{ from: 'AD', until: 'AE', neighbourhoodId: noord }] },
    ]);
    expect(assumed).toEqual(['3011']);
  });

  it('reads a city of single postcodes in a moment', () => {
    const letters = Array.from(
      { length: 400 },
      (_, n) => String.fromCharCode(65 + Math.floor(n / 26)) + String.fromCharCode(65 + (n % 26)),
    );
    const lines = Array.from({ length: 50 }, (_, d) => letters.map((pair) => `${3000 + d}${pair};Zuid`)).flat();
    expect(lines).toHaveLength(20_000);
    expect(routesIn(lines.join('\n')).routes).toHaveLength(50);
  });

  const pair = fc.stringMatching(/^[A-Z]{2}$/);
  const to = fc.constantFrom(noord, zuid);
  const anyDistrict = fc
    .record({
      fourDigits: fc.stringMatching(/^[1-9][0-9]{3}$/),
      neighbourhoodId: to,
      cuts: fc.uniqueArray(pair, { maxLength: 6 }).map((all) => [...all].sort()),
      tos: fc.array(to, { minLength: 3, maxLength: 3 }),
      houses: fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { maxLength: 2 }),
    })
    .map(({ fourDigits, neighbourhoodId, cuts, tos, houses }): PostcodeRoutes => {
      const ranges = tos.flatMap((one, n) => {
        const [from, until] = [cuts[2 * n], cuts[2 * n + 1]];
        return from && until ? [{ from, until, neighbourhoodId: one }] : [];
      });
      const exceptions = houses.map((houseNumber) => ({
        postcode: aPostcode(`${fourDigits}AB`),
        houseNumber,
        neighbourhoodId,
      }));
      return {
        fourDigits,
        neighbourhoodId,
        ...(ranges.length > 0 && { ranges }),
        ...(exceptions.length > 0 && { exceptions }),
      };
    });
  const anyList = fc.uniqueArray(anyDistrict, { maxLength: 4, selector: ({ fourDigits }) => fourDigits });

  it('leads every address where it did after it was written and read again', () => {
    fc.assert(
      fc.property(anyList, pair, fc.constantFrom(1, 2), (before, letters, houseNumber) => {
        const { routes } = routesIn(writeRouteLines(before, NAMED));
        fc.pre(!['SA', 'SD', 'SS'].includes(letters));
        for (const one of before) {
          const after = routes.find(({ fourDigits }) => fourDigits === one.fourDigits);
          for (const number of [houseNumber, ...(one.exceptions ?? []).map((each) => each.houseNumber)]) {
            for (const postcode of [aPostcode(one.fourDigits + letters), aPostcode(`${one.fourDigits}AB`)]) {
              const address = { postcode, houseNumber: number };
              expect(neighbourhoodOf(address, after)).toBe(neighbourhoodOf(address, one));
            }
          }
        }
      }),
    );
  });

  it('writes a neighbourhood that is gone by its id', () => {
    expect(writeRouteLines([{ fourDigits: '3011', neighbourhoodId: neighbourhoodId('weg') }], NAMED)).toBe('3011;weg');
  });
});

describe('what a list changes', () => {
  const before: PostcodeRoutes[] = [
    { fourDigits: '3011', neighbourhoodId: noord, streets: [{ name: 'Bergweg', letters: ['AA'] }] },
    { fourDigits: '3012', neighbourhoodId: noord },
    { fourDigits: '3013', neighbourhoodId: noord, ranges: [{ from: 'AA', until: 'AB', neighbourhoodId: zuid }] },
  ];

  it('is told by four digits; streets do not count', () => {
    const after: PostcodeRoutes[] = [
      { fourDigits: '3011', neighbourhoodId: noord },
      { fourDigits: '3013', neighbourhoodId: zuid },
      { fourDigits: '3014', neighbourhoodId: zuid },
    ];
    expect(routeChanges(before, after)).toEqual({
      added: [{ fourDigits: '3014', before: [], after: [zuid] }],
      changed: [{ fourDigits: '3013', before: [noord, zuid], after: [zuid] }],
      removed: [{ fourDigits: '3012', before: [noord], after: [] }],
      same: 1,
    });
  });

  it('keeps the streets of postcodes that stay', () => {
    const after: PostcodeRoutes[] = [
      { fourDigits: '3011', neighbourhoodId: zuid },
      { fourDigits: '3012', neighbourhoodId: zuid },
    ];
    expect(withStreetsOf(before, after)).toEqual([{ ...before[0], neighbourhoodId: zuid }, after[1]]);
  });
});
