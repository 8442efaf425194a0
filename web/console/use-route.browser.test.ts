import { expect, it } from 'vitest';
import { at, heading, inBrowser, ok, open, page, press, tap } from '../../tests/support/console-in-browser.ts';
import { sessions, signals } from './fixtures.ts';

inBrowser();

const { planned, tried } = signals;
const { member } = sessions;
const hash = () => page.evaluate('location.hash');
const goTo = (name: string) => page.getByRole('link', { name, exact: true }).first().click();
const back = () => page.evaluate('history.back()');

const toForm = async (hash: string) => {
  const acts = [ok({ ...tried, reference: planned.reference })];
  await open(hash, { session: member, signals: [planned], acts });
};
const record = async () => {
  await press('Leg deze poging vast');
  await page.getByText('Uw poging is opgeslagen').waitFor();
};

it('leads back from a signal to the list in one step, though an act was done on the way', async () => {
  await toForm('#/');
  await page.locator('.row__link').click();
  await goTo('Niemand thuis');
  await record();
  expect(await hash()).toBe(at(planned));
  const top = await page.evaluate<number>("document.querySelector('h1').getBoundingClientRect().top");
  expect(top).toBeGreaterThanOrEqual(0);
  const signal = await heading();
  await back();
  await page.getByRole('heading', { name: 'Uw signalen' }).waitFor();
  expect([signal === 'Uw signalen', await hash()]).toEqual([false, '#/']);
});

it('leads back to where one came from, not into a form that was sent, whose address was opened itself', async () => {
  await toForm('#/uitleg');
  await page.evaluate(`location.hash = ${JSON.stringify(at(planned, 'attempt'))}`);
  await tap('Er was niemand thuis');
  await record();
  expect(await hash()).toBe(at(planned));
  await back();
  await page.getByRole('heading', { name: 'Zo werkt het' }).waitFor();
});

it('knows its steps after the page was loaded again', async () => {
  await toForm('#/');
  await page.locator('.row__link').click();
  await goTo('Niemand thuis');
  await page.getByRole('button', { name: 'Leg deze poging vast' }).waitFor();
  await page.reload();
  await tap('Er was niemand thuis');
  await record();
  await back();
  await page.getByRole('heading', { name: 'Uw signalen' }).waitFor();
  expect(await hash()).toBe('#/');
});

it('stays in the console where a first address is left for another', async () => {
  await open('#/aanmelden', { session: member, signals: [planned] });
  await page.getByRole('heading', { name: 'Uw signalen' }).waitFor();
  await press('Afmelden');
  await page.getByText('U bent afgemeld.').waitFor();
  expect(await hash()).toBe('#/aanmelden');
});
