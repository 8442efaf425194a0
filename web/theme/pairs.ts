import { contrast } from './contrast.ts';
import type { Colour, Colours } from './theme.ts';

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what has to be seen to be used. */
const TEXT = 4.5;
const SHAPE = 3;

type Pair = readonly [what: string, foreground: Colour, background: Colour, atLeast: number];

const on = (what: string, foreground: Colour, atLeast: number, ...backgrounds: Colour[]): Pair[] =>
  backgrounds.map((background) => [what, foreground, background, atLeast]);

/** What stands on what, somewhere in the form, the console or a mail. Who puts a colour on a new background adds it here. */
const PAIRS: readonly Pair[] = [
  ...on('text', 'text', TEXT, 'pageBackground', 'surface', 'chosen', 'warningBackground', 'focusBackground'),
  ...on('text in a block of mistakes', 'text', TEXT, 'errorBackground'),
  ...on('text beside a question', 'subtleText', TEXT, 'pageBackground', 'surface', 'chosen'),
  ...on('a heading', 'heading', TEXT, 'pageBackground', 'surface', 'chosen', 'warningBackground', 'errorBackground'),
  ...on('a link', 'action', TEXT, 'pageBackground', 'surface', 'chosen', 'warningBackground', 'errorBackground'),
  ...on('a link under the pointer', 'actionHover', TEXT, 'pageBackground', 'surface', 'chosen'),
  ...on('the text of a button', 'actionText', TEXT, 'action', 'actionHover'),
  ...on('the text of a button that erases', 'surface', TEXT, 'error', 'errorBorder'),
  ...on('the header', 'brandText', TEXT, 'brand'),
  ...on('a mistake', 'error', TEXT, 'pageBackground', 'surface', 'errorBackground'),
  ...on('the ring of the focus', 'focusRing', SHAPE, 'pageBackground', 'surface', 'chosen', 'warningBackground'),
  ...on('the border of a field', 'fieldBorder', SHAPE, 'pageBackground', 'surface'),
  ...on('the border of a mistake', 'errorBorder', SHAPE, 'pageBackground', 'surface', 'errorBackground'),
  ...on('the border of a warning', 'warningBorder', SHAPE, 'pageBackground', 'warningBackground'),
  ...on('an accent', 'accent', SHAPE, 'pageBackground', 'surface'),
];

/** Every pair that somebody could not see, with its ratio. */
export const weakPairs = (colours: Colours): string[] =>
  PAIRS.flatMap(([what, foreground, background, atLeast]) => {
    const ratio = contrast(colours[foreground], colours[background]);
    if (ratio >= atLeast) return [];
    // Down, so that 4.49 never reads as the 4.5 that it is not.
    const shown = Math.floor(ratio * 100) / 100;
    return [
      `${what}: ${foreground} ${colours[foreground]} on ${background} ${colours[background]} has contrast ${shown}, expected at least ${atLeast}`,
    ];
  });
