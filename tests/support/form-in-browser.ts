import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, Page, Request, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { ServiceArea } from '#shared/contracts/signal-submission.ts';
import { SITE_HEADERS } from '#shared/contracts/site-headers.ts';
import { form } from '#shared/texts/nl/form.ts';
import { words } from '#shared/texts/nl/words.ts';
import { buildWeb } from '../../web/build.ts';
import { launchChromium } from '../../web/chromium.ts';

/**
 * The built form in a real browser, under the real headers; the API answers from the test. `SCREENSHOTS=<folder>` keeps a picture of every
 * state that was looked at.
 */
export const ORIGIN = 'https://omzien.example';
export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };
/** The postcode that the API of these tests calls another municipality's. */
export const OUTSIDE = '1011 AB';
export const RECEIPT = {
  reference: '7G2KQ9XM4T8RBN5W',
  triageBefore: '2026-11-23T16:00:00Z',
  visitBefore: '2026-11-24T16:00:00Z',
};
/** `3034 AB` is one street, `3034 AC` two, and the others are not known. */
const STREETS = [
  { name: 'Bergweg', letters: ['AC'] },
  { name: 'Noordsingel', letters: ['AB', 'AC'] },
];
const RECEIVED: Answer = { status: 201, json: RECEIPT };
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENSHOTS = process.env['SCREENSHOTS'];

export type Answer = { readonly status: number; readonly json?: object } | 'no-connection';
type Fulfilment = Answer | { readonly json: object } | { readonly html: string };
type Visit = {
  readonly path?: string;
  readonly viewport?: { width: number; height: number };
  readonly script?: boolean;
  /** What `POST /v1/signals` answers, one after another; the last one stays. */
  readonly answers?: readonly Answer[];
  /** What the API answers; undefined where there is nothing to say but the above and what these tests always say. */
  readonly api?: (request: Request, path: string) => Promise<Fulfilment | undefined>;
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Builds the site and starts the browser for the tests of one file. Every test fails when its page complained about anything. */
export function formInBrowser() {
  let browser: Browser;
  let site: string;
  let tab: Page;
  /** A broken policy, a fault in the script. */
  const complaints: string[] = [];
  let sent: Request[] = [];

  beforeAll(async () => {
    site = await mkdtemp(join(tmpdir(), 'report-'));
    await buildWeb({ municipality: 'demo', outDir: site });
    browser = await launchChromium();
    if (SCREENSHOTS) await mkdir(SCREENSHOTS, { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    await rm(site, { recursive: true, force: true });
  });
  afterEach(async () => {
    await tab.context().close();
    expect(complaints.splice(0)).toEqual([]);
  });

  const html = (route: Route, body: string): Promise<void> =>
    route.fulfill({ body, headers: { ...SITE_HEADERS, 'content-type': 'text/html; charset=utf-8' } });
  const serve = (route: Route, path: string): Promise<void> => {
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    return route.fulfill({ path: join(site, file), headers: { ...SITE_HEADERS, 'content-type': type } });
  };

  async function answer(route: Route, { answers = [], api }: Visit): Promise<void> {
    const request = route.request();
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/v1/')) return serve(route, pathname);
    const isSignal = pathname === '/v1/signals';
    if (isSignal) sent.push(request);
    const usual = isSignal ? (answers[Math.min(sent.length, answers.length) - 1] ?? RECEIVED) : areaOf(pathname);
    const given = (await api?.(request, pathname)) ?? usual;
    if (given === 'no-connection') return route.abort('connectionfailed');
    if ('html' in given) return html(route, given.html);
    return route.fulfill({ status: 200, json: {}, ...given });
  }

  const examined = async (page: Page): Promise<{ violations: unknown; overflow: unknown }> => {
    await page.evaluate(AXE);
    const violations = await page.evaluate(
      `axe.run(document, {resultTypes: ['violations']}).then(({violations}) => violations.flatMap(({id, nodes}) => nodes.map(({html}) => id + ': ' + html)))`,
    );
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    return { violations, overflow };
  };
  const picture = async (name: string): Promise<void> => {
    const { width } = tab.viewportSize() ?? PHONE;
    if (SCREENSHOTS) await tab.screenshot({ path: join(SCREENSHOTS, `${name}-${width}.png`), fullPage: true });
  };

  const press = (name: string) => tab.getByRole('button', { name, exact: true }).first().click();
  const tick = (name: string) => tab.getByLabel(name, { exact: true }).check();
  const type = (name: string, value: string) => tab.getByRole('textbox', { name }).fill(value);

  async function toStep2(postcode = '3034 AB'): Promise<void> {
    await tick(words.about['someone-else']);
    await type(form.address.postcode, postcode);
    await type(form.address.houseNumber, '12a');
    await press(form.steps.next);
  }

  return {
    /** The tab of this test. */
    get page(): Page {
      return tab;
    },
    /** Signals as they were posted. */
    get sent(): readonly Request[] {
      return sent;
    },
    keysSent: async (): Promise<readonly (string | null)[]> =>
      Promise.all(sent.map((request) => request.headerValue('idempotency-key'))),

    async visit(visit: Visit): Promise<void> {
      const { path = '/', viewport = PHONE, script = true } = visit;
      await tab?.context().close();
      const own = await browser.newContext({ viewport, javaScriptEnabled: script, timezoneId: 'America/New_York' });
      tab = await own.newPage();
      tab.setDefaultTimeout(15_000);
      sent = [];
      tab.on('pageerror', (error) => complaints.push(error.message));
      tab.on('console', (message) => {
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          complaints.push(message.text());
      });
      await tab.route(`${ORIGIN}/**`, (route) => answer(route, visit));
      await tab.goto(ORIGIN + path);
    },

    /** No violation of WCAG 2.2 AA or of best practice, and nothing wider than the screen. */
    async look(name: string): Promise<void> {
      await picture(name);
      expect({ name, ...(await examined(tab)) }).toEqual({ name, violations: [], overflow: 0 });
    },
    /** The same for a tab in which no script runs, not even axe: the document is looked at in another. */
    async lookWithoutScript(name: string): Promise<void> {
      await picture(`no-script-${name}`);
      const body = (await tab.content()).replaceAll(/<script.*?<\/script>/g, '');
      const copy = await browser.newPage({ viewport: tab.viewportSize() ?? PHONE });
      await copy.route(`${ORIGIN}/**`, (route) => {
        const { pathname } = new URL(route.request().url());
        return pathname === '/same' ? html(route, body) : serve(route, pathname);
      });
      await copy.goto(`${ORIGIN}/same`);
      expect({ name, ...(await examined(copy)) }).toEqual({ name, violations: [], overflow: 0 });
      await copy.close();
    },
    fileAt: (path: string): string => join(site, path),
    pageAt: (path: string): Promise<string> => readFile(join(site, path, 'index.html'), 'utf8'),

    press,
    tick,
    type,
    focused: () => tab.evaluate<string>('document.activeElement.textContent.trim()'),
    heading: () => tab.locator('h2:visible').first(),
    toStep2,
    /** The shortest honest signal: ten taps and the address. */
    async toCheck(): Promise<void> {
      await toStep2();
      await tick(words.reasons['says-so']);
      await press(form.steps.next);
      await press(form.steps.next);
      if (!(await tab.locator('[name="reporter.kind"]:checked').count())) await tick(words.reporterKinds.shop);
      await press(form.steps.check);
    },
  };
}

const areaOf = (path: string): Fulfilment =>
  path.endsWith(OUTSIDE.slice(0, 4))
    ? { json: { postcode: '1011', inArea: false, contact: { name: 'Loket', phone: '14 010' } } satisfies ServiceArea }
    : { json: { postcode: '3034', inArea: true, streets: STREETS } satisfies ServiceArea };
