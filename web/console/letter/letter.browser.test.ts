import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LetterView } from '#shared/contracts/letter.ts';
import {
  type Answer,
  type Api,
  check,
  DESKTOP,
  inBrowser,
  ok,
  open,
  PHONE,
  page,
  press,
  problem,
  SCREENSHOTS,
  tap,
} from '../../../tests/support/console-in-browser.ts';
import { marginsOf } from '../../../tests/support/pdf.ts';
import { sessions, signals } from '../fixtures.ts';

inBrowser();

const { planned } = signals;
const letter: LetterView = {
  reference: planned.reference,
  door: 'Zwaanshals 12A',
  town: '3035 AB Rotterdam',
  aboutThemselves: false,
  receivedAt: planned.receivedAt,
  source: 'shop',
  reasons: ['not-seen', 'mail-and-curtains'],
  wishes: [],
  hasNote: true,
  hasContact: false,
  code: '7KQ2-M9XR-4TVB',
  partner: 'Welzijn Centrum',
  visitor: 'Piet Smit',
};
/** As much as a letter can ever say. */
const longest: LetterView = {
  ...letter,
  door: 'Burgemeester van Heemstra-Kraaijenbrinklaan 1234 B bis',
  reasons: [
    'not-seen',
    'no-answer',
    'mail-and-curtains',
    'stays-away',
    'house-and-garden',
    'self-care',
    'seeks-contact',
    'says-so',
    'life-event',
    'other',
  ],
  hasContact: true,
  reporterName: 'Johanna Wilhelmina van der Meer-Oosterbaan',
  partner: 'Stichting Welzijn en Ontmoeting Noord en Hillegersberg',
  partnerIsController: true,
  otherReaders: ['Stichting Buurtwerk en Ouderenzorg Maashoek', 'Welzijn De Linde'],
  registersAsked: true,
  visitor: 'Abdelhakim van den Bosch-Verhoeven',
};
const HASH = `#/brief/${planned.reference}`;
const api = (answer: Answer = ok(letter)): Api => ({
  session: sessions.visitor,
  signals: [planned],
  reads: { [`/signals/${planned.reference}/letter`]: () => answer },
});

describe.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('on %s', (_device, viewport) => {
  it('shows the letter, and the card for a closed door', async () => {
    await open(HASH, api(), viewport);
    await page.getByText('Iemand dacht aan u').waitFor();
    await check('letter');
    await tap('Kaartje voor een dichte deur');
    await page.getByText('Wij waren bij u aan de deur').first().waitFor();
    await check('letter-card');
  });

  it('says so when the letter cannot be had', async () => {
    await open(HASH, api(problem('not-allowed')), viewport);
    await page.getByText('U mag dit niet doen.').waitFor();
    await check('letter-refused');
  });
});

/** A4 at 96 dots to the inch. */
const PAPER = { width: 794, height: 1_123 };
const printed = () => page.pdf({ preferCSSPageSize: true, printBackground: true });
const pagesOf = (pdf: Buffer): number[][] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((found) =>
    found.slice(1).map((points) => Math.round((Number(points) / 72) * 25.4)),
  );

describe('on paper', () => {
  it.each([
    ['Nederlands', 'Brief voor de bewoner'],
    ['English', 'Brief voor de bewoner'],
    ['Nederlands', 'Kaartje voor een dichte deur'],
  ])('fits one A4 in %s, with nothing around it and nothing cut off: %s', async (language, sheet) => {
    await open(HASH, api(ok(longest)), PAPER);
    await tap(sheet);
    await tap(language);
    await page.emulateMedia({ media: 'print' });
    const pdf = await printed();
    expect(pagesOf(pdf)).toEqual([[210, 297]]);
    expect(marginsOf(pdf)).toEqual({ left: 0, top: 0 });
    const cut = await page.evaluate(
      `[...document.querySelectorAll('.letter, .door-card')].filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1).length`,
    );
    expect(cut).toBe(0);
    // Its readers are mostly old: 11 points at least.
    const points = `Math.min(...[...document.querySelectorAll('.letter p, .letter li, .door-card p')].map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75))`;
    expect(await page.evaluate(points)).toBeGreaterThanOrEqual(11);
    expect(await page.getByRole('button').count()).toBe(0);
    if (SCREENSHOTS)
      await page.screenshot({ path: join(SCREENSHOTS, `paper-${sheet.slice(0, 5)}-${language}.png`), fullPage: true });
  });

  it('says everything that the law asks (AVG art. 14)', async () => {
    await open(HASH, api(), DESKTOP);
    const words = await page.locator('.letter').textContent();
    for (const asked of [
      'College van burgemeester en wethouders van Rotterdam',
      'fg@rotterdam.example',
      'hulp aanbieden',
      'artikel 6, lid 1, onder e',
      'Uw adres.',
      'dat u een tijd niet bent gezien',
      'iemand van een winkel of bezorger',
      'Alleen Welzijn Centrum en de gemeente Rotterdam',
      'Europa',
      '180 dagen',
      'U mag zien wat wij over u hebben.',
      'intrekken',
      'Autoriteit Persoonsgegevens',
      'Geen computer beslist over u.',
      'Piet Smit komt bij u langs, van Welzijn Centrum',
      '3 maart 2026',
      '7KQ2-M9XR-4TVB',
      'omzien.example/verzoek/',
    ])
      expect(words).toContain(asked);
  });

  it('says what the law asks of this signal alone: registers, earlier readers, who else answers for it', async () => {
    const { reporterName: _named, ...told } = longest;
    await open(HASH, api(ok({ ...told, door: '12A', withoutStreet: true })), DESKTOP);
    const words = await page.locator('.letter').textContent();
    for (const asked of [
      'Huisnummer 12A',
      'En van de registers BAG en BRP: of hier iemand staat ingeschreven.',
      'Eerder ook Stichting Buurtwerk en Ouderenzorg Maashoek en Welzijn De Linde.',
      'Ook Stichting Welzijn en Ontmoeting Noord en Hillegersberg, voor wat die zelf doet.',
    ])
      expect(words).toContain(asked);
    expect(words).not.toContain('Alleen Stichting');
  });

  it('tells whoever finds a card nothing of what it is about', async () => {
    await open(HASH, api(), DESKTOP);
    await tap('Kaartje voor een dichte deur');
    const words = await page.locator('.door-card').first().textContent();
    expect(words).toContain('Welzijn Centrum');
    expect(words).not.toMatch(/signaal|omzien|zorgen|eenzaam|alleen|Zwaanshals|gezien/i);
  });
});

it('is a tap away from the signal, for who goes there', async () => {
  await open(`#/signalen/${planned.reference}`, api());
  await page.getByRole('link', { name: 'Print de brief of een kaartje' }).click();
  await page.getByText('Iemand dacht aan u').waitFor();
  await press('Print');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Brief en kaartje');
});

it('stays there after the end for as long as the resident is still to be told', async () => {
  const { closed } = signals;
  const owes = { ...closed, acts: [...closed.acts, 'inform' as const] };
  const toLetter = () => page.getByRole('link', { name: 'Print de brief of een kaartje' });
  await open(`#/signalen/${closed.reference}`, { session: sessions.member, signals: [owes] });
  await toLetter().waitFor();
  await check('closed-not-told');
  await open(`#/signalen/${closed.reference}`, { session: sessions.member, signals: [closed] });
  expect(await toLetter().count()).toBe(0);
});

it('tells who asked for contact themselves what they told, not what somebody did', async () => {
  const own: LetterView = { ...letter, aboutThemselves: true, source: 'resident', reasons: [], wishes: ['talk'] };
  await open(HASH, api(ok(own)));
  await page.getByText('U vroeg ons om contact').waitFor();
  const sheet = (await page.locator('.letter').textContent()) ?? '';
  expect(sheet).toContain('Wat u ons vertelde:');
  expect(sheet).toContain('Uw adres, en hoe wij u bereiken als u dat invulde.');
  expect(sheet).not.toContain('iemand aan ons');
});
