import { type Theme, VIEW_BOX } from './theme.ts';

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The tokens of a theme as CSS: what `tokens.css` and our own style sheets build on. */
export function themeCss(theme: Theme): string {
  const { colours, font, headingFont = font, fieldRadius, blockRadius } = theme;
  const tokens = {
    ...colours,
    font,
    headingFont,
    fieldRadius,
    blockRadius,
    logo: `url("data:image/svg+xml,${encodeURIComponent(logoIn(theme))}")`,
    logoRatio: ratioOf(theme),
  };
  const lines = Object.entries(tokens).map(([name, value]) => `  --omzien-${kebab(name)}: ${value};`);
  return `:root {\n${lines.join('\n')}\n}\n`;
}

/** The logo on the colour of the brand, for the tab of the browser. */
export function themeIcon(theme: Theme): string {
  const logo = logoIn(theme).replace('<svg ', '<svg x="4" y="4" width="24" height="24" ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${theme.colours.brand}"/>${logo}</svg>`;
}

const logoIn = ({ logo, colours }: Theme): string => logo.replaceAll('currentColor', colours.brandText);

function ratioOf({ logo }: Theme): number {
  const [, width, height] = VIEW_BOX.exec(logo) ?? [];
  return Math.round((Number(width) / Number(height)) * 100) / 100;
}
