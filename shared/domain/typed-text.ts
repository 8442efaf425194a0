/**
 * What comes along unseen when text is copied, from a contact card or a web page: marks of direction, blanks without width. Joiners stay:
 * a smile of several people needs them.
 */
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * Text as people type or paste it, in one spelling: without what cannot be seen, NFC, no blanks around it. A form without script ends its
 * lines in two characters: they count as one, so that it may hold as much as with script.
 */
export const tidied = (typed: string): string =>
  typed.replace(INVISIBLE, '').replace(/\r\n?/g, '\n').normalize('NFC').trim();

/** The digits of a phone number; blanks, dots, dashes, slashes and brackets go. Undefined unless nine to fifteen stay (E.164). */
export function parsePhone(typed: string): string | undefined {
  const digits = tidied(typed).replace(/[\s().\-\u2010-\u2015/]/g, '');
  return /^\+?\d{9,15}$/.test(digits) ? digits : undefined;
}

/** Visible ASCII, one `@`, a dot in the domain; no dot at the start or end of a part, nor two in a row (RFC 5321, without quotes). */
export const isEmail = (typed: string): boolean =>
  /^(?=[!-~]+$)(?!\.|.*(\.\.|\.@|@\.))[^@<>"(),;:\\[\]]+@[^@<>"(),;:\\[\]]+\.[^@.<>"(),;:\\[\]]{2,}$/.test(typed);
