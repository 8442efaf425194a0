import type { Response } from './responses.ts';
import { file } from './responses.ts';

export type CsvRow = readonly (string | number | undefined)[];

/**
 * What a spreadsheet takes for a formula when a cell begins with it (OWASP, CSV injection): also in the full width of Chinese and Japanese, and
 * after white space, which some drop.
 */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** Lines of RFC 4180: every text in quotes, CRLF. A text that a spreadsheet would run gets an apostrophe in front of it. */
export const csv = (rows: readonly CsvRow[]): string => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Without it Excel reads accents as two strange characters. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A download. `name`: of the file, in ASCII, without its ending. */
export const csvFile = (name: string, rows: readonly CsvRow[]): Response =>
  file(`${name}.csv`, 'text/csv; charset=utf-8; header=present', BYTE_ORDER_MARK + csv(rows));
