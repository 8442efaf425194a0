import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Location } from '#shared/domain/directory.ts';
import { aLocation, aLocationCode } from '#shared/testing/builders.ts';
import { loadMunicipality } from '../../infra/config.ts';
import { launchChromium } from '../chromium.ts';
import { DEFAULT_THEME, loadTheme } from '../theme/theme.ts';
import { themeCss } from '../theme/theme-files.ts';
import { kitPages, kitTownOf } from './kit-pages.ts';
import { printKit } from './print-kit.ts';
import type { Kit } from './sheets.ts';

const MM = 96 / 25.4;
const PAPER = { poster: [210, 297], cards: [210, 297], slips: [297, 210] } as const;
const theme = loadTheme(DEFAULT_THEME);
const css = themeCss(theme) + (await readFile(join(import.meta.dirname, 'kit.css'), 'utf8'));
const aKit = ({ id, name }: Location = aLocation(), language: Kit['language'] = 'nl'): Kit => ({
  town: kitTownOf(loadMunicipality('demo'), theme.logo),
  place: { code: id, name },
  baseUrl: 'https://omzien.voorbeeldstad.example',
  language,
});

let folder: string;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kit-'));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the kit of a location', () => {
  it('prints a poster, cards and slips, one page each on the paper that it is for', async () => {
    const written = await printKit(aKit(), css, folder);
    expect(written.map((file) => file.slice(folder.length + 1)).sort()).toEqual([
      'cards.html',
      'cards.pdf',
      'poster.html',
      'poster.pdf',
      'qr-code.svg',
      'slips.html',
      'slips.pdf',
    ]);
    for (const [name, [width, height]] of Object.entries(PAPER)) {
      const pdf = await readFile(join(folder, `${name}.pdf`), 'latin1');
      const pages = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((found) =>
        found.slice(1).map((points) => Math.round((Number(points) / 72) * 25.4)),
      );
      expect([name, pages]).toEqual([name, [[width, height]]]);
    }
  });

  it.each(['nl', 'en'] as const)('keeps everything on the paper in %s, also under a long name', async (language) => {
    const long = aLocation({ name: 'Stichting Buurthuis en Ontmoetingscentrum De Vriendschap aan de Rotte' });
    for (const [name, document] of Object.entries(kitPages(aKit(long, language), css))) {
      const [width, height] = PAPER[name as keyof typeof PAPER].map((side) => Math.round(side * MM));
      const page = await browser.newPage({ viewport: { width: width ?? 0, height: height ?? 0 } });
      await page.setContent(document);
      const cut = await page.evaluate(
        `[...document.querySelectorAll('.sheet, .card, .slip')].filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1).map((one) => one.className)`,
      );
      expect([name, cut]).toEqual([name, []]);
      await page.close();
    }
  });

  it('says who, where to go and whom to call, and what to do in danger', () => {
    const { poster, cards, slips } = kitPages(aKit(aLocation({ name: 'Kapsalon <Jansen>' })), css);
    expect(poster).toContain('Kapsalon &lt;Jansen&gt;');
    for (const document of [poster, cards]) {
      expect(document).toContain('>omzien.voorbeeldstad.example<');
      expect(document).toContain('14 010');
    }
    for (const document of [poster, cards, slips]) expect(document).toContain('112');
    expect(slips).toContain('Stadswinkel Centrum');
    expect(slips).not.toContain('Kapsalon');
  });

  it('draws a code that differs per location, with white around it', () => {
    const codeOf = (location: Location) =>
      /fill="#fff"\/><path d="([^"]+)"/.exec(kitPages(aKit(location), css).poster)?.[1] ?? '';
    const [one, other] = [codeOf(aLocation()), codeOf(aLocation({ id: aLocationCode('bibliotheek') }))];
    expect(one.startsWith('M4 4h1v1h-1z')).toBe(true);
    expect(one).not.toBe(other);
  });
});
