import { describe, expect, it } from 'vitest';
import {
  check,
  DESKTOP,
  heading,
  inBrowser,
  open,
  PHONE,
  page,
  press,
  problem,
} from '../../../tests/support/console-in-browser.ts';
import { sessions, signals } from '../fixtures.ts';

inBrowser();

const { member } = sessions;
const PARTS = '**/assets/console/**';
const filledIn = () => page.getByText(/ingevuld/).count();

describe('what could not be loaded', () => {
  it.each([
    ['list', { session: member, list: problem('internal-error') }, 'Er ging bij ons iets mis.'],
    ['list', { session: member, list: 'no-connection' }, 'Er is geen verbinding.'],
    ['list', { session: member, list: { status: 503 } }, 'Er is geen verbinding.'],
  ] as const)('is said without a word about what nobody filled in: %s', async (_name, api, says) => {
    await open('#/', api);
    await page.getByText(says).waitFor();
    await page.getByRole('button', { name: 'Probeer opnieuw' }).waitFor();
    expect(await filledIn()).toBe(0);
  });

  it('is said so of the session too', async () => {
    await open('#/', { session: member });
    await page.route('**/sessions/current', (route) => route.fulfill({ status: 500 }));
    await page.reload();
    await page.getByRole('heading', { name: 'Dit lukt nu niet' }).waitFor();
    await page.getByText('Er ging bij ons iets mis.').waitFor();
    expect(await filledIn()).toBe(0);
    await check('session-failed');
  });

  it('still promises that what was filled in stays, where something is sent', async () => {
    await open('#/', { read: problem('internal-error') });
    await page.getByLabel('E-mailadres').fill('anna@welzijn.example');
    await press('Stuur mij een code');
    await page.getByLabel('Code van 6 cijfers').fill('123456');
    await press('Aanmelden');
    await page.getByText('Wat u hebt ingevuld, staat er nog.').waitFor();
    expect(await page.getByLabel('Code van 6 cijfers').inputValue()).toBe('123456');
  });
});

describe('a part of the console that does not come', () => {
  it.each([PHONE, DESKTOP])(
    'says that there is a new version, which loading again brings ($width)',
    async (viewport) => {
      await open('#/', { session: member, signals: [signals.toTriage] }, viewport);
      await page.route(PARTS, (route) => route.fulfill({ status: 404 }));
      await page.evaluate("location.hash = '#/uitleg'");
      await page.getByText('Er is een nieuwe versie. Laad de pagina opnieuw.').waitFor();
      expect([await heading(), await filledIn()]).toEqual(['Zo werkt het', 0]);
      await check('page-new-version');
      await page.unroute(PARTS);
      await press('Laad opnieuw');
      await page.getByText('Is er direct gevaar').first().waitFor();
      await page.locator('.guide').waitFor();
    },
  );

  it('says that there is no connection where nothing else comes either, though the browser says so', async () => {
    await open('#/', { session: member, signals: [signals.toTriage] });
    await page.route('**/*', (route) => route.abort('connectionfailed'));
    await page.evaluate("location.hash = '#/uitleg'");
    await page.getByText('Er is geen verbinding. Probeer het opnieuw als er weer verbinding is.').waitFor();
    expect([await page.evaluate('navigator.onLine'), await filledIn()]).toEqual([true, 0]);
    await check('page-no-connection');
  });

  it.each([
    ['a new version', 404, 'Er is een nieuwe versie.', 1],
    ['no connection', undefined, 'Er is geen verbinding.', 0],
  ] as const)('says the same of another language: %s', async (_name, status, says, buttons) => {
    await open('#/', { session: member, signals: [signals.toTriage] });
    await page.route(status ? PARTS : '**/*', (route) => (status ? route.fulfill({ status }) : route.abort()));
    await press('English');
    await page.getByText(says).waitFor();
    expect(await page.getByRole('button', { name: 'Laad opnieuw' }).count()).toBe(buttons);
    expect(await filledIn()).toBe(0);
    await check(`language-${buttons}`);
  });
});
