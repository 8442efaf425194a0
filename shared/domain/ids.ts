/** Names for things that are all strings underneath. Only this file casts. */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** 80 bits in Crockford's base32 (16 characters, no I, L, O, U): the reporter's reference and the key of the signal. */
export type SignalId = Branded<'SignalId'>;
export type PartnerId = Branded<'PartnerId'>;
export type NeighbourhoodId = Branded<'NeighbourhoodId'>;
export type MemberId = Branded<'MemberId'>;
/** What a poster, card or slip says where it hangs: `kapper-jansen`. Public. */
export type LocationCode = Branded<'LocationCode'>;
/** Random, known only to its signal: once the signal is gone, its fact belongs to nobody. */
export type FactId = Branded<'FactId'>;

/** On the letter to a resident: twelve characters of Crockford's base32, the last of which checks the others. Not the reporter's reference. */
export type LetterCode = Branded<'LetterCode'>;

/** The municipal desk owns what no partner can own. It is a partner like any other, under this reserved id. */
export const DESK = 'desk' as PartnerId;

/** `?via=telefoon`: somebody of the municipality fills in the form for who calls. Reserved: no place can have it. */
export const BY_PHONE = 'telefoon' as LocationCode;

/** What a form may send as its `source`, known or not. */
const MAX_LOCATION_CODE = 40;

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SIGNAL_ID_SHAPE = /^[0-9A-HJKMNP-TV-Z]{16}$/;
const SLUG_SHAPE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The first bits of these bytes as so many characters, five bits each. */
function base32(bytes: Uint8Array, characters: number): string {
  const used = Math.ceil((characters * 5) / 8);
  let bits = 0n;
  for (const byte of bytes.subarray(0, used)) bits = (bits << 8n) | BigInt(byte);
  const digit = (at: number): number => Number((bits >> BigInt(used * 8 - 5 * (at + 1))) & 31n);
  return Array.from({ length: characters }, (_, at) => CROCKFORD.charAt(digit(at))).join('');
}

/** As people type it: any case, spaces and dashes anywhere, O for 0, I or L for 1. */
const base32AsTyped = (text: string): string =>
  text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** `bytes`: at least 10; the first 80 bits count. Throws a RangeError on fewer. */
export function signalIdFromBytes(bytes: Uint8Array): SignalId {
  if (bytes.length < 10) throw new RangeError('a signal id needs 80 bits');
  return base32(bytes, 16) as SignalId;
}

/** Reads a reference as people type it. */
export function parseSignalId(text: string): SignalId | undefined {
  const id = base32AsTyped(text);
  return SIGNAL_ID_SHAPE.test(id) ? (id as SignalId) : undefined;
}

const LETTER_CODE_SHAPE = /^[0-9A-HJKMNP-TV-Z]{12}$/;

/** `bytes`: at least 7; the first 55 bits count. Throws a RangeError on fewer. */
export function letterCodeFromBytes(bytes: Uint8Array): LetterCode {
  if (bytes.length < 7) throw new RangeError('a code needs 55 bits');
  const code = base32(bytes, 11);
  return (code + CROCKFORD.charAt((32 - (luhnSum(code, 2) % 32)) % 32)) as LetterCode;
}

/** As people type it. One that is mistyped is undefined, so that they hear of it: a wrong character or two swapped ones make a wrong sum. */
export function parseLetterCode(text: string): LetterCode | undefined {
  const code = base32AsTyped(text);
  return LETTER_CODE_SHAPE.test(code) && luhnSum(code, 1) % 32 === 0 ? (code as LetterCode) : undefined;
}

/** Luhn's sum in base 32: from the right, every other digit counts double. */
function luhnSum(code: string, first: 1 | 2): number {
  let sum = 0;
  [...code].reverse().forEach((character, at) => {
    const digit = CROCKFORD.indexOf(character) * ((at % 2 === 0) === (first === 1) ? 1 : 2);
    sum += Math.floor(digit / 32) + (digit % 32);
  });
  return sum;
}

/** Directory ids are slugs that a municipality chooses (`centrum`, `laurens-noord`). Throws a RangeError on another shape. */
function slug(text: string): string {
  if (!SLUG_SHAPE.test(text) || text.length > 60)
    throw new RangeError('an id has lower case letters, digits and dashes');
  return text;
}
export const isSlug = (text: string): boolean => SLUG_SHAPE.test(text) && text.length <= 60;
export const partnerId = (text: string): PartnerId => slug(text) as PartnerId;
/** Undefined when this can be nobody's. */
export const parsePartnerId = (text: string): PartnerId | undefined => (isSlug(text) ? partnerId(text) : undefined);
export const neighbourhoodId = (text: string): NeighbourhoodId => slug(text) as NeighbourhoodId;
export const memberId = (text: string): MemberId => slug(text) as MemberId;
/** Also for codes off a misprinted poster: undefined when this can be nobody's. */
export const parseLocationCode = (text: string): LocationCode | undefined =>
  isSlug(text) && text.length <= MAX_LOCATION_CODE ? (text as LocationCode) : undefined;
export const factId = (text: string): FactId => slug(text) as FactId;
