import { expect, it } from 'vitest';
import { at, check, inBrowser, open, page, press, tap } from '../../../tests/support/console-in-browser.ts';
import { sessions, signals } from '../fixtures.ts';

inBrowser();

const { member, coordinator, desk } = sessions;
const { toTriage, coordinatorEscalated, atDesk } = signals;
const UNTRUE = 'Uw team ziet het signaal daarna niet meer.';
const NO_REACTION = 'De wijkpartner reageerde niet';

it('tells a coordinator who will not see it any more, and takes silence for a reason', async () => {
  const sent = await open(at(coordinatorEscalated, 'hand-over'), {
    session: coordinator,
    signals: [coordinatorEscalated],
  });
  await page.getByText('Wie het nu heeft, ziet het daarna niet meer.').waitFor();
  expect(await page.getByText(UNTRUE).count()).toBe(0);
  await page.getByText('Agniesebuurt, Bergpolder').waitFor();
  await check('hand-over-coordinator');
  await tap('Stichting Noord');
  await tap(NO_REACTION);
  await press('Draag het signaal over');
  await page.getByText('Het signaal is overgedragen.').waitFor();
  expect(sent[0]?.body).toEqual({ version: 1, to: 'noord', reason: 'no-reaction' });
});

it('does not ask an owner whether they reacted themselves', async () => {
  await open(at(toTriage, 'hand-over'), { session: member, signals: [toTriage] });
  await page.getByText(UNTRUE).waitFor();
  expect(await page.getByText(NO_REACTION).count()).toBe(0);
});

it('asks first where it is when nobody knows, and then whose that is', async () => {
  const sent = await open(at(atDesk, 'hand-over'), { session: desk, signals: [atDesk] });
  await page.getByLabel('Stichting Noord').check();
  await tap('Het adres ligt in een andere wijk');
  await press('Draag het signaal over');
  await page.getByRole('link', { name: 'Kies in welke wijk het adres ligt.' }).waitFor();
  await check('hand-over-nowhere');
  await page.getByLabel('In welke wijk is het?').selectOption('Oude Noorden');
  expect(await page.getByLabel('Welzijn Centrum').isChecked()).toBe(true);
  await page.getByLabel('In welke wijk is het?').selectOption('Bergpolder');
  expect(await page.getByLabel('Stichting Noord').isChecked()).toBe(true);
  await press('Draag het signaal over');
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]?.body).toMatchObject({ to: 'noord', neighbourhoodId: 'bergpolder' });
});
