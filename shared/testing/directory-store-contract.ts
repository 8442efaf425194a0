import fc from 'fast-check';
import { expect } from 'vitest';
import { memberId, neighbourhoodId, partnerId } from '#shared/domain/ids.ts';
import type { Directory, DirectoryStore } from '#shared/ports/directory-store.ts';
import { anyRoutes } from './arbitraries.ts';
import { aDirectory, aLocation, aLocationCode, aMember, aNeighbourhood, aPartner, someRoutes } from './builders.ts';
import { type Behaves, contract, type RawTables, type Skips } from './contract.ts';

export type OpenDirectory = () => Promise<{
  readonly directory: DirectoryStore;
  dump(): Promise<Pick<RawTables, 'directory'>>;
}>;

/** What a directory promises. `open` gives an empty one. */
export function directoryStoreContract(open: OpenDirectory, skips: Skips = {}): void {
  contract('directory', skips, (behaves) => {
    reading(behaves, open);
    importing(behaves, open);
  });
}

function reading(behaves: Behaves, open: OpenDirectory): void {
  behaves('knows nobody before the first import', async () => {
    const { directory } = await open();
    expect(await directory.routesFor('3034')).toBeUndefined();
    expect(await directory.partner(partnerId('centrum'))).toBeUndefined();
    expect(await directory.partners()).toEqual([]);
    expect(await directory.neighbourhoods()).toEqual([]);
    expect(await directory.members()).toEqual([]);
    expect(await directory.memberByEmail('anna@welzijn.example')).toBeUndefined();
  });

  behaves('gives back everybody and everything that was imported', async () => {
    const { directory } = await open();
    const all = aDirectory();
    await directory.importDirectory(all);
    expect(await directory.partners()).toStrictEqual(byId(all.partners));
    expect(await directory.neighbourhoods()).toStrictEqual(byId(all.neighbourhoods));
    expect(await directory.members()).toStrictEqual(byId(all.members));
    expect(await directory.locations()).toStrictEqual(byId(all.locations));
    for (const partner of all.partners) expect(await directory.partner(partner.id)).toStrictEqual(partner);
    for (const one of all.neighbourhoods) expect(await directory.neighbourhood(one.id)).toStrictEqual(one);
    for (const member of all.members) expect(await directory.member(member.id)).toStrictEqual(member);
    for (const one of all.locations) expect(await directory.location(one.id)).toStrictEqual(one);
    for (const routes of all.routes) expect(await directory.routesFor(routes.fourDigits)).toStrictEqual(routes);
  });

  behaves('keeps every rule of a postcode', async () => {
    const { directory } = await open();
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyRoutes, { maxLength: 4, selector: digitsOf }), async (routes) => {
        await directory.importDirectory(aDirectory({ routes }));
        for (const one of routes) expect(await directory.routesFor(one.fourDigits)).toStrictEqual(one);
      }),
      { numRuns: 20 },
    );
  });

  behaves('knows no postcode outside the area, and no stranger', async () => {
    const { directory } = await open();
    await directory.importDirectory(aDirectory());
    expect(await directory.routesFor('1011')).toBeUndefined();
    expect(await directory.partner(partnerId('nobody'))).toBeUndefined();
    expect(await directory.neighbourhood(neighbourhoodId('nowhere'))).toBeUndefined();
    expect(await directory.member(memberId('nobody'))).toBeUndefined();
    expect(await directory.memberByEmail('nobody@example.nl')).toBeUndefined();
    expect(await directory.location(aLocationCode('nergens'))).toBeUndefined();
  });

  behaves('finds a member by address, however it is written', async () => {
    const { directory } = await open();
    const anna = aMember({ email: 'Anna.Bakker@Welzijn.example' });
    await directory.importDirectory(aDirectory({ members: [anna] }));
    for (const email of ['Anna.Bakker@Welzijn.example', 'anna.bakker@welzijn.example', 'ANNA.BAKKER@WELZIJN.EXAMPLE']) {
      expect(await directory.memberByEmail(email)).toStrictEqual(anna);
    }
  });

  behaves('has no name, address or mailbox in a key', async () => {
    const { directory, dump } = await open();
    await directory.importDirectory(aDirectory());
    const keys = (await dump()).directory.map(({ pk, sk }) => `${pk} ${sk}`);
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((key) => /[@A-Z]|bakker/.test(key))).toEqual([]);
  });
}

function importing(behaves: Behaves, open: OpenDirectory): void {
  behaves('replaces people and organisations: who is not in the import is gone', async () => {
    const { directory } = await open();
    await directory.importDirectory(aDirectory());
    const only: Directory = {
      partners: [aPartner({ name: 'Nieuw Centrum' })],
      neighbourhoods: [aNeighbourhood({ name: 'Nieuwe Noorden' })],
      members: [aMember({ name: 'Anna Nieuw' })],
      routes: [],
      locations: [aLocation({ name: 'Kapsalon Nieuw' })],
    };
    await directory.importDirectory(only);
    expect(await directory.partners()).toStrictEqual(only.partners);
    expect(await directory.neighbourhoods()).toStrictEqual(only.neighbourhoods);
    expect(await directory.member(memberId('anna'))).toStrictEqual(only.members[0]);
    expect(await directory.member(memberId('noor'))).toBeUndefined();
    expect(await directory.location(aLocationCode('kapper-jansen'))).toStrictEqual(only.locations[0]);
    expect(await directory.location(aLocationCode('apotheek-noord'))).toBeUndefined();
    expect(await directory.memberByEmail('noor@stichting.example')).toBeUndefined();
  });

  behaves('switches all routes at once: no postcode of the import before stays', async () => {
    const { directory } = await open();
    await directory.importDirectory(aDirectory());
    const moved = someRoutes({ fourDigits: '3035', neighbourhoodId: neighbourhoodId('oude-noorden') });
    const arrived = someRoutes({ fourDigits: '3099' });
    await directory.importDirectory(aDirectory({ routes: [moved, arrived] }));
    expect(await directory.routesFor('3034')).toBeUndefined();
    expect(await directory.routesFor('3035')).toStrictEqual(moved);
    expect(await directory.routesFor('3099')).toStrictEqual(arrived);
  });

  behaves('takes the same directory again', async () => {
    const { directory } = await open();
    const all = aDirectory();
    for (let time = 0; time < 3; time += 1) await directory.importDirectory(all);
    expect(await directory.partners()).toStrictEqual(byId(all.partners));
    expect(await directory.routesFor('3034')).toStrictEqual(all.routes[0]);
  });

  behaves('takes a city: hundreds of people and postcodes', async () => {
    const { directory } = await open();
    const members = Array.from({ length: 130 }, (_, n) =>
      aMember({ id: memberId(`m-${n}`), email: `m${n}@x.example` }),
    );
    const routes = Array.from({ length: 120 }, (_, n) => someRoutes({ fourDigits: String(3_000 + n) }));
    await directory.importDirectory(aDirectory({ members, routes }));
    expect(await directory.memberByEmail('m129@x.example')).toStrictEqual(members[129]);
    expect(await directory.routesFor('3119')).toStrictEqual(routes[119]);
    await directory.importDirectory(aDirectory());
    expect(await directory.memberByEmail('m129@x.example')).toBeUndefined();
    expect(await directory.routesFor('3119')).toBeUndefined();
  });

  behaves('refuses an import in which one thing would hide another, and changes nothing', async () => {
    const { directory } = await open();
    const all = aDirectory();
    await directory.importDirectory(all);
    const twice: readonly Partial<Directory>[] = [
      { members: [aMember(), aMember({ name: 'Nog een Anna' })] },
      { partners: [aPartner(), aPartner()] },
      { neighbourhoods: [aNeighbourhood(), aNeighbourhood()] },
      { routes: [someRoutes(), someRoutes()] },
      { locations: [aLocation(), aLocation({ name: 'Kapsalon Jansen twee' })] },
    ];
    for (const part of twice) {
      await expect(directory.importDirectory(aDirectory(part))).rejects.toThrow(RangeError);
    }
    expect(await directory.partners()).toStrictEqual(byId(all.partners));
    expect(await directory.member(memberId('anna'))).toStrictEqual(all.members[0]);
    expect(await directory.routesFor('3034')).toStrictEqual(all.routes[0]);
  });
}

const digitsOf = ({ fourDigits }: { fourDigits: string }): string => fourDigits;
const byId = <T extends { readonly id: string }>(items: readonly T[]): T[] =>
  [...items].sort((one, other) => (one.id < other.id ? -1 : 1));
