import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher, type Page, type Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LocationView } from '#shared/contracts/location.ts';
import { SITE_HEADERS } from '#shared/contracts/site-headers.ts';
import { form } from '#shared/texts/nl/form.ts';
import { words } from '#shared/texts/nl/words.ts';
import { buildWeb } from '../build.ts';

/** The form as somebody meets it who scanned a poster, as staff meet it who have a caller, and the way out for who goes alone first. */
const ORIGIN = 'https://omzien.example';
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENSHOTS = process.env['SCREENSHOTS'];
const SHOP: LocationView = { code: 'kapper-jansen', name: 'Kapsalon Jansen & <b>Zn</b>', kind: 'shop' };
const RECEIPT = {
  reference: '7G2KQ9XM4T8RBN5W',
  triageBefore: '2026-11-23T16:00:00Z',
  visitBefore: '2026-11-24T16:00:00Z',
};

let browser: Browser;
let site: string;
let page: Page;
const complaints: string[] = [];
/** Bodies of the signals that were sent. */
let sent: unknown[] = [];
let selfTries: string[] = [];

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'via-'));
  await buildWeb({ municipality: 'demo', outDir: site });
  browser = await launcher.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});
afterAll(async () => {
  await browser?.close();
  await rm(site, { recursive: true, force: true });
});
afterEach(async () => {
  await page.context().close();
  expect(complaints.splice(0)).toEqual([]);
});

type Visit = { readonly path: string; readonly script?: boolean; readonly location?: 'no-connection' };

async function visit({ path, script = true, location }: Visit): Promise<void> {
  const tab = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: script });
  page = await tab.newPage();
  page.setDefaultTimeout(5_000);
  [sent, selfTries] = [[], []];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  await page.route(`${ORIGIN}/**`, async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/v1/')) return serve(route, pathname);
    if (pathname.startsWith('/v1/service-areas/')) return route.fulfill({ json: { postcode: '3034', inArea: true } });
    if (pathname.startsWith('/v1/locations/')) {
      if (location === 'no-connection') return route.abort('connectionfailed');
      const known = pathname.endsWith(SHOP.code);
      return route.fulfill(known ? { json: SHOP } : { status: 404, json: { code: 'not-found' } });
    }
    if (pathname === '/v1/self-tries') {
      selfTries.push(request.postData() ?? '');
      // A browser follows no redirect that a test makes, so this is the page where it leads.
      return serve(route, '/eerst-zelf/');
    }
    sent.push(request.postDataJSON());
    return route.fulfill({ status: 201, json: RECEIPT });
  });
  await page.goto(ORIGIN + path);
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
async function serve(route: Route, path: string): Promise<void> {
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  await route.fulfill({ path: join(site, file), headers: { ...SITE_HEADERS, 'content-type': type } });
}

async function look(name: string): Promise<void> {
  if (SCREENSHOTS) await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
  await page.evaluate(AXE);
  const violations = await page.evaluate(
    `axe.run(document, {resultTypes: ['violations']}).then(({violations}) => violations.flatMap(({id, nodes}) => nodes.map(({html}) => id + ': ' + html)))`,
  );
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect({ name, violations, overflow }).toEqual({ name, violations: [], overflow: 0 });
}

const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
const tick = (name: string) => page.getByLabel(name, { exact: true }).check();
const kind = (name: string) => page.getByLabel(name, { exact: true }).isChecked();

async function sendAll(): Promise<void> {
  await tick(words.about['someone-else']);
  await page.getByRole('textbox', { name: form.address.postcode }).fill('3034 AB');
  await page.getByRole('textbox', { name: form.address.houseNumber }).fill('12');
  await press(form.steps.next);
  await tick(words.reasons['says-so']);
  await press(form.steps.next);
  await press(form.steps.next);
  if (!(await page.locator('[name="reporter.kind"]:checked').count())) await tick(words.reporterKinds.neighbour);
  await press(form.steps.check);
  await press(form.check.send);
  await page.locator('.reference').waitFor();
}

describe('the form from a poster', () => {
  it('says whose poster it is, fills in what the reporter most likely is, and sends the code', async () => {
    await visit({ path: '/?via=kapper-jansen' });
    await page.locator('.via').waitFor();
    expect(await page.locator('.via p').textContent()).toBe(form.via.from.replace('{name}', SHOP.name));
    await look('via-start');
    expect(await kind(words.reporterKinds.shop)).toBe(true);
    await sendAll();
    expect(sent).toMatchObject([{ source: 'kapper-jansen', reporter: { kind: 'shop' } }]);
    expect(await page.locator('.via').count()).toBe(0);
  });

  it('forgets the code when it is removed, also after a reload', async () => {
    await visit({ path: '/?via=kapper-jansen' });
    await press(form.via.remove);
    expect(await page.locator('.via').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.closest("h2") !== null')).toBe(true);
    await page.reload();
    await sendAll();
    expect(page.url()).not.toContain('kapper');
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent)).not.toContain('kapper');
  });

  it('keeps it through a reload, and what the reporter chose instead', async () => {
    await visit({ path: '/?via=kapper-jansen' });
    await page.locator('.via').waitFor();
    await page.evaluate(
      `document.querySelector('[name="reporter.kind"][value="housing"]').checked = true; document.querySelector('#form').dispatchEvent(new Event('input'))`,
    );
    await page.reload();
    await page.locator('.via').waitFor();
    expect(await kind(words.reporterKinds.housing)).toBe(true);
  });

  it('says nothing of a code that nobody knows, and does not send it', async () => {
    const asked = ['/?via=verzonnen', '/?via=../../x', '/?via=%3Cb%3E'];
    for (const path of asked) {
      await page?.context().close();
      await visit({ path });
      await page.waitForLoadState('networkidle');
      await sendAll();
      expect(await page.locator('.via').count()).toBe(0);
      expect(Object.keys(Object(sent[0]))).not.toContain('source');
    }
  });

  it('works when the code cannot be asked', async () => {
    await visit({ path: '/?via=kapper-jansen', location: 'no-connection' });
    await sendAll();
    expect(sent).toMatchObject([{ source: 'kapper-jansen' }]);
  });
});

describe('the form for a caller', () => {
  it('reminds staff to read out the number until they have it, and asks who calls as always', async () => {
    await visit({ path: '/?via=telefoon' });
    const bar = page.getByRole('complementary', { name: form.via.phoneName });
    await bar.waitFor();
    await look('via-phone');
    expect(await page.locator('[name="reporter.kind"]:checked').count()).toBe(0);
    await sendAll();
    expect(sent).toMatchObject([{ source: 'telefoon', reporter: { kind: 'neighbour' } }]);
    expect(await bar.textContent()).toBe(form.via.phone);
    await look('via-phone-thanks');
  });
});

describe('the way out for who tries it alone first', () => {
  it.each([true, false])('leads to tips and ways back, and keeps nothing (script: %s)', async (script) => {
    await visit({ path: '/', script });
    await page.locator('.tips summary').click();
    if (script) await look('self-try-button');
    await press(form.selfTry.button);
    await page.getByRole('heading', { name: form.selfTry.heading }).waitFor();
    expect(selfTries).toEqual(['language=nl']);
    const numbers = await page.locator('main a[href^="tel:"]').allTextContents();
    expect(numbers).toEqual(['14 010', '088 0767 000']);
    if (script) await look('self-try');
  });
});
