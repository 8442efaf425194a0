import { inflateSync } from 'node:zlib';

const POINTS_TO_MM = 25.4 / 72;

/** What the pages of a PDF by Chromium are drawn with. */
const drawings = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)endstream/g)].flatMap(([, packed = '']) => {
    try {
      return [inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });

/** How much room, in millimetres, a PDF by Chromium leaves at the left edge of the paper and at the top: where it puts the box of its first page. */
export function marginsOf(pdf: Buffer): { readonly left: number; readonly top: number } {
  const [, scale = '', left = '', top = ''] =
    drawings(pdf)
      .map((drawing) =>
        /^(\.\d+) 0 0 -\1 0 [\d.]+ cm\s(?:[\s\S]*?)[\d.]+ 0 0 [\d.]+ ([\d.]+) ([\d.]+) cm/.exec(drawing),
      )
      .find((found) => found) ?? [];
  const inMm = (units: string) => Math.round(Number(units) * Number(scale) * POINTS_TO_MM);
  return { left: inMm(left), top: inMm(top) };
}
