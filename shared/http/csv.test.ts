import { describe, expect, it } from 'vitest';
import { csv, csvFile } from './csv.ts';

describe('a file for a spreadsheet', () => {
  it('is RFC 4180: commas, quotes doubled, line ends inside kept, CRLF at the end of every line', () => {
    expect(
      csv([
        ['Wijk', 'Aantal'],
        ['Oude "Noorden", oost', 15],
        ['a\nb', undefined],
      ]),
    ).toBe('"Wijk","Aantal"\r\n"Oude ""Noorden"", oost",15\r\n"a\nb",\r\n');
  });

  it.each([
    '=1+1',
    '+31',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\tx',
    '\nx',
    ' =1',
    '＝1+1',
    '＋31',
    '－2',
    '＠SUM(A1)',
  ])('runs nothing: %j is text', (text) => {
    expect(csv([[text]])).toBe(`"'${text}"\r\n`);
  });

  it('keeps numbers numbers, also negative ones', () => {
    expect(csv([[-5, 0]])).toBe('-5,0\r\n');
  });

  it('is downloaded under its name, in UTF-8 as Excel knows it, and kept nowhere', () => {
    const { statusCode, headers, body } = csvFile('cijfers-2026', [['café']]);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="cijfers-2026.csv"',
      'cache-control': 'no-store',
      'api-version': expect.any(String),
    });
    expect(body).toBe('\uFEFF"café"\r\n');
  });
});
