import { expect, it } from 'vitest';
import {
  check,
  DESKTOP,
  inBrowser,
  ok,
  open,
  PHONE,
  page,
  press,
  problem,
} from '../../../tests/support/console-in-browser.ts';
import { practices, sessions, signals } from '../fixtures.ts';

inBrowser();

const session = sessions.coordinator;
const reads = (list: unknown = practices) => ({ '/practices': () => ok(list) });

it.each([
  ['phone', PHONE, 'nl-NL'],
  ['desktop', DESKTOP, 'nl-NL'],
  ['english', PHONE, 'en-GB'],
  ['narrow', { width: 320, height: 640 }, 'nl-NL'],
] as const)('shows on a %s screen who reacted and who did not, in words', async (name, viewport, language) => {
  await open('#/oefenen', { session, reads: reads() }, viewport, language);
  await page.getByRole('heading', { level: 2, name: 'Stichting Noord' }).waitFor();
  await check(`practice-${name}`);
});

it('puts first who needs attention, and says so', async () => {
  await open('#/oefenen', { session, reads: reads() });
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
    'Buurthuis Zuid',
    'Stichting Noord',
    'Welzijn Centrum',
    'Wijkteam Oost',
  ]);
  expect(await page.getByText('Vraagt aandacht').count()).toBe(2);
});

it('sends a practice and says that it is under way', async () => {
  const sent = await open('#/oefenen', { session, reads: reads() });
  await press('Stuur een oefening naar Welzijn Centrum');
  await page.getByText('De oefening is onderweg naar Welzijn Centrum.').waitFor();
  expect(sent).toEqual([{ path: '/practices/centrum', body: null }]);
  await check('practice-sent');
});

it('says that sending did not work, and keeps the page', async () => {
  await open('#/oefenen', { session, reads: reads(), acts: [problem('internal-error')] });
  await press('Stuur een oefening naar Welzijn Centrum');
  await page.getByRole('alert').waitFor();
  await check('practice-failed');
});

it('says that there was one today already', async () => {
  await open('#/oefenen', { session, reads: reads(), acts: [problem('already-today')] });
  await press('Stuur een oefening naar Welzijn Centrum');
  await page.getByText('kreeg vandaag al een oefening').waitFor();
  await check('practice-today');
});

it('has nobody to send to while there are no partners', async () => {
  await open('#/oefenen', { session, reads: reads({ partners: [] }) });
  await page.getByText('Er zijn nog geen wijkpartners.').waitFor();
  await check('practice-empty');
});

it('says on every screen of a practice signal that it is one', async () => {
  const signal = { ...signals.toTriage, practice: true, address: 'Oefenstraat 1, Oefendorp' };
  await open('#/', { session: sessions.member, signals: [signal] });
  await page.getByText('Oefening', { exact: true }).waitFor();
  await check('practice-in-list');
  for (const act of ['', '/triage', '/hand-over']) {
    await open(`#/signalen/${signal.reference}${act}`, { session: sessions.member, signals: [signal] });
    await page.getByText('Dit is een oefening.').waitFor();
    await check(`practice-signal${act.replace('/', '-')}`);
  }
});
