import { type Address, fourDigits, type Postcode, twoLetters } from './address.ts';
import type { NeighbourhoodId } from './ids.ts';

/** A street and, of its postcodes within four digits, the letters, as the address register (BAG) has them. */
export type Street = { readonly name: string; readonly letters: readonly string[] };

/** The rules for one four-digit postcode. The most exact rule wins: house number, then letter range, then the four digits. */
export type PostcodeRoutes = {
  readonly fourDigits: string;
  readonly neighbourhoodId: NeighbourhoodId;
  /** Letter pairs from and until, both included: `AA`–`BZ`. */
  readonly ranges?: readonly {
    readonly from: string;
    readonly until: string;
    readonly neighbourhoodId: NeighbourhoodId;
  }[];
  readonly exceptions?: readonly {
    readonly postcode: Postcode;
    readonly houseNumber: number;
    readonly neighbourhoodId: NeighbourhoodId;
  }[];
  /** Absent where the municipality imported none. */
  readonly streets?: readonly Street[];
};

/** Which neighbourhood an address lies in. Undefined when the postcode is not known or nobody's: then the desk finds it. */
export function neighbourhoodOf(address: Address, routes: PostcodeRoutes | undefined): NeighbourhoodId | undefined {
  const { postcode, houseNumber } = address;
  if (!postcode || routes?.fourDigits !== fourDigits(postcode)) return undefined;
  const exception = routes.exceptions?.find((one) => one.postcode === postcode && one.houseNumber === houseNumber);
  if (exception) return exception.neighbourhoodId;
  const letters = twoLetters(postcode);
  const range = routes.ranges?.find(({ from, until }) => from <= letters && letters <= until);
  return range?.neighbourhoodId ?? routes.neighbourhoodId;
}

/** The streets that a postcode stands for: nearly always one, and none where the register was not imported or does not know it. */
export const streetsAt = (postcode: Postcode, routes: PostcodeRoutes | undefined): readonly string[] =>
  (routes?.fourDigits === fourDigits(postcode) ? (routes.streets ?? []) : [])
    .filter(({ letters }) => letters.includes(twoLetters(postcode)))
    .map(({ name }) => name);

/** With its street, where the postcode has exactly one. What somebody typed stays: they were there, the register was not. */
export function withStreet(address: Address, routes: PostcodeRoutes | undefined): Address {
  const [street, ...others] = address.postcode ? streetsAt(address.postcode, routes) : [];
  return street && others.length === 0 && !address.street ? { ...address, street } : address;
}
