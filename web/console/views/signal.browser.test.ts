import { describe, expect, it } from 'vitest';
import { at, check, inBrowser, open, page, press, tap } from '../../../tests/support/console-in-browser.ts';
import { sessions, signals } from '../fixtures.ts';

inBrowser();

const { member, coordinator } = sessions;

describe('whoever asks for contact themselves', () => {
  const { myself } = signals;

  it('is called when they like it: the number stands above the decision', async () => {
    await open(at(myself), { session: member, signals: [myself] });
    const next = page.locator('.next');
    expect(await next.getByRole('heading', { level: 2 }).textContent()).toBe('De bewoner vraagt zelf om contact');
    await next.getByText('Bel in de ochtend').waitFor();
    expect(await next.getByRole('link', { name: '0612345678' }).getAttribute('href')).toBe('tel:0612345678');
    await next.getByRole('link', { name: 'Ja, we nemen contact op' }).waitFor();
    expect(await page.locator('main').textContent()).not.toContain('melder');
    await check('asked');
  });

  it('is nobody whose report is tested, and gave a reason to go', async () => {
    await open(at(myself, 'triage'), { session: member, signals: [myself] });
    await page.getByLabel('De bewoner gebeld').waitFor();
    await tap('Nee, dat is niet nodig');
    await page.getByLabel('De bewoner wil toch niet').waitFor();
    expect(await page.getByText('Er is geen reden om langs te gaan').count()).toBe(0);
    expect(await page.locator('main').textContent()).not.toContain('melder');
    await press('Rond het signaal af');
    await check('asked-triage');
  });

  it('without a number is visited', async () => {
    const unreachable = { ...myself, reporter: undefined };
    await open(at(unreachable), { session: member, signals: [unreachable] });
    await page.getByText('Er is geen telefoonnummer en geen e-mailadres. Ga langs.').waitFor();
    expect(await page.locator('.next a[href^="tel:"]').count()).toBe(0);
  });
});

it('tells a coordinator what the system did, between what people did, and of which organisation they are', async () => {
  const { coordinatorEscalated } = signals;
  const taken = {
    ...coordinatorEscalated,
    history: [
      ...(coordinatorEscalated.history ?? []),
      { at: '2026-03-03T08:00:00Z', what: 'take-over', by: 'Anil Ramdin', organisation: 'Stichting Noord' },
    ],
  };
  await open(at(taken), { session: coordinator, signals: [taken] });
  expect((await page.locator('.history__line').allTextContents()).map((line) => line.replace(/^.* uur /, ''))).toEqual([
    'Anil Ramdin, Stichting Noord, nam het signaal over',
    'doorgestuurd naar wie het oppakt',
    'signaal ontvangen',
    'mail dat het te laat is aan de coördinator: verstuurd',
    'achtervang gevraagd: Stichting Noord (mail aangekomen)',
    'herinnering aan Welzijn Centrum: niet aangekomen',
    'mail over dit signaal aan Welzijn Centrum: aangekomen',
  ]);
  await check('history-coordinator');
});
