import { describe, expect, it } from 'vitest';
import {
  check,
  DESKTOP,
  heading,
  inBrowser,
  ok,
  open,
  PHONE,
  page,
  problem,
} from '../../../tests/support/console-in-browser.ts';
import { directory, partners, sessions, signals } from '../fixtures.ts';

inBrowser();

const { coordinator, member } = sessions;
const reads = {
  '/directory': () => ok(directory),
  '/statistics': () => problem('invalid-fields', { errors: [{ field: 'period', code: 'period' }] }),
};
const opened = async (hash: string, session: typeof member | typeof coordinator = coordinator, viewport = PHONE) => {
  await open(hash, { session, signals: [signals.toTriage], reads }, viewport);
  await page.locator('main h1').waitFor();
};
const current = () => page.locator('.menu [aria-current]').count();

describe('an address that leads nowhere', () => {
  it.each([PHONE, DESKTOP])('says so, with the way to the list ($width)', async (viewport) => {
    await opened('#/bestaatniet', member, viewport);
    expect([await heading(), await page.title()]).toEqual([
      'Deze pagina bestaat niet',
      'Deze pagina bestaat niet – Omzien in Rotterdam',
    ]);
    expect(await current()).toBe(0);
    await check('unknown-page');
    await page.locator('main').getByRole('link', { name: 'Alle signalen' }).click();
    await page.getByRole('heading', { name: 'Uw signalen' }).waitFor();
  });

  it.each(['#/signalen/onzin', '#/signalen/0123456', '#/brief/onzin'])(
    'says of %s, cut off by a mail program, that the number is not right',
    async (hash) => {
      await opened(hash, member);
      expect(await heading()).toBe('Dit nummer klopt niet');
      await page.getByText('Kopieer de hele link uit de mail.').waitFor();
      await check('unknown-reference');
    },
  );

  it.each([
    ['#/beheer/onzin', '#/beheer'],
    ['#/cijfers/onzin', '#/cijfers'],
    ['#/cijfers/2091-Q3', '#/cijfers'],
    ['#/logboek/onzin', '#/logboek'],
    ['#/materiaal/onzin', '#/materiaal'],
  ])('says so inside a page too, and repeats nothing of it: %s', async (hash, nearest) => {
    await opened(hash);
    await page.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/onzin|2091/);
    expect(await page.locator('main a').getAttribute('href')).toBe(nearest);
    expect(await page.getByRole('button', { name: 'Probeer opnieuw' }).count()).toBe(0);
  });
});

describe('a list of what nobody knows', () => {
  it('says to the coordinator that this partner is not in the list', async () => {
    await opened('#/?partner=zzz', coordinator, DESKTOP);
    await page.getByText('Deze wijkpartner of wijk staat niet (meer) in de lijst.').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('zzz');
    await check('list-unknown-partner');
    await page.getByLabel('Wijkpartner').selectOption(partners.partners[0]?.id ?? '');
    await page.waitForURL(/partner=(?!zzz)/);
    expect(await page.getByText('staat niet (meer) in de lijst').count()).toBe(0);
  });

  it('is the whole list to who has no choice of partners', async () => {
    await opened('#/uitleg', member);
    const asked = page.waitForRequest((request) => request.url().includes('/signals?'));
    await page.evaluate("location.hash = '#/?partner=zzz'");
    await page.locator('.row').first().waitFor();
    expect(new URL((await asked).url()).search).toBe('?which=open');
  });
});
