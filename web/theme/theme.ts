import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { weakPairs } from './pairs.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'expected a colour such as "#0f5650"');
const length = z.string().regex(/^(0|\d+(\.\d+)?(px|rem))$/, 'expected a length such as "6px"');
const font = z.string().regex(/^[\w\s",-]+$/, 'expected names of fonts that readers have; none is sent along');

const COLOURS = [
  'pageBackground',
  /** Fields, cards, answers. */
  'surface',
  'text',
  'subtleText',
  'heading',
  /** Divides, and is not needed to see what is what. */
  'line',
  'fieldBorder',
  /** The header, the icon and what a browser colours around the page. */
  'brand',
  'brandText',
  /** Buttons and links. */
  'action',
  'actionHover',
  'actionText',
  /** Behind what is chosen, and behind good news. */
  'chosen',
  'accent',
  'focusRing',
  'focusBackground',
  'error',
  'errorBorder',
  'errorBackground',
  'warningBorder',
  'warningBackground',
] as const;
export type Colour = (typeof COLOURS)[number];
export type Colours = Readonly<Record<Colour, string>>;

const fields = z.strictObject({
  colours: z.strictObject(Object.fromEntries(COLOURS.map((name) => [name, colour])) as Record<Colour, typeof colour>),
  font,
  headingFont: font.optional(),
  fieldRadius: length,
  blockRadius: length,
});

export type Theme = z.output<typeof fields> & {
  readonly name: string;
  /** An SVG; where it says `currentColor` it takes the colour of the text in the header. */
  readonly logo: string;
};

/** The look of a municipality that chose none. */
export const DEFAULT_THEME = 'demo';
const FOLDER = import.meta.dirname;

/** Reads `web/theme/<name>`. Throws one error that names every wrong field and every pair of colours that somebody could not see. */
export function loadTheme(name: string): Theme {
  const known = readdirSync(FOLDER).filter((entry) => existsSync(join(FOLDER, entry, 'theme.json')));
  if (!known.includes(name)) throw new Error(`There is no web/theme/${name}. There is: ${known.sort().join(', ')}.`);
  const read = (file: string): string => readFileSync(join(FOLDER, name, file), 'utf8').trim();
  return parseTheme(name, read('theme.json'), read('logo.svg'));
}

export function parseTheme(name: string, json: string, logo: string): Theme {
  const checked = fields.safeParse(JSON.parse(json));
  const mistakes = checked.success
    ? [...weakPairs(checked.data.colours), ...logoMistakes(logo)]
    : checked.error.issues.map(({ path, message }) => `${path.join('.') || '(the whole file)'}: ${message}`);
  if (!checked.success || mistakes.length > 0) {
    const lines = mistakes.map((line) => `  ${line}`);
    throw new Error([`web/theme/${name} has ${mistakes.length} mistake(s):`, ...lines].join('\n'));
  }
  return { ...checked.data, name, logo };
}

/** The build puts it into the style sheet and into the icon, so it has to stand alone. */
const logoMistakes = (logo: string): string[] => [
  ...(VIEW_BOX.test(logo) ? [] : ['logo.svg: expected an <svg> with viewBox="0 0 <width> <height>"']),
  ...(/<script|<style|href=|url\(/i.test(logo) ? ['logo.svg: expected shapes alone: no script, style or link'] : []),
];
export const VIEW_BOX = /^<svg[^>]* viewBox="0 0 (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)"/;
