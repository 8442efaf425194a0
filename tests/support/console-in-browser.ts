import { mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { SignalView } from '#shared/contracts/console.ts';
import { PROBLEMS, type ProblemCode } from '#shared/contracts/problem-codes.ts';
import { SITE_HEADERS } from '#shared/contracts/site-headers.ts';
import { buildWeb } from '../../web/build.ts';
import { launchChromium } from '../../web/chromium.ts';
import { partners, places, referrals, rowOf, sessions } from '../../web/console/fixtures.ts';

/**
 * The built console in a real browser, under the real headers, with an API that answers from fixtures. `SCREENSHOTS=<folder>` keeps a
 * picture of every view.
 */
const ORIGIN = 'https://omzien.example';
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const SCREENSHOTS = process.env['SCREENSHOTS'];
export const NOW = new Date('2026-03-03T10:00:00Z');
export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

let browser: Browser;
let site: string;
/** The one that was opened last. */
export let page: Page;
/** What the page complained about: broken policy, script errors. Expected to stay empty. */
let complaints: string[] = [];

/** Builds the site and starts a browser for the tests of one file; after each of them the page has nothing to complain of. */
export function inBrowser(municipality = 'demo'): void {
  beforeAll(async () => {
    site = await mkdtemp(join(tmpdir(), 'console-'));
    await buildWeb({ municipality, outDir: site });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(site, { recursive: true, force: true });
  });
  afterEach(async () => {
    await page?.context().close();
    expect(complaints).toEqual([]);
  });
}

export type Answer = { readonly status: number; readonly body?: unknown } | 'no-connection';
export type Sent = { readonly path: string; readonly body: unknown };
export type Api = {
  readonly session?: (typeof sessions)[keyof typeof sessions];
  readonly list?: Answer;
  /** By reference: what `GET signals/{id}` answers. */
  readonly signals?: readonly SignalView[];
  readonly read?: Answer;
  readonly places?: Answer;
  /** By path: what any other `GET` answers. */
  readonly reads?: Readonly<Record<string, () => Answer | Promise<Answer>>>;
  /** What an act answers; the nth call gets the nth, the last one stays. A promise is an answer that lets itself be waited for. */
  readonly acts?: readonly (Answer | Promise<Answer>)[];
};

export const problem = (code: ProblemCode, more: object = {}): Answer => ({
  status: PROBLEMS[code].status,
  body: { type: 'about:blank', detail: '', code, ...PROBLEMS[code], ...more },
});
export const ok = (body: unknown): Answer => ({ status: 200, body });

/** Opens the console at a place, with an API that answers as told; tells what was sent. */
export async function open(hash: string, api: Api = {}, viewport = PHONE, language = 'nl-NL'): Promise<Sent[]> {
  const context = await browser.newContext({ viewport, locale: language, timezoneId: 'America/New_York' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  await page.clock.setFixedTime(NOW);
  const sent: Sent[] = [];
  let signedIn = api.session;
  let act = 0;
  const answerOf = (method: string, path: string, which: string | null): Answer | Promise<Answer> => {
    if (path === '/sessions/current' && method === 'GET') return signedIn ? ok(signedIn) : problem('not-signed-in');
    if (path === '/sessions/current') return { status: 204 };
    if (path === '/sign-in-codes') return { status: 202 };
    if (path === '/sessions' && method === 'POST') {
      signedIn = sessions.member;
      return api.read ?? { status: 201, body: sessions.member };
    }
    if (!signedIn) return problem('not-signed-in');
    const read = method === 'GET' ? api.reads?.[path] : undefined;
    if (read) return read();
    if (path === '/partners' && method === 'GET') return ok(partners);
    if (path === '/referrals' && method === 'GET') return ok(referrals);
    if (path === '/texts' && method === 'GET') return ok({ texts: {} });
    if (path === '/locations' && method === 'GET') return api.places ?? ok(places);
    if (path === '/resident-requests')
      return api.list ?? ok({ signals: (api.signals ?? []).filter(({ requests }) => requests).map(rowOf) });
    if (path === '/signals')
      return (
        api.list ??
        ok({
          signals: (api.signals ?? [])
            .filter(({ status }) => (status === 'closed') === (which === 'closed'))
            .map(rowOf),
        })
      );
    if (method === 'GET') {
      const found = api.signals?.find(({ reference }) => path.endsWith(reference));
      return api.read ?? (found ? ok(found) : problem('not-found'));
    }
    const answers = api.acts ?? [];
    const answer = answers[Math.min(act++, answers.length - 1)] ?? { status: 204 };
    return answer;
  };
  await page.route(`${ORIGIN}/**`, async (route: Route) => {
    const url = new URL(route.request().url());
    if (!url.pathname.startsWith('/v1/')) return serve(route, url.pathname);
    const path = url.pathname.replace('/v1/console', '');
    const method = route.request().method();
    const answering = answerOf(method, path, url.searchParams.get('which'));
    if (method === 'POST' || method === 'PUT') sent.push({ path, body: route.request().postDataJSON() });
    const answer = await answering;
    if (answer === 'no-connection') return route.abort('connectionfailed');
    return route.fulfill({
      status: answer.status,
      contentType: 'application/json',
      ...(answer.body !== undefined && { body: JSON.stringify(answer.body) }),
    });
  });
  await page.goto(`${ORIGIN}/console/${hash}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return sent;
}

async function serve(route: Route, path: string): Promise<void> {
  const types = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const type = types[file.split('.').pop() as keyof typeof types];
  await route.fulfill({ path: join(site, file), headers: { ...SITE_HEADERS, 'content-type': type } });
}

export const at = (signal: SignalView, act = ''): string => `#/signalen/${signal.reference}${act && `/${act}`}`;
export const heading = () => page.getByRole('heading', { level: 1 }).textContent();
export const tap = (name: string) => page.getByLabel(name, { exact: true }).click();
export const press = (name: string) => page.getByRole('button', { name }).click();

/** What axe finds: WCAG 2.2 AA and best practice. */
export async function violations(): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(
    `axe.run(document, {resultTypes: ['violations']}).then(({violations}) => violations.flatMap(({id, nodes}) => nodes.map(({html}) => id + ': ' + html)))`,
  );
}

/** Nothing to find, and nothing wider than the screen; and a picture, if asked for. */
export async function check(name: string): Promise<void> {
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  if (SCREENSHOTS) {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await page.screenshot({ path: join(SCREENSHOTS, `${name}-${page.viewportSize()?.width}.png`), fullPage: true });
  }
  expect({ name, violations: await violations(), overflow }).toEqual({ name, violations: [], overflow: 0 });
}
