import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleTexts as en } from '#shared/texts/en/console.ts';
import { consoleTexts as nl } from '#shared/texts/nl/console.ts';
import { htmlMistakes } from '../tests/support/html-mistakes.ts';
import { buildWeb } from './build.ts';

const KILOBYTE = 1024;
let site: string;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'site-'));
  await buildWeb({ municipality: 'demo', outDir: site });
}, 30_000);
afterAll(() => rm(site, { recursive: true, force: true }));

const read = (file: string): Promise<string> => readFile(join(site, file), 'utf8');
/** As it goes over the wire: CloudFront and the local server send brotli. */
const sizeOf = async (...files: string[]): Promise<number> => {
  const sizes = await Promise.all(
    files.map(async (file) => brotliCompressSync(await readFile(join(site, file))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
};
/** What a page makes a browser fetch, itself included. */
const firstView = async (page: string): Promise<string[]> => {
  const html = await read(page);
  const wanted = [...html.matchAll(/<(?:link rel="(?:icon|stylesheet)"|script)[^>]*(?:href|src)="\/([^"]+)"/g)];
  return [page, ...wanted.map(([, file]) => file ?? '')];
};

/** A script and everything that it imports before it runs. */
const loadedWith = async (script: string): Promise<string[]> => {
  const imports = [...(await read(script)).matchAll(/(?:from|import)"(\.[^"]+)"/g)];
  const files = await Promise.all(imports.map(([, path]) => loadedWith(join(dirname(script), path ?? ''))));
  return [...new Set([script, ...files.flat()])];
};

/** Of the files whose path begins so, one for each language, what the largest brings along beside what is there already. */
const largest = async (beginning: string, there: readonly string[]): Promise<number> => {
  const files = (await readdir(site, { recursive: true })).filter((file) => file.startsWith(beginning));
  const brought = files.map(async (file) => (await loadedWith(file)).filter((one) => !there.includes(one)));
  return Math.max(...(await Promise.all((await Promise.all(brought)).map((all) => sizeOf(...all)))));
};

describe('another municipality', () => {
  it('has its own name, colours, logo and icon on every page', async () => {
    const other = await mkdtemp(join(tmpdir(), 'site-haven-'));
    await buildWeb({ municipality: 'demo-haven', outDir: other });
    const files = ['index.html', 'en/status/index.html', 'privacy/index.html', '404.html', 'console/index.html'];
    const pages = await Promise.all(files.map((file) => readFile(join(other, file), 'utf8')));
    const styles = await Promise.all(
      ['report.css', 'console.css'].map((file) => readFile(join(other, 'assets', file), 'utf8')),
    );
    const icon = await readFile(join(other, 'assets/icon.svg'), 'utf8');
    await rm(other, { recursive: true });

    expect(pages.at(-1)).toContain('<meta name="application-name" content="Buurtlicht Haven">');
    for (const html of pages) {
      expect(html).toContain('Buurtlicht Haven</title>');
      expect(html).toContain('<meta name="theme-color" content="#ffd23f">');
      expect(html).not.toContain('Rotterdam');
    }
    for (const css of styles) {
      expect(css).toContain('#1747b0');
      expect(css).not.toContain('#0f5650');
    }
    expect(icon).toContain('#ffd23f');
    expect(icon).not.toContain('#0f5650');
  });
});

describe('the built site', () => {
  it('has its pages in both languages, the console and their assets', async () => {
    const files = await readdir(site, { recursive: true });
    const named = files.filter((file) => /\.\w+$/.test(file) && !file.startsWith('assets/console/'));
    expect(named.sort()).toEqual([
      '.well-known/security.txt',
      '404.html',
      'accessibility/index.html',
      'assets/area.js',
      'assets/check.js',
      'assets/console.css',
      'assets/console.js',
      'assets/icon.svg',
      'assets/kit.css',
      'assets/proof-of-work.js',
      'assets/report.css',
      'assets/report.js',
      'assets/request.js',
      'assets/status.js',
      'assets/via.js',
      'console/index.html',
      'eerst-zelf/index.html',
      'en/accessibility/index.html',
      'en/eerst-zelf/index.html',
      'en/index.html',
      'en/privacy/index.html',
      'en/security/index.html',
      'en/status/index.html',
      'en/verzoek/index.html',
      'index.html',
      'privacy/index.html',
      'robots.txt',
      'security/index.html',
      'status/index.html',
      'verzoek/index.html',
    ]);
  });

  it('is valid HTML, every page of it', async () => {
    const pages = (await readdir(site, { recursive: true })).filter((file) => file.endsWith('.html'));
    const mistakes = await Promise.all(pages.map(async (file) => [file, await htmlMistakes(await read(file))]));
    expect(mistakes).toEqual(pages.map((file) => [file, []]));
    expect(pages).toContain('console/index.html');
    expect(await htmlMistakes('<p><div></p>')).not.toEqual([]);
  });

  it.each(['index.html', 'en/index.html', 'status/index.html', 'privacy/index.html', '404.html'])(
    'shows %s within four requests and 15.5 KB',
    async (page) => {
      const files = await firstView(page);
      expect(files.length).toBeLessThanOrEqual(4);
      expect(await sizeOf(...files)).toBeLessThanOrEqual(15.5 * KILOBYTE);
    },
  );

  it('keeps the script of the form within 5 KB', async () => {
    expect(await sizeOf('assets/report.js')).toBeLessThanOrEqual(5 * KILOBYTE);
  });

  it('keeps the console within 60 KB', async () => {
    const scripts = await loadedWith('assets/console.js');
    const texts = await Promise.all(['console', 'words'].map((kind) => largest(`assets/console/${kind}-`, scripts)));
    const size = await sizeOf('console/index.html', 'assets/console.css', ...scripts);
    expect(texts.reduce((sum, each) => sum + each, size)).toBeLessThanOrEqual(60 * KILOBYTE);
  });

  it('fetches the words of the console in one language alone', async () => {
    const scripts = await Promise.all((await loadedWith('assets/console.js')).map(read));
    expect(scripts.join()).not.toContain(nl.form.sendAgain);
    expect(scripts.join()).not.toContain(en.form.sendAgain);
  });

  it('fetches a page of the console when somebody goes there, not before', async () => {
    const scripts = await loadedWith('assets/console.js');
    const pages = (await readdir(join(site, 'assets/console'))).filter((file) => !file.startsWith('chunk-'));
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) expect(scripts).not.toContain(`assets/console/${page}`);
  });

  it('refers to no token that is not there', async () => {
    const css = await read('assets/report.css');
    const set = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
    const needed = [...css.matchAll(/var\(\s*(--(?:omzien|basis|voorbeeld)-[\w-]+)\s*\)/g)].map(([, name]) => name);
    expect(css.split('#0f5650').length).toBeGreaterThan(5);
    expect(needed.filter((name) => !set.has(name))).toEqual([]);
  });

  it('brings nothing from elsewhere and, in our own scripts, nothing that our policy refuses', async () => {
    const refused = /url\(["']?https?:|@import|\.innerHTML\s*=|eval\(|new Function/g;
    for (const file of ['report.css', 'console.css', 'report.js', 'status.js']) {
      expect([file, (await read(`assets/${file}`)).match(refused)]).toEqual([file, null]);
    }
  });
});
