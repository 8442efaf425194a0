import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SignalView } from '#shared/contracts/console.ts';
import {
  type Answer,
  type Api,
  at,
  check,
  DESKTOP,
  heading,
  inBrowser,
  NOW,
  ok,
  open,
  PHONE,
  page,
  press,
  problem,
  SCREENSHOTS,
  tap,
  violations,
} from '../../tests/support/console-in-browser.ts';
import { places, rowOf, sessions, signals } from './fixtures.ts';

inBrowser();

/** Every view, state and form: how one gets there. */
const { member, visitor, coordinator, desk } = sessions;
const s = signals;
type View = readonly [name: string, hash: string, api: Api, then?: () => Promise<unknown>];
const everyone = Object.values(s);
const owned = everyone.filter(({ relation }) => relation === 'owner');
const acting = (signal: SignalView, act: string): Api => ({
  session: member,
  signals: [{ ...signal, acts: [...signal.acts, act as never] }],
});

const VIEWS: readonly View[] = [
  ['sign-in', '#/aanmelden', {}],
  ['sign-in-wrong', '#/', {}, () => press('Stuur mij een code')],
  [
    'sign-in-code',
    '#/',
    {},
    async () => {
      await page.getByLabel('E-mailadres').fill('anna@welzijn.example');
      await press('Stuur mij een code');
      await page.getByLabel('Code van 6 cijfers').waitFor();
    },
  ],
  [
    'list',
    '#/',
    {
      session: member,
      signals: [s.late, s.toTriage, s.myself, s.planned, s.tried, s.threeTimes, s.helpLater, s.asBackup],
    },
  ],
  ['list-closed', '#/afgerond', { session: member, signals: owned }],
  ['list-empty', '#/', { session: member }],
  ['list-failed', '#/', { session: member, list: problem('internal-error') }],
  [
    'list-coordinator',
    '#/',
    { session: coordinator, signals: [s.coordinatorEscalated, s.coordinatorChooses, s.coordinatorReads] },
  ],
  [
    'list-narrow',
    '#/',
    { session: member, signals: [s.late, s.toPlan] },
    () => page.getByText('Zoeken en kiezen').click(),
  ],
  [
    'list-search-wrong',
    '#/',
    { session: coordinator, signals: [s.coordinatorChooses] },
    async () => {
      const search = page.getByLabel('Nummer van het signaal');
      if (!(await search.isVisible())) await page.getByText('Zoeken en kiezen').click();
      await search.fill('0a1b-2c3d');
      await press('Zoek');
    },
  ],
  ['list-empty-late', '#/?toon=te-laat', { session: coordinator }],
  ['list-empty-coordinator', '#/', { session: coordinator }],
  [
    'list-mail-trouble',
    '#/',
    {
      session: coordinator,
      list: ok({
        signals: [rowOf(s.coordinatorChooses)],
        mailTrouble: {
          partners: ['Welzijn Centrum', 'Stichting Noord'],
          phones: [{ name: 'Welzijn Centrum', phone: '010 123 45 61' }],
          coordinator: true,
        },
      }),
    },
  ],
  ['list-none-so-far', '#/?toon=controle', { session: desk, list: ok({ signals: [], next: 'more' }) }],
  ['list-desk', '#/', { session: desk, signals: [s.held, s.atDesk] }],
  ...Object.entries(s).map(
    ([name, signal]): View => [
      `signal-${name}`,
      at(signal),
      {
        session:
          signal.relation === 'coordinator' ? coordinator : signal.relation === 'planned-visitor' ? visitor : member,
        signals: [signal],
      },
    ],
  ),
  ['signal-gone', at(s.toTriage), { session: member }],
  [
    'signal-handed-over',
    at(s.toTriage),
    { session: member, read: problem('handed-over', { owner: 'Stichting Noord', takenOver: true }) },
  ],
  ['signal-failed', at(s.toTriage), { session: member, read: 'no-connection' }],
  [
    'signal-reason',
    at(s.coordinatorReads),
    { session: coordinator, read: problem('reason-needed') },
    () => press('Open het signaal'),
  ],
  ['triage', at(s.toTriage, 'triage'), acting(s.toTriage, 'triage')],
  [
    'triage-no',
    at(s.toTriage, 'triage'),
    acting(s.toTriage, 'triage'),
    async () => {
      await tap('De melder gebeld');
      await tap('Nee, een bezoek is niet nodig');
      await tap('Dit signaal was er al');
    },
  ],
  ['triage-wrong', at(s.toTriage, 'triage'), acting(s.toTriage, 'triage'), () => press('Sla op')],
  [
    'plan',
    at(s.toPlan, 'plan'),
    acting(s.toPlan, 'plan'),
    async () => {
      await tap('Een vrijwilliger zonder account');
      await tap('Een andere dag');
      await tap('Een andere tijd');
    },
  ],
  [
    'attempt',
    at(s.planned, 'attempt'),
    acting(s.planned, 'attempt'),
    async () => {
      await page.getByText('Was het anders?').click();
      await tap('Eerder');
    },
  ],
  ['alarm', at(s.planned, 'contact'), acting(s.planned, 'contact')],
  ['alarm-yes', at(s.planned, 'contact'), acting(s.planned, 'contact'), () => press('Ja, er is gevaar')],
  ['contact', at(s.planned, 'contact'), acting(s.planned, 'contact'), () => press('Nee, geen gevaar')],
  [
    'contact-keep',
    at(s.planned, 'contact'),
    acting(s.planned, 'contact'),
    async () => {
      await press('Ja, er is gevaar');
      await press('Ik heb gebeld, verder');
      await tap('Nee, nog niet');
      await tap('Ja, dat mag');
      await tap('Ja, meteen afronden');
    },
  ],
  [
    'contact-erase',
    at(s.planned, 'contact'),
    acting(s.planned, 'contact'),
    async () => {
      await press('Nee, geen gevaar');
      await tap('Nee, wis alles nu meteen');
    },
  ],
  [
    'contact-offline',
    at(s.planned, 'contact'),
    { session: member, signals: [s.planned], acts: ['no-connection'] },
    async () => {
      await press('Nee, geen gevaar');
      await tap('Ja, de brief is gegeven');
      await tap('Nee, dat mag niet');
      await press('Leg het contact vast');
      await page.getByRole('button', { name: 'Opnieuw versturen' }).waitFor();
    },
  ],
  ['inform', at(s.toPlan, 'inform'), acting(s.toPlan, 'inform')],
  ['follow-up', at(s.helpAsked, 'follow-up'), acting(s.helpAsked, 'follow-up')],
  ['close', at(s.helpStarted, 'close'), acting(s.helpStarted, 'close')],
  ['reopen', at(s.closed, 'reopen'), acting(s.closed, 'reopen')],
  ['hand-over', at(s.toTriage, 'hand-over'), acting(s.toTriage, 'hand-over')],
  ['take-over', at(s.asBackup, 'take-over'), acting(s.asBackup, 'take-over')],
  ['erase', at(s.asVisitor, 'erase'), { session: visitor, signals: [s.asVisitor] }],
  [
    'erased',
    at(s.asVisitor, 'erase'),
    { session: visitor, signals: [s.asVisitor], acts: [ok({ erased: true, proofCode: '7KQ2-M9XR-4TVB', signals: 1 })] },
    async () => {
      await tap('Aan de deur');
      await press('Ja, wis alles nu');
      await page.getByText('7KQ2-M9XR-4TVB').waitFor();
    },
  ],
  ['guide', '#/uitleg', { session: member }],
  ['material', '#/materiaal', { session: coordinator }],
  ['material-empty', '#/materiaal', { session: coordinator, places: ok({ ...places, locations: [] }) }],
  ['material-failed', '#/materiaal', { session: coordinator, places: problem('internal-error') }],
  ['material-add', '#/materiaal/toevoegen', { session: coordinator }, () => tap('Naam van de plek')],
  [
    'material-add-wrong',
    '#/materiaal/toevoegen',
    { session: coordinator },
    () => page.getByRole('button', { name: 'Voeg toe' }).click(),
  ],
  ['material-poster', '#/materiaal/voor-kapper-jansen', { session: coordinator }, () => tap('Poster')],
  ['material-cards', '#/materiaal/voor-buurthuis', { session: coordinator }, () => tap('Kaartjes')],
  ['material-slips', '#/materiaal/voor-apotheek-noord', { session: coordinator }, () => tap('Briefjes')],
  ['material-unknown', '#/materiaal/voor-niemand', { session: coordinator }],
  ['material-change', '#/materiaal/wijzig-kapper-jansen', { session: coordinator }],
  [
    'material-remove',
    '#/materiaal/weg-kapper-jansen',
    { session: coordinator, acts: [problem('internal-error')] },
    () => press('Ja, haal deze plek weg'),
  ],
  ['release', at(s.held, 'release'), { session: desk, signals: [s.held] }],
  ['dismiss', at(s.held, 'dismiss'), { session: desk, signals: [s.held] }],
  ['not-possible', at(s.closed, 'triage'), { session: member, signals: [s.closed] }],
];

describe.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('on %s', (_device, viewport) => {
  for (const [name, hash, api, then] of VIEWS)
    it(`shows ${name} to everybody`, async () => {
      await open(hash, api, viewport);
      await then?.();
      await page.waitForTimeout(60);
      await check(name);
    });
});

describe('at 320 pixels, in English', () => {
  it.each([
    ['list', '#/', { session: member, signals: everyone }],
    ['signal', at(s.late), { session: member, signals: [s.late] }],
    ['material', '#/materiaal/voor-buurthuis', { session: coordinator }],
    ['contact', at(s.planned, 'contact'), { session: member, signals: [s.planned] }],
  ] as const)('fits %s', async (name, hash, api) => {
    await open(hash, api, { width: 320, height: 640 }, 'en-GB');
    if (name === 'contact') await press('No, no danger');
    await page.waitForTimeout(60);
    await check(`en-${name}`);
  });
});

it('would notice a fault', async () => {
  await open('#/', { session: member });
  await page.evaluate("document.querySelector('main').append(document.createElement('img'))");
  expect(await violations()).toContain('image-alt: <img>');
});

it('can be read when the system picks the colours', async () => {
  await open(at(s.planned, 'contact'), { session: member, signals: [s.planned] });
  await page.emulateMedia({ forcedColors: 'active' });
  await press('Nee, geen gevaar');
  await tap('Ja, dat mag');
  await check('forced-colors');
});

describe('a page with a script of its own', () => {
  it('says so when the script does not come, and asks for it anew', async () => {
    await open('#/', { session: member });
    await page.getByRole('heading', { name: 'Uw signalen' }).waitFor();
    await page.route('**/assets/console/guide-page-*.js', (route) => route.abort());
    await page.getByRole('link', { name: 'Zo werkt het' }).click();
    await page.getByText('Er is een nieuwe versie.').waitFor();
    await page.unroute('**/assets/console/guide-page-*.js');
    await press('Laad opnieuw');
    await page.getByRole('heading', { name: '1. Kijken' }).waitFor();
    expect(await heading()).toBe('Zo werkt het');
  });
});

describe('posters and cards', () => {
  const openPlaces = (hash: string, api: Api = {}) => open(hash, { session: coordinator, ...api }, DESKTOP);

  it.each([
    ['Poster', 210, 297],
    ['Kaartjes', 210, 297],
    ['Briefjes', 297, 210],
  ] as const)('prints %s on one page of its own paper, with nothing around it', async (sheet, width, height) => {
    await openPlaces('#/materiaal/voor-kapper-jansen');
    await tap(sheet);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const pages = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((found) =>
      found.slice(1).map((points) => Math.round((Number(points) / 72) * 25.4)),
    );
    expect(pages).toEqual([[width, height]]);
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate(
      `[...document.querySelectorAll('.bar, .menu, .foot, h1.page-heading, .kit-choices, .kit-preview')].filter((one) => one.checkVisibility()).map((one) => one.className)`,
    );
    expect(shown).toEqual(['kit-preview']);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.kit')).zoom`)).toBe('1');
    if (SCREENSHOTS) await page.screenshot({ path: join(SCREENSHOTS, `print-${sheet}.png`), fullPage: true });
  });

  it('says where to go, in the language and for the place that were chosen', async () => {
    await openPlaces('#/materiaal/voor-kapper-jansen');
    await page.locator('.kit').waitFor();
    const sheet = () => page.locator('.kit').textContent();
    expect(await sheet()).toContain('Kapsalon Jansen doet mee');
    expect(await sheet()).toContain('omzien.example');
    await tap('English');
    expect(await sheet()).toContain('Kapsalon Jansen takes part');
    expect(await page.locator('.kit').getAttribute('lang')).toBe('en');
  });

  it('calls a place otherwise under the code that is printed', async () => {
    const renamed = { code: 'kapper-jansen', name: 'Kapper Noord', kind: 'shop' } as const;
    const sent = await openPlaces('#/materiaal/voor-kapper-jansen', { acts: [ok(renamed)] });
    await page.getByRole('link', { name: 'Wijzig deze plek' }).click();
    expect(await page.getByLabel('Code', { exact: true }).count()).toBe(0);
    await page.getByLabel('Naam van de plek').fill(' ');
    await press('Sla op');
    await page.getByRole('link', { name: 'Vul de naam van de plek in.' }).click();
    await page.keyboard.type(renamed.name);
    await press('Sla op');
    await page.getByText('Kapper Noord is gewijzigd.').waitFor();
    expect(sent).toEqual([{ path: '/locations/kapper-jansen', body: { name: ' Kapper Noord', kind: 'shop' } }]);
  });

  it('takes a place away, and counts what it brought under what is gone', async () => {
    const rest = places.locations.filter(({ code }) => code !== 'kapper-jansen');
    const answers = [ok(places), ok({ ...places, locations: rest, removed: 10 })];
    await openPlaces('#/materiaal/wijzig-kapper-jansen', {
      acts: [{ status: 204 }],
      reads: { '/locations': () => answers.shift() ?? problem('internal-error') },
    });
    await page.getByRole('link', { name: 'Haal deze plek weg' }).click();
    await press('Ja, haal deze plek weg');
    await page.getByText('Kapsalon Jansen is weggehaald.').waitFor();
    await page.getByText('Plekken die weg zijn').waitFor();
    expect(await page.locator('.row__title').allTextContents()).toEqual(rest.map(({ name }) => name));
    await check('material-removed');
  });

  it('adds a place, with a code of its name, and goes on to its poster', async () => {
    const added = { code: 'cafe-t-hoekje', name: "Café 't Hoekje", kind: 'shop' } as const;
    const after = ok({ ...places, locations: [...places.locations, added] });
    const sent = await openPlaces('#/materiaal', { acts: [{ status: 201, body: added }], places: after });
    await page.getByRole('link', { name: 'Voeg een plek toe' }).click();
    await page.getByLabel('Naam van de plek').fill(added.name);
    expect(await page.getByLabel('Code', { exact: true }).inputValue()).toBe(added.code);
    await tap('Winkel, kapper of bezorger');
    await page.getByRole('button', { name: 'Voeg toe' }).click();
    await page.getByText("Café 't Hoekje is toegevoegd.").waitFor();
    expect(sent).toEqual([{ path: '/locations', body: added }]);
    expect(await heading()).toBe(added.name);
    expect(await page.locator('.kit').textContent()).toContain("Café 't Hoekje doet mee");
  });

  it('keeps what was typed when the code is taken, and says which one', async () => {
    const taken = problem('invalid-fields', { errors: [{ field: 'code', code: 'code-taken' }] });
    await openPlaces('#/materiaal/toevoegen', { acts: [taken] });
    await page.getByLabel('Naam van de plek').fill('Kapper Jansen');
    await tap('Winkel, kapper of bezorger');
    await page.getByRole('button', { name: 'Voeg toe' }).click();
    await page.getByRole('link', { name: 'Deze code is al van een andere plek.' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('field-placeCode');
    expect(await page.getByLabel('Naam van de plek').inputValue()).toBe('Kapper Jansen');
  });

  it.each([
    ['a member', member],
    ['a visitor', visitor],
    ['the desk', desk],
  ] as const)('are not for %s', async (_who, session) => {
    await open('#/materiaal', { session });
    await page.getByText('U mag dit niet doen.').waitFor();
    expect(await page.getByRole('link', { name: 'Posters' }).count()).toBe(0);
  });
});

describe('signing in', () => {
  it('lands where the mail pointed and leaves nothing personal behind', async () => {
    await open(`${at(s.toTriage)}?mail=notify-owner-1`, { signals: [s.toTriage] });
    await page.getByLabel('E-mailadres').fill('anna@welzijn.example');
    await page.keyboard.press('Enter');
    await page.getByLabel('Code van 6 cijfers').fill('123 456');
    await page.keyboard.press('Enter');
    await page.getByText('Zwaanshals 12A').first().waitFor();
    const traces = await page.evaluate(
      'JSON.stringify([document.title, location.href, {...localStorage}, {...sessionStorage}])',
    );
    expect(traces).not.toMatch(/anna|zwaanshals|joke/i);
  });

  it('asks for the code again after the phone reloaded the page', async () => {
    await open('#/');
    await page.getByLabel('E-mailadres').fill('anna@welzijn.example');
    await press('Stuur mij een code');
    await page.getByLabel('Code van 6 cijfers').waitFor();
    await page.reload();
    await page.getByLabel('Code van 6 cijfers').waitFor();
    expect(await heading()).toBe('Vul uw code in');
  });

  it('says what is wrong with a code', async () => {
    await open('#/', { read: problem('wrong-code') });
    await page.getByLabel('E-mailadres').fill('anna@welzijn.example');
    await press('Stuur mij een code');
    await page.getByLabel('Code van 6 cijfers').fill('000000');
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    expect(await page.locator('#field-code-error').textContent()).toContain('verkeerd of te oud');
    await page.getByRole('heading', { name: 'Deze code werkt niet' }).waitFor();
    await page.getByLabel('Code van 6 cijfers').fill('0000001');
    expect(await page.locator('#field-code-error').count()).toBe(0);
  });
});

it('finds a signal by its number, as it is read out over the phone', async () => {
  await open('#/', { session: member, signals: [s.toTriage] });
  await page.getByText('Zoeken en kiezen').click();
  await page.getByLabel('Nummer van het signaal').fill('0a1b-2c3d 4e5f-6g7h');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Zwaanshals' }).waitFor();
  expect(page.url()).toMatch(/#\/signalen\/0A1B2C3D4E5F6G7H$/);
});

it('asks for what somebody chose, and keeps the choice in the address', async () => {
  await open('#/', { session: coordinator, signals: [s.coordinatorChooses] });
  await page.getByText('Zoeken en kiezen').click();
  const asked = page.waitForRequest((request) => request.url().includes('show=late'));
  await page.getByLabel('Toon', { exact: true }).selectOption('Te laat');
  expect(new URL((await asked).url()).search).toBe('?which=open&show=late');
  expect(page.url()).toMatch(/#\/\?toon=te-laat$/);
});

it('asks a coordinator why when an act turns out to ask it, keeps what was filled in, and sends the reason along', async () => {
  const signal: SignalView = { ...s.coordinatorReads, acts: ['hand-over'] };
  let asks = false;
  await open(at(signal, 'hand-over'), {
    session: coordinator,
    signals: [signal],
    reads: { [`/signals/${signal.reference}`]: () => (asks ? problem('reason-needed') : ok(signal)) },
    acts: [problem('reason-needed'), ok(signal)],
  });
  await tap('Stichting Noord');
  await tap('We hebben nu niemand die kan gaan');
  asks = true;
  await press('Draag het signaal over');
  await tap('Een klacht');
  asks = false;
  await press('Open het signaal');
  await page.getByRole('heading', { level: 1, name: 'Signaal overdragen' }).waitFor();
  const sent = page.waitForRequest((request) => request.url().includes('/handovers'));
  await press('Draag het signaal over');
  expect(new URL((await sent).url()).search).toBe('?reason=complaint');
});

it('offers a coordinator the neighbourhoods that no partner serves, and asks nobody which of them when handing over', async () => {
  await open('#/', { session: coordinator, signals: [s.coordinatorChooses] });
  await page.getByText('Zoeken en kiezen').click();
  const asked = page.waitForRequest((request) => request.url().includes('neighbourhood=haven'));
  await page.getByLabel('Wijk', { exact: true }).selectOption('Haven');
  await asked;
  const { neighbourhood: _unknown, ...unplaced } = s.toTriage;
  const signal = { ...unplaced, acts: [...unplaced.acts, 'hand-over' as const] };
  const sent = await open(at(signal, 'hand-over'), { session: member, signals: [signal] });
  await tap('Gemeentelijk loket');
  await tap('We hebben nu niemand die kan gaan');
  await press('Draag het signaal over');
  await expect.poll(() => sent.map(({ body }) => body)).toEqual([{ version: 1, to: 'desk', reason: 'no-capacity' }]);
});

it('hands over all that a partner has, page by page, and says what stayed', async () => {
  const stayed = [s.toTriage.reference];
  const sent = await open('#/?partner=centrum', {
    session: coordinator,
    signals: [s.coordinatorChooses],
    acts: [ok({ handedOver: 20, stayed: [], next: 'more' }), ok({ handedOver: 4, stayed })],
  });
  await page.getByText('Draag alle open signalen van Welzijn Centrum over').click();
  await page.getByLabel('Naar wie?').selectOption('Stichting Noord');
  await press('Draag alles over');
  await page.getByText('24 signalen zijn overgedragen.').waitFor();
  await page.getByRole('link', { name: '0A1B-2C3D-4E5F-6G7H' }).waitFor();
  expect(sent).toEqual([
    { path: '/handovers', body: { from: 'centrum', to: 'noord' } },
    { path: '/handovers', body: { from: 'centrum', to: 'noord', after: 'more' } },
  ]);
  await check('list-handed-over');
});

it('shows a visitor no list of what is closed, of which they have none', async () => {
  await open('#/', { session: visitor, signals: [s.asVisitor] });
  expect(await page.getByRole('link', { name: 'Afgerond' }).count()).toBe(0);
});

it('says nothing about naming the reporter once a signal is closed', async () => {
  await open(at(s.closed), { session: member, signals: [s.closed] });
  expect(await page.locator('.say').count()).toBe(0);
});

/** Not before the screen listens: effects run after the frame in which it says that there is no line. */
const lineIsBack = () =>
  page.evaluate(
    "new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(dispatchEvent(new Event('online'))), 100)))",
  );

const goTo = (hash: string) => page.evaluate(`location.hash = ${JSON.stringify(hash)}`);

describe('an act', () => {
  const saved = { ...s.planned, version: 4 };
  const toContact = async (acts: readonly Answer[]) => {
    const sent = await open(at(s.planned, 'contact'), { session: member, signals: [s.planned], acts });
    await press('Nee, geen gevaar');
    await tap('Ja, de brief is gegeven');
    await tap('Ja, dat mag');
    return sent;
  };
  const body = {
    version: 3,
    way: 'visit',
    informed: 'handed',
    consent: 'keep',
    alarm: false,
    wishes: [],
    referrals: [],
  };

  it('is sent once, however often one taps', async () => {
    const sent = await toContact([ok(saved)]);
    await page.getByRole('button', { name: 'Leg het contact vast' }).dblclick();
    await page.getByText('Het contact is opgeslagen').waitFor();
    expect(sent).toEqual([{ path: `/signals/${s.planned.reference}/contacts`, body }]);
  });

  it('goes again with the same body when the line is back, and knows its own first try', async () => {
    const done = { by: 'Anna de Vries', byYou: true, what: 'contact', at: NOW.toISOString() };
    const sent = await toContact(['no-connection', problem('already-done', { done })]);
    await press('Leg het contact vast');
    await page.getByText('Er is geen verbinding').waitFor();
    await lineIsBack();
    await page.getByText('Het contact is opgeslagen').waitFor();
    expect(sent.map((one) => one.body)).toEqual([body, body]);
  });

  it('says who was first, that nothing is saved, and keeps the form to send again', async () => {
    const done = { by: 'Bram Jansen', what: 'contact', at: '2026-03-03T09:05:00Z' };
    const sent = await toContact([problem('already-done', { done }), ok(saved)]);
    await press('Leg het contact vast');
    await page.getByText('Bram Jansen was u voor, vandaag 10.05 uur: contact vastgelegd.').waitFor();
    await page.getByText('Uw antwoord is nog niet opgeslagen.').waitFor();
    expect(await heading()).toBe('De bewoner is gesproken');
    await press('Leg het contact vast');
    await page.getByText('Het contact is opgeslagen').waitFor();
    expect(sent.map((one) => one.body)).toEqual([body, body]);
  });

  it('keeps what was typed when the session ends, and goes on after signing in', async () => {
    const sent = await toContact([problem('not-signed-in'), ok(saved)]);
    await press('Leg het contact vast');
    await page.getByLabel('E-mailadres').fill('anna@welzijn.example');
    await press('Stuur mij een code');
    await page.getByLabel('Code van 6 cijfers').fill('123456');
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    await press('Leg het contact vast');
    await page.getByText('Het contact is opgeslagen').waitFor();
    expect(sent.map((one) => one.path.split('/').at(-1))).toEqual([
      'contacts',
      'sign-in-codes',
      'sessions',
      'contacts',
    ]);
    expect(sent.at(-1)?.body).toEqual(body);
  });

  it('leaves nothing of what was filled in about a signal that was erased', async () => {
    const signal = { ...s.asVisitor, acts: [...s.asVisitor.acts, 'contact' as const] };
    await open(at(signal, 'contact'), {
      session: visitor,
      signals: [signal],
      acts: [ok({ erased: true, proofCode: '7KQ2-M9XR-4TVB' })],
    });
    await press('Nee, geen gevaar');
    await tap('Nee, nog niet');
    await page.getByLabel('Waarom nog niet?').fill('Zij sliep.');
    await goTo(at(signal, 'erase'));
    await tap('Aan de deur');
    await press('Ja, wis alles nu');
    await page.getByText('7KQ2-M9XR-4TVB').waitFor();
    await goTo('#/');
    await page.getByRole('heading', { name: 'Uw bezoeken' }).waitFor();
    await goTo(at(signal, 'contact'));
    await press('Nee, geen gevaar');
    await page.getByText('Weet de bewoner').first().waitFor();
    expect(await page.locator('input[name=informed]:checked').count()).toBe(0);
  });

  it('says so when the proof of an erasure got lost on the way', async () => {
    await open(at(s.asVisitor, 'erase'), {
      session: visitor,
      signals: [s.asVisitor],
      acts: ['no-connection', problem('not-found')],
    });
    await tap('Aan de deur');
    await press('Ja, wis alles nu');
    await press('Opnieuw versturen');
    await page.getByText('Het signaal is gewist. Door de slechte verbinding').waitFor();
    expect(await heading()).toBe('Uw bezoeken');
  });

  it('does not send by itself what was changed after the line broke', async () => {
    const sent = await toContact(['no-connection', ok(saved)]);
    await press('Leg het contact vast');
    await page.getByText('Er is geen verbinding').waitFor();
    await tap('De bewoner denkt er nog over na');
    await lineIsBack();
    await page.waitForTimeout(100);
    expect(sent).toHaveLength(1);
    await press('Opnieuw versturen');
    await page.getByText('Het contact is opgeslagen').waitFor();
    expect(sent.at(-1)?.body).toEqual({ ...body, consent: 'undecided' });
  });

  it('of the desk is to find the neighbourhood, which must be said where a partner has several', async () => {
    const sent = await open(at(s.atDesk), { session: desk, signals: [s.atDesk] });
    await page.getByText('Bij het loket', { exact: true }).waitFor();
    expect(await page.getByText('wijkpartner gestuurd').count()).toBe(0);
    await page.getByRole('link', { name: 'Draag over aan een ander' }).click();
    await tap('De andere organisatie past beter');
    await tap('Stichting Noord');
    await press('Draag het signaal over');
    await page.getByRole('link', { name: 'Kies in welke wijk het adres ligt.' }).waitFor();
    await page.getByLabel('In welke wijk is het?').selectOption('Bergpolder');
    await press('Draag het signaal over');
    await page.getByText('Het signaal is overgedragen').waitFor();
    const body = { version: 1, to: 'noord', reason: 'better-placed', neighbourhoodId: 'bergpolder' };
    expect(sent).toEqual([{ path: `/signals/${s.atDesk.reference}/handovers`, body }]);
  });

  it('moves the focus to what is missing, and from there to the field', async () => {
    await open(at(s.toTriage, 'triage'), { session: member, signals: [s.toTriage] });
    await press('Sla op');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Er missen nog 2 dingen');
    await page.getByRole('link', { name: 'Kies of u langsgaat.' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('field-decision');
  });

  it('takes back what it said is missing once it is there, without moving the focus', async () => {
    await open(at(s.toTriage, 'triage'), { session: member, signals: [s.toTriage] });
    await press('Sla op');
    await tap('De melder gebeld');
    await page.getByRole('heading', { name: 'Er mist nog één ding' }).waitFor();
    expect(await page.evaluate('document.activeElement.name')).toBe('tested');
    await tap('Ja, we gaan langs');
    expect(await page.getByRole('heading', { name: /mist nog/ }).count()).toBe(0);
    expect(await page.locator('.error-message, .choices--invalid').count()).toBe(0);
  });

  it('can be done with the keyboard alone', async () => {
    const sent = await open(at(s.toTriage), { session: member, signals: [s.toTriage], acts: [ok(s.toPlan)] });
    const toFocus = async (name: string) => {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press('Tab');
        if (
          String(
            await page.evaluate(
              'document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent',
            ),
          ).startsWith(name)
        )
          return;
      }
      throw new Error(`${name} cannot be reached`);
    };
    await toFocus('Ja, we gaan langs');
    await page.keyboard.press('Enter');
    await page.getByText('Hoe hebt u gekeken').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H1');
    await toFocus('De melder gebeld');
    await page.keyboard.press('Space');
    await toFocus('Ja, we gaan langs');
    await page.keyboard.press('Space');
    await toFocus('Sla op');
    await page.keyboard.press('Enter');
    await page.getByText('Opgeslagen. Dank u wel.').waitFor();
    expect(sent.at(-1)?.body).toEqual({ version: 1, tested: ['called-reporter'], decision: 'follow-up' });
  });
});
