/**
 * A table that came out of a spreadsheet: CSV as RFC 4180 describes it, with commas, with the semicolons of a Dutch Excel, or with the tabs of what
 * was copied. A cell in quotes may hold separators, line breaks and doubled quotes. Quotes that are not around a whole cell are letters like any
 * other, so that one that nobody closed spoils its own line and not all that follow.
 */
export type CsvRow = {
  /** On which line of the text it begins; the first is 1. */
  readonly line: number;
  /** Without the quotes and the spaces around them. */
  readonly cells: readonly string[];
};

/** The first of these that stands outside quotes separates the cells of a row: names have commas in them more often than tabs. */
const SEPARATORS: readonly string[] = ['\t', ';', ','];
const QUOTED = / *"([^"]*(?:""[^"]*)*)" *(?=[\t;,\r\n]|$)/y;
const PLAIN = /[^\t;,\r\n]*/y;
const LINE_BREAK = /\r\n|\r|\n/g;

/** What stands before the next separator, whichever that is, or the end of the row. */
type Piece = { readonly raw: string; readonly quoted?: string; readonly then: string };

/** Every row with something in it. */
export function readCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const pieces: Piece[] = [];
    let piece: Piece;
    do {
      piece = pieceAt(text, at);
      at += piece.raw.length + piece.then.length;
      pieces.push(piece);
    } while (SEPARATORS.includes(piece.then));
    const cells = cellsOf(pieces);
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
    line += 1 + pieces.reduce((count, { quoted }) => count + (quoted?.match(LINE_BREAK)?.length ?? 0), 0);
  }
  return rows;
}

function pieceAt(text: string, at: number): Piece {
  const [whole, quoted] = matchAt(QUOTED, text, at) ?? [];
  const [raw = ''] = whole === undefined ? (matchAt(PLAIN, text, at) ?? []) : [whole];
  const end = at + raw.length;
  const then = text.startsWith('\r\n', end) ? '\r\n' : text.charAt(end);
  return { raw, then, ...(quoted !== undefined && { quoted }) };
}

function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}

/** A separator that is not the one of this row is a letter of the cell that it stands in. */
function cellsOf(pieces: readonly Piece[]): string[] {
  const separator = SEPARATORS.find((one) => pieces.some(({ then }) => then === one));
  const cells: string[] = [];
  let begun = '';
  for (const { raw, quoted, then } of pieces) {
    const goesOn = then !== separator && SEPARATORS.includes(then);
    if (goesOn) {
      begun += raw + then;
    } else {
      cells.push(begun === '' && quoted !== undefined ? quoted.replaceAll('""', '"').trim() : (begun + raw).trim());
      begun = '';
    }
  }
  return cells;
}
