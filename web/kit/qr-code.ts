import qrcode from 'qrcode-generator';

/** White modules around the code, as the standard asks: phones find it by them. */
const QUIET_ZONE = 4;

/** A QR code as one path, and how many modules wide it is with its white edge. Level Q: a quarter of it may be scratched or stained. */
export function qrPath(text: string): { readonly modules: number; readonly path: string } {
  const code = qrcode(0, 'Q');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`;
    }
  }
  return { modules: count + 2 * QUIET_ZONE, path };
}

/** The same as an SVG, black on white whatever the theme. */
export function qrSvg(text: string): string {
  const { modules, path } = qrPath(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules} ${modules}" shape-rendering="crispEdges"><rect width="${modules}" height="${modules}" fill="#fff"/><path d="${path}"/></svg>`;
}
