import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv-rows.ts';

const cellsIn = (text: string) => readCsv(text).map(({ cells }) => cells);

describe('a table out of a spreadsheet', () => {
  it.each([
    ['commas', 'a,b\nc,d\n'],
    ['the semicolons of a Dutch Excel', 'a;b\r\nc;d\r\n'],
    ['the tabs of what was copied', 'a\tb\nc\td'],
    ['the line ends of an old Mac', 'a;b\rc;d\r'],
    ['a mark at its beginning', '\uFEFFa;b\nc;d'],
    ['quotes around everything', '"a";"b"\r\n"c";"d"'],
    ['spaces around cells and quotes', ' a , "b" \n c , d'],
    ['empty lines', '\n\na;b\n;\n \nc;d\n\n'],
  ])('may have %s', (_what, text) => {
    expect(cellsIn(text)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keeps together what is in quotes: separators, line breaks and quotes', () => {
    expect(cellsIn('1,"Noord, oost"\n2,"a;b"\n3;"zeg ""hoi"""\n4;"een\r\ntwee";\n5,""')).toEqual([
      ['1', 'Noord, oost'],
      ['2', 'a;b'],
      ['3', 'zeg "hoi"'],
      ['4', 'een\r\ntwee', ''],
      ['5', ''],
    ]);
  });

  it('takes a comma for a letter where semicolons or tabs separate', () => {
    expect(cellsIn('1;Noord, oost\n2\tZuid, west; midden')).toEqual([
      ['1', 'Noord, oost'],
      ['2', 'Zuid, west; midden'],
    ]);
  });

  it('says on which line a row begins, also after a cell of two lines', () => {
    expect(readCsv('a;b\r\n\r\n"c\r\nd";e\r\nf;g').map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it('lets a quote that nobody closed spoil its own line alone', () => {
    expect(cellsIn('1;"Noord\n2;Zuid\n3;Wijk 5" breed')).toEqual([
      ['1', '"Noord'],
      ['2', 'Zuid'],
      ['3', 'Wijk 5" breed'],
    ]);
  });

  it('reads back whatever was written by the rules of RFC 4180', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '\r', '\n'), maxLength: 8 });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (table, separator, lineEnd) => {
        const text = table
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator))
          .join(lineEnd);
        const trimmed = table.map((row) => row.map((one) => one.trim()));
        expect(cellsIn(text)).toEqual(trimmed.filter((row) => row.some((one) => one !== '')));
      }),
    );
  });
});
