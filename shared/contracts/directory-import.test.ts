import { describe, expect, it } from 'vitest';
import { readDirectory } from './directory-import.ts';

const partner = (id: string, rest: object = {}) => ({ id, name: id, mailboxes: [`post@${id}.example`], ...rest });
const file = (changes: object = {}) => ({
  neighbourhoods: [
    { id: 'noord', name: 'Noord', partnerId: 'de-linde' },
    { id: 'zuid', name: 'Zuid' },
  ],
  partners: [partner('de-linde', { backupId: 'de-zwaan' }), partner('de-zwaan')],
  members: [{ id: 'anna', name: 'Anna', email: 'Anna@Linde.example', partnerId: 'de-linde', role: 'member' }],
  routes: [
    { postcodes: '3011, 3021-3022', neighbourhoodId: 'noord' },
    {
      postcodes: '3031',
      neighbourhoodId: 'zuid',
      pc6Ranges: [{ from: 'AA', until: 'BZ', neighbourhoodId: 'noord' }],
      exceptions: [{ postcode: '3031 ab', houseNumber: 12, neighbourhoodId: 'zuid' }],
    },
  ],
  ...changes,
});
const problems = (changes: object): readonly string[] => {
  const reading = readDirectory(file(changes));
  return reading.kind === 'wrong' ? reading.problems : [];
};

describe('reading a directory', () => {
  it('spells out lists and ranges of postcodes, one entry each', () => {
    expect(readDirectory(file())).toMatchObject({
      kind: 'read',
      directory: {
        members: [{ email: 'anna@linde.example' }],
        routes: [
          { fourDigits: '3011', neighbourhoodId: 'noord' },
          { fourDigits: '3021', neighbourhoodId: 'noord' },
          { fourDigits: '3022', neighbourhoodId: 'noord' },
          {
            fourDigits: '3031',
            neighbourhoodId: 'zuid',
            ranges: [{ from: 'AA', until: 'BZ', neighbourhoodId: 'noord' }],
            exceptions: [{ postcode: '3031AB', houseNumber: 12, neighbourhoodId: 'zuid' }],
          },
        ],
      },
    });
  });

  it('takes what a partner said of its weekends, its holidays and itself', () => {
    const away = [{ from: '2026-12-24', until: '2027-01-03' }];
    const said = { weekends: true, away, dataRole: 'processor', publicContact: 'Markt 1', phone: '010 123 45 67' };
    const partners = [partner('de-linde', said), partner('de-zwaan')];
    expect(readDirectory(file({ partners }))).toMatchObject({ kind: 'read', directory: { partners } });
    const wrong = { weekends: 'yes', away: [{ from: '2026-12-24', until: '2026-12-23' }], dataRole: 'x', phone: 'bel' };
    expect(problems({ partners: [partner('de-linde', wrong), partner('de-zwaan')] })).toEqual([
      'partners[0].weekends: is not true or false',
      'partners[0].away[0]: ends before it begins',
      'partners[0].dataRole: is not processor or controller',
      'partners[0].phone: is not a phone number of 9 to 15 digits',
    ]);
  });

  it('names the row whose shape is wrong', () => {
    expect(
      problems({
        partners: [
          { ...partner('de-linde'), id: 'De Linde' },
          { id: 'x', name: 'X', mailboxes: [] },
        ],
      }),
    ).toEqual([
      'partners[0].id: an id has lower case letters, digits and dashes',
      'partners[1].mailboxes: needs a mailbox',
    ]);
  });

  it('names a partner that does not exist', () => {
    expect(
      problems({
        neighbourhoods: [
          { id: 'noord', name: 'Noord', partnerId: 'gone' },
          { id: 'zuid', name: 'Zuid' },
        ],
        partners: [partner('de-linde', { backupId: 'gone' })],
      }),
    ).toEqual([
      "neighbourhoods[0] (noord): partner 'gone' does not exist",
      "partners[0] (de-linde): partner 'gone' does not exist",
    ]);
  });

  it('refuses a partner that is its own backup, and reserved ids', () => {
    expect(problems({ partners: [partner('de-linde', { backupId: 'de-linde' }), partner('desk')] })).toEqual([
      "partners[1]: 'desk' is reserved",
      'partners[0] (de-linde): is its own backup',
    ]);
  });

  it('reads where posters hang, and needs none', () => {
    const locations = [{ id: 'kapper-jansen', name: 'Kapsalon Jansen', kind: 'shop' }];
    expect(readDirectory(file({ locations }))).toMatchObject({ directory: { locations } });
    expect(readDirectory(file())).toMatchObject({ directory: { locations: [] } });
  });

  it('names what is wrong with a location', () => {
    expect(
      problems({
        locations: [
          { id: 'Kapper Jansen', name: '', kind: 'shop' },
          { id: 'x', name: 'X', kind: 'kapper' },
        ],
      }),
    ).toEqual([
      'locations[0].id: a code has lower case letters, digits and dashes, 40 at most',
      'locations[0].name: is empty',
      expect.stringMatching(/^locations\[1\]\.kind: is not neighbour, .*shop/),
    ]);
    const shop = { id: 'kapper', name: 'Kapper', kind: 'shop' };
    expect(problems({ locations: [shop, shop, { ...shop, id: 'telefoon' }] })).toEqual([
      "locations[1]: id 'kapper' is also in locations[0]",
      "locations[2]: 'telefoon' is reserved",
    ]);
  });

  it('ties the roles of the municipality to the municipality', () => {
    const members = [
      { id: 'a', name: 'A', email: 'a@x.example', partnerId: 'municipality', role: 'coordinator' },
      { id: 'b', name: 'B', email: 'b@x.example', partnerId: 'de-linde', role: 'desk' },
      { id: 'c', name: 'C', email: 'a@x.example', partnerId: 'desk', role: 'member' },
    ];
    expect(problems({ members })).toEqual([
      "members[2]: e-mail address 'a@x.example' is also in members[0]",
      "members[1] (b): role 'desk' belongs to partnerId 'desk'",
      "members[2] (c): partner 'desk' does not exist",
    ]);
  });

  it('puts the coordinators of the municipality under the desk', () => {
    const members = [{ id: 'a', name: 'A', email: 'a@x.example', partnerId: 'municipality', role: 'coordinator' }];
    expect(readDirectory(file({ members }))).toMatchObject({
      directory: { members: [{ id: 'a', partnerId: 'desk' }] },
    });
  });

  it('gives each postcode one neighbourhood that exists', () => {
    const routes = [
      { postcodes: '3011-3013', neighbourhoodId: 'noord' },
      { postcodes: '3013', neighbourhoodId: 'west' },
      { postcodes: '3020-3015', neighbourhoodId: 'noord' },
    ];
    expect(problems({ routes })).toEqual([
      "routes[1] (3013): neighbourhood 'west' does not exist",
      'routes[1] (3013): 3013 is also in routes[0]',
      'routes[2] (3020-3015): postcodes are written like 3011, 3013 or 3021-3029',
    ]);
  });

  it('refuses letter ranges that overlap or that stand for several postcodes, and exceptions elsewhere', () => {
    const range = (from: string, until: string) => ({ from, until, neighbourhoodId: 'zuid' });
    const routes = [
      { postcodes: '3011-3012', neighbourhoodId: 'noord', pc6Ranges: [range('AA', 'BB')] },
      { postcodes: '3013', neighbourhoodId: 'noord', pc6Ranges: [range('CC', 'DD'), range('AA', 'CC')] },
      {
        postcodes: '3014',
        neighbourhoodId: 'noord',
        exceptions: [{ postcode: '3015AA', houseNumber: 1, neighbourhoodId: 'zuid' }],
      },
    ];
    expect(problems({ routes })).toEqual([
      'routes[0] (3011-3012): letter ranges need a row with one postcode',
      'routes[1] (3013): ranges AA-CC and CC-DD overlap',
      'routes[2] (3014): exception 3015AA lies outside this row',
    ]);
  });
});
