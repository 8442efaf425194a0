import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#shared/domain/directory.ts';
import { ACTS } from '#shared/domain/life.ts';
import { settings } from '#shared/testing/builders.ts';
import { launchChromium } from '../../web/chromium.ts';
import { partners, places, rowOf, sessions, signals } from '../../web/console/fixtures.ts';
import { PAGES } from '../../web/console/pages.ts';
import { writePseudoLanguage } from './pseudo-language.ts';
import { dataIn, readable, untranslated } from './untranslated.ts';

/**
 * Adds a language to a copy of the project as CONTRIBUTING.md says: a folder, and `npm run languages`. Everything then has to be in it. Finnish
 * stands for any: its days and months are known to Node and Chromium, and no word of ours is like one of its own.
 */
const CODE = 'fi';
const ROOT = join(import.meta.dirname, '../..');
const COPIED = [
  '.ci',
  'docs',
  'functions',
  'infra',
  'shared',
  'tests',
  'web',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];
const ORIGIN = 'https://omzien.example';
const NOW = new Date('2026-03-03T10:00:00Z');

let root: string;
let site: string;
const run = (...command: readonly [string, ...string[]]): string => {
  const [script, ...args] = command;
  return execFileSync(process.execPath, [join(root, script), ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'language-'));
  for (const name of COPIED) cpSync(join(ROOT, name), join(root, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  writePseudoLanguage(root, CODE);
  run('docs/write-languages.ts');

  const municipalities = join(root, 'infra/municipalities');
  const demo = JSON.parse(readFileSync(join(municipalities, 'demo.json'), 'utf8'));
  writeFileSync(join(municipalities, 'pseudo.json'), JSON.stringify({ ...demo, languages: [CODE, 'nl', 'en'] }));
  site = join(root, 'dist');
  mkdirSync(site);
  run('web/build.ts', '--municipality', 'pseudo', '--out-dir', site);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The same in every language: our name; and what the calendar of the language says. */
const said = (options: Intl.DateTimeFormatOptions, day: number, month: number): string[] =>
  new Intl.DateTimeFormat(CODE, { timeZone: 'UTC', ...options })
    .formatToParts(new Date(Date.UTC(2026, month, day)))
    .map(({ value }) => value);
const FORMATS: readonly Intl.DateTimeFormatOptions[] = [
  { weekday: 'long', day: 'numeric', month: 'long' },
  { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  { weekday: 'short', day: 'numeric', month: 'short' },
  { month: 'long', year: 'numeric' },
];
const NAMES = [
  ...FORMATS.flatMap((format) => Array.from({ length: 12 }, (_, at) => said(format, at + 1, at)).flat()),
  'Omzien',
];
const demo = JSON.parse(readFileSync(join(ROOT, 'infra/municipalities/demo.json'), 'utf8'));
const DATA = [
  ...dataIn(demo),
  ...dataIn(settings),
  ...dataIn({ partners, places, sessions, signals }),
  ...[
    'Zwaanshals',
    'Rotterdam',
    'Iemand Anders schreef dit.',
    'Jan Jansen',
    'Kapsalon Jansen',
    'Welzijn Centrum',
    'Bergpolder',
    'Nederlands',
    'English',
  ],
];

it('needs no edit of any other file to compile', () => {
  expect(run('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.')).toBe('');
  expect(run('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'web')).toBe('');
});

describe('what is made of texts', () => {
  it('is in the new language, sentence by sentence: pages, mails and paper', () => {
    const everything: Record<string, string> = JSON.parse(run('tests/languages/render-everything.ts', CODE));
    expect(Object.keys(everything).length).toBeGreaterThan(50);
    const found = Object.entries(everything).map(([name, page]) => [name, untranslated(readable(page), DATA, NAMES)]);
    expect(found.filter(([, sentences]) => sentences && sentences.length > 0)).toEqual([]);
  });

  it('would show a sentence that stayed', () => {
    const page = `<p>Ĵåŭdøn</p><p lang="nl">Nederlands mag</p><img alt="Mag niet"><p>Rotterdam</p><p>Dit mag ook niet</p>`;
    expect(untranslated(readable(page), DATA, NAMES)).toEqual(['Dit mag ook niet', 'Mag niet']);
  });

  it('is linked from the other languages by its own name', () => {
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('>Psěudø</a>');
    expect(readFileSync(join(site, CODE, 'index.html'), 'utf8')).toContain(`<html lang="${CODE}"`);
  });
});

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
};

describe('the console', () => {
  let browser: Browser;
  let context: BrowserContext;
  let session: (typeof sessions)[keyof typeof sessions] | undefined;

  const answer = (path: string): unknown => {
    if (path === '/sessions/current') return session;
    if (path === '/partners') return partners;
    if (path === '/locations') return places;
    if (path === '/signals') return { signals: Object.values(signals).map(rowOf) };
    return Object.values(signals).find(({ reference }) => path.endsWith(reference));
  };

  beforeAll(async () => {
    browser = await launchChromium();
    context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: CODE });
    await context.route(`${ORIGIN}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      if (!pathname.startsWith('/v1/')) {
        const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
        return route.fulfill({ path: join(site, file), contentType: TYPES[file.split('.').pop() ?? ''] ?? '' });
      }
      const found = answer(pathname.replace('/v1/console', ''));
      const json = (status: number, body: unknown) =>
        route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) });
      if (pathname.endsWith('/current') && !session) return json(401, { code: 'not-signed-in' });
      return found ? json(200, found) : json(404, { code: 'not-found' });
    });
  });
  afterAll(() => browser?.close());

  const { member, visitor, coordinator } = sessions;
  const ofSignal = Object.entries(signals).map(([name, { reference, relation }]) => {
    const who = relation === 'coordinator' ? coordinator : relation === 'planned-visitor' ? visitor : member;
    return [name, `#/signalen/${reference}`, who] as const;
  });
  const forms = ACTS.map((act) => [act, `#/signalen/${signals.planned.reference}/${act}`, member] as const);
  const ofPages = Object.entries(PAGES).map(([page, { slug, roles }]) => {
    const everybody: readonly Role[] = roles;
    return [page, `#/${slug}`, everybody.includes('member') ? member : coordinator] as const;
  });
  const VIEWS = [
    ['sign-in', '#/aanmelden', undefined],
    ['list', '#/', member],
    ['closed', '#/afgerond', coordinator],
    ['gone', '#/signalen/0000000000000000', member],
    ...ofPages,
    ['a new place', '#/materiaal/toevoegen', coordinator],
    ['a poster', '#/materiaal/voor-kapper-jansen', coordinator],
    ['refused', '#/materiaal', member],
    ...ofSignal,
    ...forms,
  ] as const;

  it.each([
    ['nobody', undefined],
    ['a member', member],
    ['a visitor', visitor],
    ['a coordinator', coordinator],
  ])('speaks it to %s in every view, and nothing runs off the screen', async (_who, who) => {
    session = who;
    const page = await context.newPage();
    page.setDefaultTimeout(5_000);
    await page.clock.setFixedTime(NOW);
    await page.goto(`${ORIGIN}/console/`);
    const views = VIEWS.filter(([, , reader]) => reader === who);
    const found: unknown[] = [];
    for (const [name, hash] of views) {
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      await page.waitForTimeout(150);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.loading').waitFor({ state: 'detached' });
      // A form shows its mistakes, too.
      const submit = page.locator('main form button[type=submit]:visible');
      if ((await submit.count()) > 0) await submit.first().click();
      const html = await page.evaluate<string>('document.documentElement.outerHTML');
      expect(html).toContain(`lang="${CODE}"`);
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      const stayed = untranslated(readable(html), DATA, NAMES);
      if (overflow !== 0 || stayed.length > 0) found.push({ name, overflow, stayed });
    }
    await page.close();
    expect(views.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });
});
