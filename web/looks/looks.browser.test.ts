import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examine, spaceOut } from './examine.ts';
import { type Stand, startStand } from './stand.ts';
import { STATES, type State } from './states.ts';

/** Every page in every state, for every reader: WCAG 2.2 A and AA and best practice by axe-core, and what axe cannot see. */
const NOTHING = { violations: [], sideways: 0, clipped: [], small: [] };
/** The narrowest phone, and what is left of a desktop's screen at 400 %. */
const NARROW = { width: 320, height: 640 };
const DESKTOP = { width: 1280, height: 800 };
/** Between them they show every colour and every kind of block and control. */
const TELLING = ['opening', 'step-1-mistakes', 'step-2-danger', 'step-4-mistakes', 'check', 'thanks', 'status-unknown'];
/** And these the rest of what differs in the reader's own colours: bars, unfolded lines, links alone, a whole form, other headings. */
const OF_OTHER_MAKE = [
  'opening-unfolded',
  'opening-from-a-poster',
  'opening-for-a-caller',
  'step-1-outside',
  'check-busy',
  'self-try',
  'status-received',
  'privacy',
  'not-found',
  'no-script-form-mistakes',
  'no-script-check',
];

let stand: Stand;
const named = (names: readonly string[]): readonly State[] => STATES.filter(({ name }) => names.includes(name));

/** Does something with a tab in that state. Several are open at once. */
async function inState(
  { path, withoutScript, reach }: State,
  viewport: typeof NARROW,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await stand.open(path, { viewport, script: !withoutScript });
  try {
    await reach?.(page);
    await page.waitForLoadState();
    await look(page);
  } finally {
    await page.close();
  }
}

it('knows the states that it names', () => {
  expect(named([...TELLING, ...OF_OTHER_MAKE])).toHaveLength(TELLING.length + OF_OTHER_MAKE.length);
});

describe('the site of one municipality', () => {
  beforeAll(async () => {
    stand = await startStand('demo');
  });
  afterAll(() => stand.close());

  it.concurrent.for(STATES)('can be read and used by everybody: $name', (state, { expect }) =>
    inState(state, NARROW, async (page) => {
      expect({ narrow: await examine(page) }).toEqual({ narrow: NOTHING });
      if (![...TELLING, ...OF_OTHER_MAKE].includes(state.name)) return;
      await page.emulateMedia({ forcedColors: 'active' });
      expect({ forcedColours: await examine(page) }).toEqual({ forcedColours: NOTHING });
    }),
  );

  it.concurrent.for(named(TELLING))(
    'stays so on a desk, with a keyboard alone, and when a reader spaces out the words: $name',
    (state, { expect }) =>
      inState(state, DESKTOP, async (page) => {
        const places = await placesOf(page);
        expect(places.filter(({ ring, seen }) => !ring || !seen)).toEqual([]);
        expect(places.map(({ id }) => id)).toEqual(places.map(({ id }) => id).sort((a, b) => a - b));
        expect(places.length).toBeGreaterThan(5);
        expect({ desk: await examine(page) }).toEqual({ desk: NOTHING });
        await page.setViewportSize(NARROW);
        await spaceOut(page);
        expect({ spacedOut: await examine(page) }).toEqual({ spacedOut: NOTHING });
      }),
  );

  it('moves nothing by itself', async () => {
    const page = await stand.open('/');
    const moving = await page.evaluate(
      `[...document.querySelectorAll('*')].filter((element) => element.getAnimations().length > 0 || getComputedStyle(element).transitionDuration !== '0s' || getComputedStyle(element).scrollBehavior !== 'auto').length`,
    );
    expect(moving).toBe(0);
  });

  it('would hear of a page that is bad', async () => {
    const page = await stand.open('/', { viewport: NARROW });
    await page.goto('about:blank');
    await page.setContent(
      '<html lang="nl"><title>x</title><main><h1>x</h1><p><a href="/x">x</a></p><button>x</button><div style="width:9em;overflow:hidden;white-space:nowrap">much that is cut off here</div><img src="/x.png"><hr style="width:600px">',
    );
    const { violations, sideways, clipped, small } = await examine(page);
    expect(violations.join()).toMatch(/^image-alt: /);
    expect(sideways).toBeGreaterThan(200);
    expect(clipped.join()).toContain('<div style');
    expect(small).toHaveLength(2);
  });
});

describe('the site of another, with colours and corners of its own', () => {
  beforeAll(async () => {
    stand = await startStand('demo-haven');
  });
  afterAll(() => stand.close());

  it.concurrent.for(named(TELLING))('can be read and used by everybody: $name', (state, { expect }) =>
    inState(state, NARROW, async (page) => expect(await examine(page)).toEqual(NOTHING)),
  );
});

/** Where a keyboard alone comes, from top to bottom. */
async function placesOf(page: Page): Promise<Place[]> {
  await page.evaluate('document.querySelector(".utrecht-skip-link").focus()');
  await page.keyboard.press('Shift+Tab');
  const next = async (): Promise<Place> => {
    await page.keyboard.press('Tab');
    return page.evaluate(PLACE);
  };
  const places = [await next()];
  for (let at = await next(); at.what !== 'BODY'; at = await next()) places.push(at);
  return places;
}

/** What has the focus: its place in the document, and whether a thick ring around it, or around its row, can be seen. */
type Place = { readonly id: number; readonly what: string; readonly ring: boolean; readonly seen: boolean };
const PLACE = `(() => {
  const focused = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(focused.closest('.choice') ?? focused);
  const { top, bottom } = focused.getBoundingClientRect();
  return {
    id: [...document.querySelectorAll('*')].indexOf(focused),
    what: focused === document.body ? 'BODY' : focused.outerHTML.slice(0, 60),
    ring: outlineStyle === 'solid' && outlineWidth === '3px',
    seen: top >= 0 && bottom <= innerHeight,
  };
})()`;
