import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DESK, neighbourhoodId, partnerId } from '#shared/domain/ids.ts';
import { aDirectory, aNeighbourhood, aPartner, aPostcode, aReport, aSignal } from '#shared/testing/builders.ts';
import { aTown } from '../../tests/support/memory-town.ts';

const PLACES = ['een', 'twee', 'drie'].map(neighbourhoodId);
const PARTNERS = ['noord', 'oost', 'zuid'].map(partnerId);
const letters = fc.tuple(fc.constantFrom(...'ABC'), fc.constantFrom(...'ABC')).map((pair) => pair.join(''));
const rules = fc.record({
  fourDigits: fc.constantFrom('3034', '3035'),
  neighbourhoodId: fc.constantFrom(...PLACES),
  ranges: fc.array(fc.record({ from: letters, until: letters, neighbourhoodId: fc.constantFrom(...PLACES) }), {
    maxLength: 3,
  }),
});

it('gives whatever comes in exactly one owner who is there, however full of holes the directory is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(rules, { selector: ({ fourDigits }) => fourDigits, maxLength: 2 }),
      fc.subarray(PARTNERS),
      fc.array(fc.option(fc.constantFrom(...PARTNERS), { nil: undefined }), { minLength: 3, maxLength: 3 }),
      fc.subarray(PLACES),
      fc.option(fc.tuple(fc.constantFrom('3034', '3035', '3036'), letters), { nil: undefined }),
      async (routes, here, serving, places, postcode) => {
        const town = await aTown({
          directory: aDirectory({
            partners: here.map((id) => aPartner({ id, backupId: PARTNERS[0]! })),
            neighbourhoods: places.map((id, place) => {
              const { partnerId: _other, ...bare } = aNeighbourhood({ id });
              const partner = serving[place];
              return partner ? { ...bare, partnerId: partner } : bare;
            }),
            members: [],
            routes,
          }),
        });
        const { postcode: _any, ...rest } = aReport().address;
        const address = postcode
          ? { ...rest, postcode: aPostcode(postcode.join('')) }
          : { houseNumber: 1, street: 'Dorpsstraat', town: 'Dorp' };
        const { id } = await town.keep(aSignal({ report: aReport({ address }) }));
        await town.advance(id);
        const { assignment, status } = await town.read(id);
        expect(status).toBe('assigned');
        expect([DESK, ...here]).toContain(assignment?.ownerId);
        expect(town.auditOf(id).filter(({ event }) => event === 'assign')).toHaveLength(1);
        expect(town.mailer.sent).not.toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});
