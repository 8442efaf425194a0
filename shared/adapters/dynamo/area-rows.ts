import * as z from 'zod/mini';
import type { Location } from '#shared/domain/directory.ts';
import type { PostcodeRoutes } from '#shared/domain/routing.ts';
import { REPORTER_KINDS } from '#shared/domain/words.ts';
import { locationKey, routesKey } from './keys.ts';
import { type FieldsOf, instant, key, locationCode, neighbourhoodId, postcode } from './row-fields.ts';

/** The rows of the directory that the public form reads: none of them is of a person. */

const locationRow = z.pipe(
  z.strictObject({
    pk: key,
    sk: locationCode,
    ...({ name: z.string(), kind: z.enum(REPORTER_KINDS) } satisfies FieldsOf<Omit<Location, 'id'>>),
    added: z.exactOptional(z.literal(true)),
  }),
  z.transform(({ pk: _pk, sk, added: _added, ...location }): Location => ({ id: sk, ...location })),
);
export const locationFromRow = (item: unknown): Location => locationRow.parse(item);
export const rowOfLocation = ({ id, ...location }: Location) => ({ ...locationKey(id), ...location });

const routesRow = z.pipe(
  z.strictObject({
    pk: key,
    sk: z.string(),
    ...({
      neighbourhoodId,
      ranges: z.exactOptional(z.array(z.strictObject({ from: z.string(), until: z.string(), neighbourhoodId }))),
      exceptions: z.exactOptional(z.array(z.strictObject({ postcode, houseNumber: z.int(), neighbourhoodId }))),
      streets: z.exactOptional(z.array(z.strictObject({ name: z.string(), letters: z.array(z.string()) }))),
    } satisfies FieldsOf<Omit<PostcodeRoutes, 'fourDigits'>>),
  }),
  z.transform(({ pk: _pk, sk, ...routes }): PostcodeRoutes => ({ fourDigits: sk, ...routes })),
);
export const routesFromRow = (item: unknown): PostcodeRoutes => routesRow.parse(item);
export const rowOfRoutes = (version: string, { fourDigits, ...routes }: PostcodeRoutes) => ({
  ...routesKey(version, fourDigits),
  ...routes,
});

/** Which version of the routes is in force, and which ones were before and when they stopped being so. */
const pointerRow = z.strictObject({
  pk: key,
  sk: key,
  version: z.string(),
  former: z.array(z.strictObject({ version: z.string(), until: instant })),
});
export type RoutesPointer = Omit<z.output<typeof pointerRow>, 'pk' | 'sk'>;
export function pointerFromRow(item: unknown): RoutesPointer {
  const { version, former } = pointerRow.parse(item);
  return { version, former };
}
