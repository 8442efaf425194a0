import { fourDigits, type Postcode, parsePostcode, twoLetters } from '#shared/domain/address.ts';
import { readCsv } from '#shared/domain/csv-rows.ts';
import type { Street } from '#shared/domain/routing.ts';

/** Street names of the address register have 80 characters at most (BAG catalogue, attribute naam openbare ruimte). */
const LONGEST_NAME = 80;
const HEADING = /^postcode;(street|straat)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
const UNREADABLE = /[\u0000-\u001f\u007f-\u009f\ufffd]/;

export type StreetReading = {
  /** Per four-digit postcode; by name. */
  readonly streets: ReadonlyMap<string, readonly Street[]>;
  /** Each with its line. */
  readonly problems: readonly string[];
};

/**
 * Reads which streets the postcodes stand for: a CSV of two columns under the heading `postcode,street`. The same line may come again, as it
 * does when somebody takes a row per address out of the register.
 */
export function readStreets(csv: string): StreetReading {
  const [heading, ...rows] = readCsv(csv);
  const problems = HEADING.test(heading?.cells.join(';') ?? '')
    ? []
    : ["streets, line 1: the heading is 'postcode,street'"];
  const letters = new Map<string, Map<string, Set<string>>>();
  for (const { line, cells } of rows) {
    const read = readRow(cells);
    if (typeof read === 'string') {
      problems.push(`streets, line ${line}: ${read}`);
      continue;
    }
    const names = within(letters, fourDigits(read.postcode), () => new Map<string, Set<string>>());
    within(names, read.street, () => new Set()).add(twoLetters(read.postcode));
  }
  return { streets: new Map([...letters].map(([digits, names]) => [digits, sorted(names)])), problems };
}

/** What is wrong, when it is a text. */
function readRow(cells: readonly string[]): { readonly postcode: Postcode; readonly street: string } | string {
  const [first, second] = cells;
  if (first === undefined || second === undefined || cells.length > 2) return 'is not a postcode and a street';
  const postcode = parsePostcode(first);
  const street = second.normalize('NFC');
  if (!postcode) return 'is not a postcode like 3011AB';
  if (!street) return 'has no street';
  if (street.length > LONGEST_NAME) return `has a street of more than ${LONGEST_NAME} characters`;
  if (UNREADABLE.test(street)) return 'has characters that cannot be read: save the file as UTF-8';
  return { postcode, street };
}

function within<Key, Value>(map: Map<Key, Value>, key: Key, empty: () => Value): Value {
  const there = map.get(key) ?? empty();
  map.set(key, there);
  return there;
}

const sorted = (names: ReadonlyMap<string, ReadonlySet<string>>): Street[] =>
  [...names].map(([name, pairs]) => ({ name, letters: [...pairs].sort() })).sort((a, b) => (a.name < b.name ? -1 : 1));
