import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Page, Request, Route } from 'playwright-core';
import { CHANGE_FIELD, fromForm } from '#shared/contracts/report-form.ts';
import { type ServiceArea, SignalSubmission } from '#shared/contracts/signal-submission.ts';
import { SITE_HEADERS } from '#shared/contracts/site-headers.ts';
import { checkPage } from '#shared/html/check-page.ts';
import { contextOf, type PageContext } from '#shared/html/context.ts';
import { formPage } from '#shared/html/form-page.ts';
import { alreadyReceivedPage, outsideAreaPage, problemPage, tryAgainPage } from '#shared/html/outcome-pages.ts';
import { thankYouPage } from '#shared/html/thank-you-page.ts';
import { loadMunicipality, settingsOf } from '../../infra/config.ts';
import { buildWeb } from '../build.ts';
import { launchChromium } from '../chromium.ts';

/**
 * The built site of a municipality in a browser, under the real headers, with an API that answers from here. What it answers is in what is
 * sent: a house number stands for an outcome (`ANSWERS`), so that a state needs no wiring of its own.
 */
export type Stand = {
  open(path: string, options?: TabOptions): Promise<Page>;
  close(): Promise<void>;
};
type TabOptions = {
  readonly script?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
};

const ORIGIN = 'https://omzien.example';
const PHONE = { width: 360, height: 740 };
/** Several tabs share two cores. */
const PATIENCE = 20_000;
export const OUTSIDE = '1011 AB';
/** House numbers, and what comes of a signal from there. */
export const ANSWERS = { noConnection: 1, busy: 2, already: 3, refused: 4, fault: 5, unreadable: 6 } as const;
/** References, and what the status page is told of them. */
export const STATUSES = {
  received: 'AAAABBBBCCCCDDDD',
  'picked-up': 'BBBBCCCCDDDDEEEE',
  closed: 'CCCCDDDDEEEEFFFF',
  unknown: 'DDDDEEEEFFFFGGGG',
  failed: 'EEEEFFFFGGGGHHHH',
} as const;
const RECEIPT = {
  reference: '7G2KQ9XM4T8RBN5W',
  triageBefore: '2026-11-23T16:00:00Z',
  visitBefore: '2026-11-24T16:00:00Z',
};
const SHOP = { code: 'kapper-jansen', name: 'Kapsalon Jansen & Zn', kind: 'shop' };

export async function startStand(municipality: string): Promise<Stand> {
  const site = await mkdtemp(join(tmpdir(), `looks-${municipality}-`));
  await buildWeb({ municipality, outDir: site });
  const context = contextOf(settingsOf(loadMunicipality(municipality), ORIGIN), 'nl');
  const browser = await launch();
  // A site keeps nothing outside its tab, so the tabs of one kind share what is dear to make.
  const kinds = new Map<string, Promise<BrowserContext>>();
  const windowOf = async ({ script = true, viewport = PHONE }: TabOptions): Promise<BrowserContext> => {
    const window = await browser.newContext({ viewport, timezoneId: 'Europe/Amsterdam' });
    window.setDefaultTimeout(PATIENCE);
    await window.route(`${ORIGIN}/**`, (route) => answer(route, { site, context, script }));
    return window;
  };
  return {
    async open(path, options = {}) {
      const kind = JSON.stringify([options.script ?? true, options.viewport ?? PHONE]);
      const window = kinds.get(kind) ?? windowOf(options);
      kinds.set(kind, window);
      const page = await (await window).newPage();
      await page.goto(ORIGIN + path);
      return page;
    },
    async close() {
      await browser.close();
      await rm(site, { recursive: true, force: true });
    },
  };
}

const launch = async (): Promise<Browser> => launchChromium();

type Town = { readonly site: string; readonly context: PageContext; readonly script: boolean };

async function answer(route: Route, town: Town): Promise<void> {
  const { context } = town;
  const request = route.request();
  const { pathname } = new URL(request.url());
  if (!pathname.startsWith('/v1/')) return serve(route, town, pathname);
  if (pathname.startsWith('/v1/report/')) return document(route, pageWithoutScript(context, request));
  // A browser follows no redirect that a test makes, so this is the page where it leads.
  if (pathname === '/v1/self-tries') return serve(route, town, '/eerst-zelf/');
  if (pathname.startsWith('/v1/locations/')) return route.fulfill({ json: SHOP });
  if (pathname.startsWith('/v1/service-areas/')) return route.fulfill({ json: areaOf(pathname, context) });
  if (pathname === '/v1/signal-status') return route.fulfill(statusOf(request.postDataJSON().reference));
  switch (request.postDataJSON().address.houseNumber) {
    case ANSWERS.noConnection:
      return route.abort('connectionfailed');
    case ANSWERS.busy:
      return route.fulfill({ status: 429, json: { message: 'Too Many Requests' } });
    case ANSWERS.already:
      return route.fulfill({ status: 400, json: { code: 'other-content' } });
    case ANSWERS.refused: {
      const errors = [{ field: 'address.houseLetter', code: 'house-letter' }];
      return route.fulfill({ status: 400, json: { code: 'invalid-fields', errors } });
    }
  }
  return route.fulfill({ status: 201, json: RECEIPT });
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
async function serve(route: Route, { site, script }: Town, path: string): Promise<void> {
  const file = join(site, path.endsWith('/') ? `${path}index.html` : path);
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  if (!script && extname(file) === '.html') return document(route, withoutScript(await readFile(file, 'utf8')));
  await route.fulfill({ path: file, headers: { ...SITE_HEADERS, 'content-type': type } });
}
/** As a browser reads it that runs none. In a tab that really runs none, axe-core could not look either. */
const withoutScript = (html: string): string =>
  html.replaceAll(/<script[^>]*><\/script>/g, '').replaceAll(/<\/?noscript>/g, '');
const document = (route: Route, body: string): Promise<void> =>
  route.fulfill({ body, headers: { ...SITE_HEADERS, 'content-type': 'text/html; charset=utf-8' } });

const areaOf = (path: string, { desk }: PageContext): ServiceArea =>
  path.endsWith(OUTSIDE.slice(0, 4))
    ? { postcode: path.slice(-4), inArea: false, contact: desk }
    : { postcode: path.slice(-4), inArea: true, streets: [{ name: 'Noordsingel', letters: ['AB'] }] };

function statusOf(reference: string) {
  const [status] = Object.entries(STATUSES).find(([, known]) => known === reference) ?? ['unknown'];
  if (status === 'unknown') return { status: 404, json: {} };
  return status === 'failed' ? { status: 503, json: {} } : { status: 200, json: { status } };
}

/** What the report function does with a form, as far as its pages go. */
function pageWithoutScript(context: PageContext, request: Request): string {
  const values = new URLSearchParams(request.postData() ?? '');
  const idempotencyKey = '3f1c0a52-7f0e-4d0c-9d3e-0a5b6c7d8e9f';
  if (values.has(CHANGE_FIELD)) return formPage(context, { values });
  const { data, error } = SignalSubmission.safeParse(fromForm(values));
  if (error) {
    const errors = error.issues.map(({ path, message }) => ({ field: path.join('.'), code: message }));
    return formPage(context, { values, errors });
  }
  if (request.url().endsWith('check')) return checkPage(context, { values, submission: data, idempotencyKey });
  if (data.address.postcode === OUTSIDE.replace(' ', '')) return outsideAreaPage(context, { values });
  switch (data.address.houseNumber) {
    case ANSWERS.noConnection:
      return tryAgainPage(context, { values, idempotencyKey });
    case ANSWERS.already:
      return alreadyReceivedPage(context);
    case ANSWERS.fault:
      return problemPage(context, 'internalError');
    case ANSWERS.unreadable:
      return problemPage(context, 'unreadable');
  }
  return thankYouPage(context, { receipt: RECEIPT, about: data.about });
}
