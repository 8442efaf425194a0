import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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

let stand: Stand;
let page: Page;
afterEach(() => page.context().close());

const telling = STATES.filter(({ name }) => TELLING.includes(name));

async function reach({ path, withoutScript, reach }: State, viewport = NARROW): Promise<void> {
  page = await stand.open(path, { viewport, script: !withoutScript });
  await reach?.(page);
  await page.waitForLoadState();
}

describe('the site of one municipality', () => {
  beforeAll(async () => {
    stand = await startStand('demo');
  });
  afterAll(() => stand.close());

  it.each(STATES)('can be read and used by everybody: $name', async (state) => {
    await reach(state);
    expect({ narrow: await examine(page) }).toEqual({ narrow: NOTHING });
    await page.emulateMedia({ forcedColors: 'active' });
    expect({ forcedColours: await examine(page) }).toEqual({ forcedColours: NOTHING });
  });

  it.each(telling)('stays so on a desk, and when a reader spaces out the words: $name', async (state) => {
    await reach(state, DESKTOP);
    expect({ desk: await examine(page) }).toEqual({ desk: NOTHING });
    await page.setViewportSize(NARROW);
    await spaceOut(page);
    expect({ spacedOut: await examine(page) }).toEqual({ spacedOut: NOTHING });
  });

  it.each(telling)('shows whoever has a keyboard alone where they are, from top to bottom: $name', async (state) => {
    await reach(state, DESKTOP);
    await page.evaluate('document.querySelector(".utrecht-skip-link").focus()');
    await page.keyboard.press('Shift+Tab');
    const places = [await next()];
    for (let at = await next(); at.what !== 'BODY'; at = await next()) places.push(at);
    expect(places.filter(({ ring, seen }) => !ring || !seen)).toEqual([]);
    expect(places.map(({ id }) => id)).toEqual(places.map(({ id }) => id).sort((a, b) => a - b));
    expect(places.length).toBeGreaterThan(5);
  });

  it('moves nothing by itself', async () => {
    await reach({ name: 'opening', path: '/' });
    const moving = await page.evaluate(
      `[...document.querySelectorAll('*')].filter((element) => element.getAnimations().length > 0 || getComputedStyle(element).transitionDuration !== '0s' || getComputedStyle(element).scrollBehavior !== 'auto').length`,
    );
    expect(moving).toBe(0);
  });

  it('would hear of a page that is bad', async () => {
    await reach({ name: 'opening', path: '/' });
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

  const next = async () => {
    await page.keyboard.press('Tab');
    return place();
  };
  /** What has the focus: its place in the document, and whether a thick ring around it, or around its row, can be seen. */
  const place = (): Promise<{ id: number; what: string; ring: boolean; seen: boolean }> =>
    page.evaluate(`(() => {
      const focused = document.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused.closest('.choice') ?? focused);
      const { top, bottom } = focused.getBoundingClientRect();
      return {
        id: [...document.querySelectorAll('*')].indexOf(focused),
        what: focused === document.body ? 'BODY' : focused.outerHTML.slice(0, 60),
        ring: outlineStyle === 'solid' && outlineWidth === '3px',
        seen: top >= 0 && bottom <= innerHeight,
      };
    })()`);
});

describe('the site of another, with colours and corners of its own', () => {
  beforeAll(async () => {
    stand = await startStand('demo-haven');
  });
  afterAll(() => stand.close());

  it.each(telling)('can be read and used by everybody: $name', async (state) => {
    await reach(state);
    expect(await examine(page)).toEqual(NOTHING);
  });
});
