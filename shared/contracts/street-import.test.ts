import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDirectory } from './directory-import.ts';
import { readStreets } from './street-import.ts';

const csv = (...lines: readonly string[]) => ['postcode,street', ...lines].join('\n');

describe('reading streets', () => {
  it('gives them per four digits, each with its letters, once', () => {
    const { streets, problems } = readStreets(
      csv('3034AC,Noordsingel', '3034ab,Noordsingel', '3034 AC,Bergweg', '3034AC,Noordsingel', '3035AA,Zwaanshals'),
    );
    expect(problems).toEqual([]);
    expect(Object.fromEntries(streets)).toEqual({
      '3034': [
        { name: 'Bergweg', letters: ['AC'] },
        { name: 'Noordsingel', letters: ['AB', 'AC'] },
      ],
      '3035': [{ name: 'Zwaanshals', letters: ['AA'] }],
    });
  });

  it.each([
    ['commas', 'postcode,street\n3034AB,Noordsingel\n'],
    ['semicolons, Dutch', 'postcode;straat\r\n3034AB;Noordsingel\r\n'],
    ['quotes', '\ufeffPostcode,Street\n"3034AB","Noordsingel"\n\n'],
  ])('takes what spreadsheets make: %s', (_what, file) => {
    expect(readStreets(file)).toEqual({
      streets: new Map([['3034', [{ name: 'Noordsingel', letters: ['AB'] }]]]),
      problems: [],
    });
  });

  it('reads any name that a register can hold', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9ÀÉéüß'",;. -]{1,80}$/).map((typed) => `S${typed.slice(0, 78)}t`);
    fc.assert(
      fc.property(name, (street) => {
        const { streets, problems } = readStreets(csv(`3034AB,"${street.replaceAll('"', '""')}"`));
        expect([problems, streets.get('3034')?.[0]?.name]).toEqual([[], street.normalize('NFC')]);
      }),
    );
  });

  it('names every line that is wrong, at once', () => {
    const wrong = [
      '0123AB,A',
      '3034SA,A',
      '3034AB',
      '3034AB,',
      `3034AB,${'a'.repeat(81)}`,
      '3034AB,A,B',
      '3034AB,\ufffdA',
    ];
    expect(readStreets(['plaats', ...wrong].join('\n')).problems).toEqual([
      "streets, line 1: the heading is 'postcode,street'",
      'streets, line 2: is not a postcode like 3011AB',
      'streets, line 3: is not a postcode like 3011AB',
      'streets, line 4: is not a postcode and a street',
      'streets, line 5: has no street',
      'streets, line 6: has a street of more than 80 characters',
      'streets, line 7: is not a postcode and a street',
      'streets, line 8: has characters that cannot be read: save the file as UTF-8',
    ]);
  });
});

describe('streets beside a directory', () => {
  const directory = (routes: readonly object[] = [{ postcodes: '3034', neighbourhoodId: 'noord' }]) => ({
    neighbourhoods: [{ id: 'noord', name: 'Noord' }],
    partners: [],
    members: [],
    routes,
  });
  const problems = (file: object, streets: string): readonly string[] => {
    const reading = readDirectory(file, streets);
    return reading.kind === 'wrong' ? reading.problems : [];
  };
  const PAIRS = Array.from({ length: 26 * 26 }, (_, n) => String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26)));
  const ISSUED = PAIRS.filter((pair) => !['SA', 'SD', 'SS'].includes(pair));

  it('come with the routes of their postcode', () => {
    expect(readDirectory(directory(), csv('3034AB,Noordsingel'))).toMatchObject({
      directory: { routes: [{ fourDigits: '3034', streets: [{ name: 'Noordsingel', letters: ['AB'] }] }] },
    });
    expect(JSON.stringify(readDirectory(directory()))).not.toContain('streets');
  });

  it('are told with what is wrong in the other file', () => {
    expect(
      problems({ ...directory(), partners: [{ id: 'X', name: 'X', mailboxes: ['x@x.example'] }] }, csv('x,A')),
    ).toEqual([
      'partners[0].id: an id has lower case letters, digits and dashes',
      'streets, line 2: is not a postcode like 3011AB',
    ]);
    expect(
      problems(directory([{ postcodes: '3034', neighbourhoodId: 'zuid' }]), csv('3099AB,A', '3099AC,A', '3098AB,A')),
    ).toEqual([
      "routes[0] (3034): neighbourhood 'zuid' does not exist",
      'streets: 3098 is in none of the routes',
      'streets: 3099 is in none of the routes',
    ]);
  });

  it('fit where every postcode has a street of its own, and are refused where they can be no register', () => {
    const name = (length: number, at: number) => `${at}`.padEnd(length, 'x');
    expect(problems(directory(), csv(...ISSUED.map((pair, at) => `3034${pair},${name(24, at)}`)))).toEqual([]);
    expect(problems(directory(), csv(...ISSUED.map((pair, at) => `3034${pair},${name(80, at)}`)))).toEqual([
      '3034: its streets and exceptions are 72 KB, 64 is the most',
    ]);
  });
});
