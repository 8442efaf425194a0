import { tidied } from './typed-text.ts';

declare const brand: unique symbol;

/** `1234AB`: four digits not starting with 0, two letters other than SA, SD, SS (never issued). */
export type Postcode = string & { readonly [brand]: 'Postcode' };

/** Where somebody lives. Either postcode and number, or street, number and town when the postcode is not known. */
export type Address = {
  readonly postcode?: Postcode;
  readonly houseNumber: number;
  readonly houseLetter?: string;
  readonly houseNumberAddition?: string;
  readonly street?: string;
  readonly town?: string;
};

const POSTCODE = /^([1-9][0-9]{3})[\s.\-\u2010-\u2015]*([A-Z]{2})[.,]?$/;
const NEVER_ISSUED = new Set(['SA', 'SD', 'SS']);

/** Accepts what people type or paste (`1234 AB`, `1234ab`, `1234-AB.`) and gives the one spelling that is stored. */
export function parsePostcode(text: string): Postcode | undefined {
  const [, digits, letters] = POSTCODE.exec(tidied(text).toUpperCase()) ?? [];
  if (!digits || !letters || NEVER_ISSUED.has(letters)) return undefined;
  return `${digits}${letters}` as Postcode;
}

/** House numbers run from 1 to 99,999 (BAG catalogue, attribute huisnummer). */
export const MAX_HOUSE_NUMBER = 99_999;

export const fourDigits = (postcode: Postcode): string => postcode.slice(0, 4);
export const twoLetters = (postcode: Postcode): string => postcode.slice(4);
export const spellPostcode = (postcode: Postcode): string => `${fourDigits(postcode)} ${twoLetters(postcode)}`;

/**
 * Where somebody lives in one spelling, to tell whether two addresses are the same: people type capitals, blanks and dashes as they like.
 * An address with its postcode and the same one without are two spellings: nobody knows that they are one.
 */
export function addressInOneSpelling(address: Address): string {
  const { postcode, houseNumber, street, town } = address;
  const place = postcode ? [postcode] : [street, town];
  return JSON.stringify([...place.map(bare), houseNumber, suffixInOneSpelling(address)]);
}

/** What comes after the house number: what one takes for the letter is the addition to another. */
export const suffixInOneSpelling = ({
  houseLetter,
  houseNumberAddition,
}: Pick<Address, 'houseLetter' | 'houseNumberAddition'>): string => bare(houseLetter) + bare(houseNumberAddition);

const bare = (typed = ''): string =>
  typed
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** `12A bis`, as it stands on the door. */
export const spellHouseNumber = ({ houseNumber, houseLetter, houseNumberAddition }: Address): string =>
  [String(houseNumber) + (houseLetter ?? ''), houseNumberAddition].filter(Boolean).join(' ');
