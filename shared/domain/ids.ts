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
const SIGNAL_ID_BYTES = 10;
const SIGNAL_ID_SHAPE = /^[0-9A-HJKMNP-TV-Z]{16}$/;
const SLUG_SHAPE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** `bytes`: at least 10; the first 80 bits count. Throws a RangeError on fewer. */
export function signalIdFromBytes(bytes: Uint8Array): SignalId {
  if (bytes.length < SIGNAL_ID_BYTES) throw new RangeError('a signal id needs 80 bits');
  let bits = 0n;
  for (const byte of bytes.subarray(0, SIGNAL_ID_BYTES)) bits = (bits << 8n) | BigInt(byte);
  let id = '';
  for (let shift = 75n; shift >= 0n; shift -= 5n) id += CROCKFORD.charAt(Number((bits >> shift) & 31n));
  return id as SignalId;
}

/** Reads a reference as people type it: any case, spaces and dashes anywhere, O for 0, I or L for 1. */
export function parseSignalId(text: string): SignalId | undefined {
  const id = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return SIGNAL_ID_SHAPE.test(id) ? (id as SignalId) : undefined;
}

const LETTER_CODE_SHAPE = /^[0-9A-HJKMNP-TV-Z]{12}$/;
const LETTER_CODE_DIGITS = 11;

/** `bytes`: at least 7; the first 55 bits count. Throws a RangeError on fewer. */
export function letterCodeFromBytes(bytes: Uint8Array): LetterCode {
  if (bytes.length < 7) throw new RangeError('a code needs 55 bits');
  let bits = 0n;
  for (const byte of bytes.subarray(0, 7)) bits = (bits << 8n) | BigInt(byte);
  let code = '';
  for (let shift = 51n; code.length < LETTER_CODE_DIGITS; shift -= 5n)
    code += CROCKFORD.charAt(Number((bits >> shift) & 31n));
  return (code + CROCKFORD.charAt((32 - (luhnSum(code, 2) % 32)) % 32)) as LetterCode;
}

/** As people type it. One that is mistyped is undefined, so that they hear of it: a wrong character or two swapped ones make a wrong sum. */
export function parseLetterCode(text: string): LetterCode | undefined {
  const code = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
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

/** `ABCD-EFGH-JKMN` */
export const spellLetterCode = (code: LetterCode): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');

/** `ABCD-EFGH-JKMN-PQRS`: groups of four can be read out over the phone. */
export const spellReference = (id: SignalId): string => id.replaceAll(/(.{4})(?=.)/g, '$1-');

/** Directory ids are slugs that a municipality chooses (`centrum`, `laurens-noord`). Throws a RangeError on another shape. */
function slug(text: string): string {
  if (!SLUG_SHAPE.test(text) || text.length > 60)
    throw new RangeError('an id has lower case letters, digits and dashes');
  return text;
}
export const isSlug = (text: string): boolean => SLUG_SHAPE.test(text) && text.length <= 60;
export const partnerId = (text: string): PartnerId => slug(text) as PartnerId;
export const neighbourhoodId = (text: string): NeighbourhoodId => slug(text) as NeighbourhoodId;
export const memberId = (text: string): MemberId => slug(text) as MemberId;
/** Also for codes off a misprinted poster: undefined when this can be nobody's. */
export const parseLocationCode = (text: string): LocationCode | undefined =>
  isSlug(text) && text.length <= MAX_LOCATION_CODE ? (text as LocationCode) : undefined;
export const factId = (text: string): FactId => slug(text) as FactId;
