import { describe, expect, it } from 'vitest';
import type { LogView } from '#shared/contracts/log-view.ts';
import {
  type Answer,
  type Api,
  at,
  check,
  DESKTOP,
  heading,
  inBrowser,
  ok,
  open,
  PHONE,
  page,
  press,
  problem,
} from '../../../tests/support/console-in-browser.ts';
import { directory, sessions, signals } from '../fixtures.ts';

inBrowser();

const { coordinator } = sessions;
const signal = signals.coordinatorEscalated;
const { reference } = signal;
const carla = { id: 'carla', name: 'Carla Mulder' };
const anna = { id: 'anna', name: 'Anna de Vries' };

const ofSignal: LogView = {
  lines: [
    { at: '2026-03-03T09:59:00Z', event: 'read-log', by: carla, reference },
    { at: '2026-03-03T09:58:00Z', event: 'read', by: carla, reference, reason: 'complaint' },
    { at: '2026-03-02T16:10:00Z', event: 'triage', by: anna, reference },
    { at: '2026-03-02T15:30:04Z', event: 'assign', reference },
  ],
  next: 'more',
};
const ofAnna: LogView = {
  lines: [
    { at: '2026-03-03T09:00:00Z', event: 'read', by: anna, reference },
    { at: '2026-03-03T08:59:00Z', event: 'list', by: anna, reference },
    { at: '2026-03-03T08:59:00Z', event: 'list', by: anna, reference: '0A1B2C3D4E5F6G7J' },
    { at: '2026-03-03T08:58:00Z', event: 'sign-in-code', by: anna },
    { at: '2026-03-03T08:57:00Z', event: 'wrong-code', by: anna },
    { at: '2026-03-02T08:57:00Z', event: 'reset-passkeys', by: anna, about: 'Piet Smit' },
    { at: '2026-03-01T08:59:00Z', event: 'change-neighbourhood', by: anna, about: 'Oude Noorden' },
  ],
};
const NOTHING: LogView = { lines: [] };

const logs = (of: Answer = ok(ofSignal), by: Answer = ok(ofAnna)): Api => ({
  session: coordinator,
  signals: [signal],
  reads: {
    '/audit/members': () => ok({ members: [...directory.members, LEFT] }),
    '/audit': () => by,
    [`/signals/${reference}/audit`]: () => of,
  },
});
const LEFT = { id: 'm-weg', name: 'Joost Vermeer', leftAt: '2026-02-03T08:57:00Z' };
const HERE = `#/logboek/${reference}`;
const show = () => page.getByRole('button', { name: 'Toon het logboek' }).first();
const choose = async () => {
  await page.getByLabel('Teamlid').selectOption({ index: 1 });
  await show().click();
};

const chooseLeaver = async () => {
  await page.getByLabel('Teamlid').selectOption('Joost Vermeer (doet niet meer mee)');
  await show().click();
};

describe.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('the log on %s', (_device, viewport) => {
  it.each([
    ['log', '#/logboek', logs(), 'Van één signaal', undefined],
    ['log-wrong', '#/logboek', logs(), 'Kies een teamlid.', () => show().click()],
    ['log-member', '#/logboek', logs(), 'zag 2 signalen in de lijst', choose],
    ['log-leaver', '#/logboek', logs(), 'Joost Vermeer, maart 2026', chooseLeaver],
    ['log-member-empty', '#/logboek', logs(ok(ofSignal), ok(NOTHING)), 'Hier staat niets', choose],
    ['log-member-failed', '#/logboek', logs(ok(ofSignal), problem('internal-error')), 'Probeer opnieuw', choose],
    ['log-signal', HERE, logs(), 'Reden: Een klacht', undefined],
    ['log-signal-empty', HERE, logs(ok(NOTHING)), 'Hier staat niets', undefined],
    ['log-signal-failed', HERE, logs('no-connection'), 'Er is geen verbinding', undefined],
  ] as const)('shows %s to everybody', async (name, hash, api, says, then) => {
    await open(hash, api, viewport);
    await page
      .getByText('Van één teamlid')
      .or(page.getByRole('heading', { name: 'Signaal' }))
      .first()
      .waitFor();
    await then?.();
    await page.getByText(says).first().waitFor();
    await check(name);
  });
});

it('fits 320 pixels, in English', async () => {
  await open(HERE, logs(), { width: 320, height: 640 }, 'en-GB');
  await page.getByText('Carla Mulder read the log of the signal').waitFor();
  await check('en-log');
});

it('says what happened in words and goes on with earlier lines', async () => {
  await open(HERE, logs());
  const lines = page.locator('.history__line');
  await expect
    .poll(() => lines.allTextContents())
    .toEqual([
      'Vandaag 10.59 uurCarla Mulder las het logboek van het signaal',
      'Vandaag 10.58 uurCarla Mulder las het signaalReden: Een klacht',
      'Gisteren 17.10 uurAnna de Vries besliste of een bezoek nodig is',
      'Gisteren 16.30 uurOmzien zelf gaf het signaal aan een wijkpartner',
    ]);
  await press('Toon eerdere regels');
  await expect.poll(() => lines.count()).toBe(8);
  const file = page.getByRole('link', { name: 'Download als bestand (CSV)' });
  expect(await file.getAttribute('href')).toBe(`/v1/console/audit/file?signal=${reference}&language=nl`);
});

it('leads from a member to a signal, and by the number of a signal that is gone', async () => {
  await open('#/logboek', logs());
  await page.getByText('Van één signaal').waitFor();
  await page.getByLabel('Nummer van het signaal').fill('geen nummer');
  await page.getByRole('button', { name: 'Toon het logboek' }).last().click();
  await page.getByText('Dit is geen nummer van een signaal.').waitFor();
  await page.getByLabel('Nummer van het signaal').fill(reference.toLowerCase());
  await page.keyboard.press('Enter');
  await page.getByText('Omzien zelf gaf het signaal').waitFor();
  expect(await heading()).toMatch(/^Signaal (\w{4}-){3}\w{4}$/);
});

it('says how long lines are kept, and offers the months of that time', async () => {
  const session = { ...coordinator, days: { ...coordinator.days, audit: 90 } };
  await open('#/logboek', { ...logs(ok(ofSignal), ok(NOTHING)), session });
  await page.getByText('Dat blijft 90 dagen staan.').waitFor();
  expect(await page.getByLabel('Maand').locator('option').allTextContents()).toEqual([
    'maart 2026',
    'februari 2026',
    'januari 2026',
  ]);
  await choose();
  await page.getByText('of het is langer dan 90 dagen geleden.').waitFor();
});

it('is one tap from the signal, for the coordinator alone', async () => {
  await open(at(signal), logs());
  await page.getByRole('link', { name: 'Bekijk wie dit signaal las' }).click();
  await page.getByText('Omzien zelf gaf het signaal').waitFor();
  await open(at(signals.toTriage), { session: sessions.member, signals: [signals.toTriage] });
  expect(await page.getByRole('link', { name: 'Bekijk wie dit signaal las' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Logboek' }).count()).toBe(0);
});
