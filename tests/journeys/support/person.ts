import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '#shared/domain/words.ts';
import { launchChromium } from '../../../web/chromium.ts';
import { axeViolations } from './axe.ts';
import { HANDS, type Hands } from './hands.ts';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };
/** WCAG 1.4.10: a page must not scroll sideways at this width. */
const NARROW = { width: 320, height: 640 };
/** A sheet of paper, in the pixels of CSS. */
const A4 = { width: 794, height: 1123 };
/** A folder that keeps a picture of every view, for people to look at. */
const SCREENSHOTS = process.env['SCREENSHOTS'];

export type PersonOptions = {
  readonly viewport?: typeof PHONE;
  readonly script?: boolean;
  readonly language?: Language;
  readonly works?: keyof typeof HANDS;
};

export type Person = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly script: boolean;
  readonly language: Language;
  readonly hands: Hands;
  /** Everything that a page must not do: faults, refusals of the content policy, calls to anybody else. */
  readonly complaints: readonly string[];
  /** Every address that was asked for or shown. */
  readonly urls: readonly string[];
};

export type Browsing = {
  readonly everybody: readonly Person[];
  person(url: string, options: PersonOptions): Promise<Person>;
  stop(): Promise<void>;
};

export async function startBrowsing(): Promise<Browsing> {
  if (SCREENSHOTS) await mkdir(SCREENSHOTS, { recursive: true });
  const browser = await launchChromium();
  const everybody: Person[] = [];
  return {
    everybody,
    async person(url, options) {
      const person = await newPerson(browser, url, options);
      everybody.push(person);
      return person;
    },
    stop: () => browser.close(),
  };
}

async function newPerson(browser: Browser, url: string, options: PersonOptions) {
  const { viewport = PHONE, script = true, language = 'nl', works = 'mouse' } = options;
  const context = await browser.newContext({
    baseURL: url,
    viewport,
    hasTouch: works === 'touch',
    isMobile: works === 'touch',
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    javaScriptEnabled: script,
  });
  context.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  const urls: string[] = [];
  context.on('request', (request) => {
    urls.push(request.url());
    if (new URL(request.url()).origin !== url && !request.url().startsWith('data:'))
      complaints.push(`calls elsewhere: ${request.url()}`);
  });
  context.on('console', (message) => {
    const { url: source = '' } = message.location();
    if (message.type() === 'error' && !isRefusalOfApi(message.text(), source)) complaints.push(message.text());
  });
  context.on('weberror', (fault) => complaints.push(String(fault.error())));
  if (script) await context.addInitScript(REPORT_POLICY_VIOLATIONS);
  const page = await context.newPage();
  page.on('framenavigated', (frame) => urls.push(frame.url()));
  return { page, context, script, language, hands: HANDS[works](page), complaints, urls } satisfies Person;
}

/** Runs in the page. */
const REPORT_POLICY_VIOLATIONS = `document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  console.error('content policy: ' + violatedDirective + ' ' + blockedURI));`;

/** Chromium writes every 4xx answer on the console; that of our own API is part of the conversation. */
const isRefusalOfApi = (text: string, source: string): boolean =>
  text.startsWith('Failed to load resource: the server responded with a status of 4') && source.includes('/v1/');

/** Looks at what is on the screen now, on a phone and on a desktop: no violation of WCAG, and nothing out of reach on a narrow phone. */
export async function look({ page, script, complaints }: Person, name: string): Promise<void> {
  const viewport = page.viewportSize() ?? PHONE;
  if (script) await inspect(page, name);
  else await inspectTwin(page, name);
  await page.setViewportSize(viewport);
  expect(complaints, name).toEqual([]);
}

async function inspect(page: Page, name: string): Promise<void> {
  for (const [device, size] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    await page.setViewportSize(size);
    expect(await axeViolations(page), `axe on ${name}, ${device}`).toEqual([]);
    if (SCREENSHOTS) await page.screenshot({ path: join(SCREENSHOTS, `${name}-${device}.png`), fullPage: true });
  }
  await page.setViewportSize(NARROW);
  const width = await page.evaluate('document.scrollingElement.scrollWidth');
  expect(width, `${name} at ${NARROW.width} pixels`).toBeLessThanOrEqual(NARROW.width);
}

/** Looks at what comes out of the printer: the sheet, without the menu around it. A printer leaves the focus alone; what stands in for it does not. */
export async function lookOnPaper({ page }: Person, name: string): Promise<void> {
  const focused = (await page.evaluateHandle('document.activeElement')).asElement();
  const viewport = page.viewportSize() ?? PHONE;
  await page.setViewportSize(A4);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('header.bar, nav, .actions').filter({ visible: true }).count(), name).toBe(0);
  if (SCREENSHOTS) await page.screenshot({ path: join(SCREENSHOTS, `${name}-paper.png`), fullPage: true });
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(viewport);
  await focused?.focus();
}

/** Nothing can be asked of a page without script, so what it shows is opened once more where there is script. */
async function inspectTwin(page: Page, name: string): Promise<void> {
  const html = await page.content();
  const context = await page.context().browser()?.newContext({ viewport: PHONE });
  if (!context) throw new Error('the browser is gone');
  try {
    const twin = await context.newPage();
    await twin.route('**/*.js', (route) => route.abort());
    await twin.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await twin.goto(page.url());
    await inspect(twin, name);
  } finally {
    await context.close();
  }
}

/** The words of a page, without what stands around every page. */
export const wordsOn = async ({ page }: Person): Promise<string> => (await page.locator('main').textContent()) ?? '';

/** Everything that a browser keeps of what was typed: storage of every page, cookies, the addresses of its history. */
export async function keptBy({ page, context, urls }: Person): Promise<string> {
  const storage = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])');
  return [storage, JSON.stringify(await context.cookies()), ...urls].join('\n');
}
