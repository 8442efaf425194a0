import * as z from 'zod/mini';
import { parsePostcode } from '#shared/domain/address.ts';
import {
  factId as asFactId,
  memberId as asMemberId,
  neighbourhoodId as asNeighbourhoodId,
  partnerId as asPartnerId,
  parseLocationCode,
  parseSignalId,
} from '#shared/domain/ids.ts';
import { epochSeconds } from '#shared/domain/time.ts';

/**
 * Fields as they come out of a table. A row that does not fit is a fault, never a guess: parsing throws. Objects are strict, because an
 * attribute that this version does not know would be dropped by its next write.
 */

/** A schema for each field of `T`, none missing and none too many. */
export type FieldsOf<T> = { readonly [Field in keyof T]-?: z.core.$ZodType };

/** Text that a constructor of the domain accepts. It is stored in the one spelling that the constructor gives. */
function textOf<T extends string>(construct: (text: string) => T | undefined) {
  return z.pipe(
    z.string(),
    z.transform((text, context): T => {
      const value = attempt(construct, text);
      if (value === text) return value;
      context.issues.push({ code: 'custom', message: 'is not what was stored', input: text });
      return z.NEVER;
    }),
  );
}

function attempt<T>(construct: (text: string) => T | undefined, text: string): T | undefined {
  try {
    return construct(text);
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

export const signalId = textOf(parseSignalId);
export const partnerId = textOf(asPartnerId);
export const neighbourhoodId = textOf(asNeighbourhoodId);
export const memberId = textOf(asMemberId);
export const locationCode = textOf(parseLocationCode);
export const factId = textOf(asFactId);
export const postcode = textOf(parsePostcode);
export const instant = z.pipe(z.int(), z.transform(epochSeconds));
export const count = z.int().check(z.nonnegative());
/** A key of the row itself: opaque here. */
export const key = z.string();

/** What is left of a row without these of its attributes. */
export function without<Row extends object, Fields extends object>(row: Row, fields: Fields): Omit<Row, keyof Fields> {
  const left: Partial<Row> = {};
  for (const name in row) if (!(name in fields)) left[name] = row[name];
  return left as Omit<Row, keyof Fields>;
}
