import { type Address, fourDigits, type Postcode, twoLetters } from './address.ts';
import type { NeighbourhoodId } from './ids.ts';

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
