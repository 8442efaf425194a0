import { describe, expect, it } from 'vitest';
import type { SignalView } from '#shared/contracts/console.ts';
import {
  at,
  check,
  DESKTOP,
  inBrowser,
  ok,
  open,
  PHONE,
  page,
  press,
  problem,
  tap,
} from '../../../tests/support/console-in-browser.ts';
import { sessions, signals } from '../fixtures.ts';

inBrowser();

const { coordinator } = sessions;
const copy = { wish: 'copy', at: '2026-02-20T10:00:00Z', before: '2026-03-20T10:00:00Z' } as const;
const erase = { wish: 'erase', at: '2026-02-01T10:00:00Z', before: '2026-03-01T10:00:00Z' } as const;
const signal: SignalView = {
  ...signals.coordinatorReads,
  requests: [erase, copy],
  asked: [
    { ...copy, id: '0A1B2C3D4E5F6G70', contact: '0612345678' },
    { ...erase, id: '0A1B2C3D4E5F6G71', toldTo: 'Anna de Vries' },
    {
      ...erase,
      wish: 'object',
      id: '0A1B2C3D4E5F6G72',
      answered: { at: '2026-02-05T10:00:00Z', how: 'refused' },
    },
  ],
  acts: ['hand-over', 'answer', 'erase'],
};
const answeredAll: SignalView = { ...signal, requests: undefined, acts: ['hand-over', 'erase'] };

describe.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('what residents ask, on %s', (_device, viewport) => {
  it('is a list, the most urgent first, that leads to the signal', async () => {
    await open('#/verzoeken', { session: coordinator, signals: [signal] }, viewport);
    await page.getByRole('heading', { name: 'Alles wissen' }).waitFor();
    expect(await page.locator('.row__title').allTextContents()).toEqual(['Alles wissen', 'Een kopie van de gegevens']);
    await check('requests');
    await page.getByRole('link', { name: 'Een kopie van de gegevens' }).click();
    await page.getByText('Bereikbaar via: 0612345678').waitFor();
    await page.getByText('Gezegd tegen Anna de Vries').waitFor();
    await check('requests-signal');
  });

  it('is answered, with how it ended', async () => {
    const api = { session: coordinator, signals: [signal], acts: [ok(answeredAll)] };
    const sent = await open(at(signal, 'answer'), api, viewport);
    await press('Leg dit vast');
    await page.getByRole('link', { name: 'Kies welk verzoek is beantwoord.' }).waitFor();
    await page.getByLabel('Een kopie van de gegevens').check();
    await tap('Gedaan wat de bewoner vroeg');
    await check('requests-answer');
    await press('Leg dit vast');
    await page.getByText('Het antwoord is vastgelegd.').waitFor();
    expect(sent.map(({ body }) => body)).toEqual([{ version: 1, request: '0A1B2C3D4E5F6G70', how: 'done' }]);
  });

  it('makes whoever would go there wait, when all is to be erased', async () => {
    const waiting: SignalView = {
      ...signals.planned,
      requests: [erase],
      asked: [{ ...erase, id: '0A1B2C3D4E5F6G71' }],
    };
    await open('#/signalen', { session: sessions.member, signals: [waiting] }, viewport);
    await page.getByText('Verzoek van de bewoner').waitFor();
    await check('requests-owner-list');
    await open(at(waiting), { session: sessions.member, signals: [waiting] }, viewport);
    await page.getByRole('heading', { name: 'Ga nu niet langs: de bewoner heeft een verzoek' }).waitFor();
    expect(await page.locator('.next .button--big, .door').count()).toBe(0);
    await check('requests-owner');
  });

  it('can be nothing, or not to be had', async () => {
    await open('#/verzoeken', { session: coordinator, signals: [] }, viewport);
    await page.getByText('Er is nu geen verzoek van een bewoner.').waitFor();
    await check('requests-none');
    await open('#/verzoeken', { session: coordinator, list: problem('internal-error') }, viewport);
    await page.getByText('Er ging bij ons iets mis.').waitFor();
    await check('requests-failed');
  });
});
