import qrcode from 'qrcode-generator';

/** White modules around the code, as the standard asks: phones find it by them. */
const QUIET_ZONE = 4;

/** A QR code as one SVG of a single path, black on white whatever the theme. Level Q: a quarter of it may be scratched or stained. */
export function qrSvg(text: string): string {
  const code = qrcode(0, 'Q');
  code.addData(text);
  code.make();
  const modules = code.getModuleCount();
  const size = modules + 2 * QUIET_ZONE;
  let path = '';
  for (let row = 0; row < modules; row += 1) {
    for (let column = 0; column < modules; column += 1) {
      if (code.isDark(row, column)) path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
}
