import { describe, expect, it } from 'vitest';
import type { SignalView } from '#shared/contracts/console.ts';
import {
  type Api,
  at,
  check,
  heading,
  inBrowser,
  ok,
  open,
  PHONE,
  page,
  problem,
  tap,
} from '../../../tests/support/console-in-browser.ts';
import { practices, rowOf, sessions, signals, statuses } from '../fixtures.ts';

inBrowser();

const { member, visitor, coordinator, desk } = sessions;

const next = () => page.locator('.next');
/** Every number that can be called from there, each a link large enough. */
const numbers = async (place = page.getByRole('main')): Promise<string[]> => {
  const links = place.locator('a[href^="tel:"]');
  for (const link of await links.all()) {
    const size = await link.boundingBox();
    expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
  return links.evaluateAll((all) => all.map((link) => `${link.textContent} ${link.getAttribute('href')}`));
};
const CENTRUM = '010 123 45 61 tel:0101234561';
const NOORD = '010 123 45 62 tel:0101234562';
const MUNICIPALITY = '14 010 tel:14010';

/** The signal as who gave no number has it. */
const withoutNumber = ({ ownerPhone: _none, ...signal }: SignalView): SignalView => signal;

describe('who should call the owner of a signal', () => {
  const late = signals.coordinatorEscalated;
  it.each([
    ['the coordinator of a late one', coordinator, late, CENTRUM],
    ['the coordinator of danger', coordinator, { ...late, alarm: true, acts: ['all-clear'] }, CENTRUM],
    [
      'the coordinator of one that another is at',
      coordinator,
      { ...signals.coordinatorReads, ownerPhone: '010 123 45 61' },
      CENTRUM,
    ],
    ['the backup that may take it over', member, signals.asBackup, NOORD],
    ['the visitor, whose own team it is', visitor, signals.asVisitor, CENTRUM],
  ] as const)('has the number under the thumb: %s', async (what, session, signal, number) => {
    await open(at(signal as SignalView), { session, signals: [signal as SignalView] });
    await page.getByText(/ bellen:/).waitFor();
    expect(await numbers(next())).toEqual([number]);
    await check(`call-${what.replaceAll(/\W+/g, '-')}`);
  });

  it('is told nothing of a number on a signal of their own', async () => {
    await open(at(signals.toPlan), { session: member, signals: [signals.toPlan] });
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await page.getByText('bellen:').count()).toBe(0);
  });

  it('is led, as coordinator, to where a number is missing, and not told to call', async () => {
    const reads = { '/directory': () => problem('internal-error') };
    await open(at(late), { session: coordinator, signals: [withoutNumber(late)], reads });
    await page.getByText('Er staat geen nummer van Welzijn Centrum bij Beheer.').waitFor();
    expect(await numbers(next())).toEqual([]);
    expect(await next().textContent()).not.toMatch(/\bBel\b|bellen/);
    await check('call-none-coordinator');
    const add = page.getByRole('link', { name: 'Vul het nummer in' });
    expect((await add.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await add.click();
    await page.getByRole('alert').waitFor();
    expect(page.url()).toContain('#/beheer/wijkpartners');
  });

  it.each([
    ['a backup', member, signals.asBackup],
    ['a visitor', visitor, signals.asVisitor],
  ] as const)('is given the municipality’s, as %s, where there is no other', async (_who, session, signal) => {
    await open(at(signal), { session, signals: [withoutNumber(signal)] });
    await page.getByText('De gemeente bellen:').waitFor();
    expect(await numbers()).toEqual([MUNICIPALITY]);
  });

  it('calls in English as well', async () => {
    await open(at(signals.asBackup), { session: member, signals: [signals.asBackup] }, PHONE, 'en-GB');
    await page.getByText('This signal is with Stichting Noord. Call Stichting Noord:').waitFor();
    await check('call-english');
  });
});

it('names who else to talk to about an address, with their number', async () => {
  await open(at(signals.sameAddress), { session: member, signals: [signals.sameAddress] });
  const line = page.getByRole('listitem').filter({ hasText: 'Stichting Noord heeft ook een signaal op dit adres.' });
  expect(await line.getByRole('link').getAttribute('href')).toBe('tel:0101234562');
});

it('shows whom one can talk to before handing over, once they are chosen and have a number', async () => {
  const api: Api = { session: member, signals: [{ ...signals.toTriage, ownerName: 'Wijkteam Oost' }] };
  await open(at(signals.toTriage, 'hand-over'), api);
  await page.getByText('Aan wie draagt u het over?').waitFor();
  expect(await numbers()).toEqual([]);
  await tap('Welzijn Centrum');
  await page.getByText('Welzijn Centrum bellen:').waitFor();
  expect(await numbers()).toEqual([CENTRUM]);
  await check('call-hand-over');
  await tap('Stichting Noord');
  expect(await numbers()).toEqual([]);
});

describe('whose mail does not arrive', () => {
  const partners = ['Welzijn Centrum', 'Stichting Noord'];
  it('can be called from the list, or has no number to call', async () => {
    const phones = [{ name: 'Welzijn Centrum', phone: '010 123 45 61' }];
    const list = ok({ signals: [], mailTrouble: { partners, phones, coordinator: false } });
    await open('#/', { session: coordinator, list });
    await page.getByText('Er staat geen nummer van Stichting Noord bij Beheer.').waitFor();
    expect(await numbers()).toEqual([CENTRUM]);
    await check('call-mail-trouble');
  });

  it('is told whom to ask, when it is their own', async () => {
    const list = ok({ signals: [{ ...rowOf(signals.toTriage), mailTrouble: true }] });
    await open('#/', { session: member, list });
    await page.getByText('Onze mail komt bij u niet goed aan.').waitFor();
    expect(await numbers()).toEqual([MUNICIPALITY]);
    await check('call-mail-trouble-ours');
  });

  it('can be called from the status of the system, and who left practice lying too', async () => {
    const lines = statuses.trouble.lines.map((line) =>
      line.line === 'practice' ? { ...line, verdict: 'attention', count: 1, names: ['Wijkteam Oost'] } : line,
    );
    await open('#/systeem', { session: coordinator, reads: { '/status': () => ok({ ...statuses.trouble, lines }) } });
    await page.getByText('Er staat geen nummer van Wijkteam Oost bij Beheer.').waitFor();
    expect(await numbers()).toEqual([NOORD]);
    await check('call-status');
  });

  it('can be called from the practice that is red, and from no other', async () => {
    await open('#/oefenen', { session: coordinator, reads: { '/practices': () => ok(practices) } });
    await page.getByText('Er staat geen nummer van Stichting Noord bij Beheer.').waitFor();
    expect(await numbers()).toEqual(['010 123 45 63 tel:0101234563']);
    await check('call-practice');
  });
});

describe('who must ask the coordinator', () => {
  it.each([
    ['member', member],
    ['visitor', visitor],
    ['desk', desk],
  ] as const)('finds the number of the municipality in the guide: %s', async (who, session) => {
    await open('#/uitleg', { session });
    await page.getByText('Komt u er niet uit? Vraag bij de gemeente naar de coördinator.').waitFor();
    expect(await numbers()).toEqual([MUNICIPALITY]);
    await check(`call-guide-${who}`);
  });

  it('is not the coordinator', async () => {
    await open('#/uitleg', { session: coordinator });
    expect(await heading()).toBe('Zo werkt het');
    expect(await numbers()).toEqual([]);
  });

  it('finds it with what was refused, and not with what went wrong', async () => {
    await open('#/beheer', { session: member });
    await page.getByText('Vraag het aan een collega of aan de coördinator van de gemeente.').waitFor();
    expect(await numbers()).toEqual([MUNICIPALITY]);
    await check('call-refused');
    await page.context().close();
    await open('#/', { session: member, list: problem('internal-error') });
    await page.getByRole('alert').waitFor();
    expect(await numbers()).toEqual([]);
  });
});
