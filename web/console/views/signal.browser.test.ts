import { describe, expect, it } from 'vitest';
import type { Act } from '#shared/domain/life.ts';
import { at, check, inBrowser, ok, open, page, press, tap } from '../../../tests/support/console-in-browser.ts';
import { sessions, signals } from '../fixtures.ts';

inBrowser();

const { member, coordinator, visitor } = sessions;

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

describe('the clock', () => {
  const requests = [{ wish: 'object' as const, at: '2026-03-02T10:00:00Z', before: '2026-03-30T10:00:00Z' }];

  it.each([
    ['nobody should go', { ...signals.planned, requests }, member],
    ['there was danger', { ...signals.helpLater, alarm: true }, member],
    ['the resident is to be told', signals.helpToTell, member],
  ])('of a step is not shown where %s', async (_when, signal, session) => {
    await open(at(signal), { session, signals: [signal] });
    expect(await page.locator('.next .due:not(.due--planned)').count()).toBe(0);
  });

  it('of a request is that of the answer', async () => {
    const signal = { ...signals.planned, requests };
    await open(at(signal), { session: member, signals: [signal] });
    await page.locator('.next').getByText('Antwoord vóór maandag 30 maart.').waitFor();
    expect(await page.locator('.next').textContent()).not.toContain('Nog ');
    await check('request-waits');
  });

  it.each([
    ['help comes later', signals.helpLater, 'Nog 13 dagen: is de hulp gestart?'],
    ['a visit is planned', signals.planned, 'Nog 29 uur: leg contact'],
  ])('of what is not asked now has a name: %s', async (_when, signal, name) => {
    await open(at(signal), { session: member, signals: [signal] });
    expect(await page.locator('.next .due:not(.due--planned)').textContent()).toContain(name);
  });
});

it('tells a coordinator who saw danger, and not to leave it to others', async () => {
  const seen = '2026-03-03T09:46:00Z';
  const signal = {
    ...signals.coordinatorReads,
    alarm: true,
    danger: { at: seen },
    history: [
      ...(signals.coordinatorReads.history ?? []),
      { at: seen, what: 'alarm', by: 'Fatima el Amrani', organisation: 'Welzijn Centrum' },
    ],
    acts: ['hand-over', 'all-clear', 'erase'] as Act[],
  };
  await open(at(signal), { session: coordinator, signals: [signal] });
  await page.getByText('Gezien door Fatima el Amrani, vandaag 10.46 uur.').waitFor();
  expect(await page.getByText('doet wie het signaal heeft').count()).toBe(0);
  await check('coordinator-alarm');
});

it.each([
  ['a contact', signals.helpLater, 'morgen 16.30 uur: gedaan gisteren 14.20 uur, op tijd'],
  [
    'an attempt that came too late',
    { ...signals.tried, attempts: [{ at: '2026-03-05T09:00:00Z', way: 'visit', result: 'nobody-home' }] },
    'morgen 16.30 uur: gedaan donderdag 5 maart 10.00 uur, te laat',
  ],
  ['nothing yet', signals.toPlan, 'morgen 16.30 uur'],
])('says of the deadline of the visit what became of it: %s', async (_what, signal, said) => {
  await open(at(signal), { session: member, signals: [signal] });
  const clocks = page.locator('.section', { has: page.getByRole('heading', { name: 'Termijnen' }) });
  expect(await clocks.locator('dd').last().textContent()).toBe(said);
  expect(await clocks.getByText('Liefst bezocht vóór').count()).toBe(signal === signals.toPlan ? 1 : 0);
});

it('leads a visitor back to their visits', async () => {
  await open(at(signals.asVisitor), { session: visitor, signals: [signals.asVisitor] });
  expect((await page.locator('.back').textContent())?.trim()).toBe('Uw bezoeken');
});

it('says that a planned visit can be moved, and for how long nobody was seen', async () => {
  await open(at(signals.planned), { session: member, signals: [signals.planned] });
  await page.getByText('Al ongeveer een week').waitFor();
  expect(await page.getByRole('link', { name: 'Verzet het bezoek' }).count()).toBe(1);
  expect(await page.getByRole('link', { name: 'Plan een bezoek' }).count()).toBe(0);
});

describe('in the list', () => {
  it('a closed signal says how it ended', async () => {
    const { endedByRegisters, closed } = signals;
    await open('#/afgerond', { session: member, signals: [endedByRegisters, closed] });
    const small = await page.locator('.row__small').allTextContents();
    expect(small.map((line) => line.split(' · ')[1])).toEqual(['Afgerond door de registers', 'De hulp is gestart']);
    await check('list-endings');
  });

  it('and on its own screen one without consent says when it goes', async () => {
    const { undecided } = signals;
    await open('#/', { session: member, signals: [undecided] });
    await expect.poll(() => page.locator('.row__small').textContent()).toContain('zonder ja gewist: maandag 16 maart');
    await open(at(undecided), { session: member, signals: [undecided] });
    const next = await page.locator('.next').textContent();
    expect(next).toContain('Zegt de bewoner geen ja? Dan wissen wij alles: maandag 16 maart.');
    await check('undecided');
  });
});

it.each([
  ['alarm', undefined],
  ['contact', 'Ja, er is gevaar'],
] as const)('has the whole address beside 112: %s', async (act, danger) => {
  await open(at(signals.asVisitor, act), { session: visitor, signals: [signals.asVisitor] });
  if (danger) await press(danger);
  const gate = page.locator('.gate');
  await gate.getByRole('link', { name: 'Bel 112' }).waitFor();
  expect(await gate.textContent()).toContain('Zeg waar het is: Zwaanshals 12A, 3035 AB Rotterdam');
  await check(`address-${act}`);
});

describe('a coordinator who chooses after three attempts', () => {
  const { coordinatorChooses: signal } = signals;
  const api = { session: coordinator, signals: [signal], acts: [ok({ ...signal, version: 2 })] };

  it('has four buttons, and nothing for a doorstep', async () => {
    await open(at(signal), api);
    const buttons = page.locator('.next > .actions').getByRole('link');
    expect((await buttons.allTextContents()).map((text) => text.trim())).toEqual([
      'Plan een bezoek',
      'Er is een brief gestuurd',
      'Draag over aan een ander',
      'Rond dit signaal af',
    ]);
    expect(await page.getByText(/Bent u er al geweest|Tips voor het gesprek/).count()).toBe(0);
    await check('coordinator-chooses');
  });

  it('records a letter with one tap and a confirmation', async () => {
    const sent = await open(at(signal), api);
    await page.getByRole('link', { name: 'Er is een brief gestuurd' }).click();
    await page.getByText('U legt vast dat de bewoner net een brief kreeg.').waitFor();
    await check('coordinator-letter');
    await press('Leg de brief vast');
    await page.getByText('Uw poging is opgeslagen.').waitFor();
    const body = { version: 1, way: 'letter', result: 'card-left' };
    expect(sent).toEqual([{ path: `/signals/${signal.reference}/attempts`, body }]);
  });

  it('is told that the partner records the visit of a volunteer', async () => {
    await open(at(signal, 'plan'), api);
    await page.getByText('De wijkpartner legt na het bezoek vast hoe het ging.').waitFor();
    expect(await page.getByText('U legt na het bezoek zelf vast').count()).toBe(0);
  });
});
