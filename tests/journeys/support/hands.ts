import type { Locator, Page } from 'playwright-core';

/** With what somebody works a page; each fails where a person would. */
export type Hands = {
  /** A button or a link. */
  press(target: Locator): Promise<void>;
  /** A round or a square to choose. */
  tick(target: Locator): Promise<void>;
  /** Replaces what a field holds. */
  type(target: Locator, text: string): Promise<void>;
  /** How often something was pressed, chosen or gone into so far. */
  taps(): number;
};

export const HANDS = { mouse, touch, keyboard } as const;

function mouse(): Hands {
  let taps = 0;
  return {
    async press(target) {
      taps += 1;
      await target.click();
    },
    async tick(target) {
      taps += 1;
      await target.check();
    },
    async type(target, text) {
      taps += 1;
      await target.fill(text);
    },
    taps: () => taps,
  };
}

function touch(): Hands {
  let taps = 0;
  const tap = async (target: Locator) => {
    taps += 1;
    await target.tap();
  };
  return {
    press: tap,
    async tick(target) {
      await tap(target);
      if (!(await target.isChecked())) throw new Error(`a tap did not choose ${target}`);
    },
    async type(target, text) {
      if (!(await hasFocus(target))) await tap(target);
      await target.fill(text);
    },
    taps: () => taps,
  };
}

/** More stops than any screen has. */
const STOPS = 120;

/** Tab, Enter, Space and arrows only (WCAG 2.1.1). Where one is has to be seen at every stop (2.4.7, 2.4.11), and must never be lost. */
function keyboard(page: Page): Hands {
  let taps = 0;
  let before = 'opening the page';
  /** A page that has just opened has its focus nowhere yet. */
  let opened = true;
  page.on('domcontentloaded', () => {
    opened = true;
  });

  const stop = async (key: string) => {
    await page.keyboard.press(key);
    const wrong = await page.evaluate(HIDDEN_FOCUS);
    if (wrong) throw new Error(`${key} after ${before}: ${wrong}`);
  };
  /** With Tab to something, or to its group: from there on it is the arrows. */
  const reach = async (target: Locator) => {
    await target.waitFor();
    if (!opened && (await page.evaluate(FOCUS_IS_LOST))) throw new Error(`the focus was lost after ${before}`);
    opened = false;
    const group = await groupOf(target);
    for (let stops = 0; !(await hasFocus(group)); stops += 1) {
      if (stops === STOPS) throw new Error(`Tab never comes to ${target}`);
      await stop('Tab');
    }
    taps += 1;
    before = String(target);
  };
  return {
    async press(target) {
      await reach(target);
      await page.keyboard.press((await target.and(page.locator('a')).count()) ? 'Enter' : 'Space');
    },
    async tick(target) {
      await reach(target);
      for (let stops = 0; !(await hasFocus(target)); stops += 1) {
        if (stops === STOPS) throw new Error(`the arrows never come to ${target}`);
        await stop('ArrowDown');
      }
      if (!(await target.isChecked())) await page.keyboard.press('Space');
      if (!(await target.isChecked())) throw new Error(`the keyboard did not choose ${target}`);
    },
    async type(target, text) {
      await reach(target);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Delete');
      await page.keyboard.type(text);
    },
    taps: () => taps,
  };
}

const hasFocus = async (target: Locator): Promise<boolean> =>
  (await target.and(target.page().locator(':focus')).count()) > 0;

/** The answers to one question are one stop. */
async function groupOf(target: Locator): Promise<Locator> {
  if ((await target.getAttribute('type')) !== 'radio') return target;
  return target.page().locator(`input[type=radio][name="${await target.getAttribute('name')}"]`);
}

// These run in the page.
const FOCUS_IS_LOST = '!document.activeElement || document.activeElement === document.body';
/** After the last stop Tab goes on to the browser's own buttons and comes back: there the page has no focus. */
const HIDDEN_FOCUS = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return '';
  const { x, y, width, height } = element.getBoundingClientRect();
  const is = element.tagName + ' ' + (element.textContent || element.id).trim().slice(0, 40);
  const middle = { x: x + width / 2, y: y + Math.min(height, innerHeight) / 2 };
  if (middle.x < 0 || middle.y < 0 || middle.x > innerWidth || middle.y > innerHeight) return 'the focus is off the screen, on ' + is;
  const around = [element, element.parentElement, element.parentElement?.parentElement, element.parentElement?.parentElement?.parentElement];
  const marked = around.some((one) => one && getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) >= 2);
  if (!marked) return 'the focus cannot be seen on ' + is;
  const top = document.elementFromPoint(middle.x, middle.y);
  if (!top || !around.some((one) => one && one !== document.body && (one.contains(top) || top.contains(one)))) return 'something lies over ' + is;
  return '';
})()`;
