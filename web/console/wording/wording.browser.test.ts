import { describe, expect, it } from 'vitest';
import type { OwnTexts } from '#shared/domain/own-texts.ts';
import {
  type Answer,
  type Api,
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
} from '../../../tests/support/console-in-browser.ts';
import { directory, sessions } from '../fixtures.ts';

inBrowser();

const FOCUSED =
  'document.activeElement.ariaLabel ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent';
const focused = () => page.evaluate(FOCUSED);
const NASTY = '<script>document.title="gehackt"</script><img src=x onerror=alert(1)>';
const OWN: OwnTexts = {
  'mail.greeting': { nl: 'Dag buur,', en: 'Hello,' },
  'mail.messages.notify.body.1': { nl: 'Kijk {before} even mee.' },
  'console.list.title.member': { nl: 'Onze signalen' },
};
const writes = (texts: OwnTexts = {}, acts: readonly Answer[] = [], later = texts): Api => {
  let asked = 0;
  // The console itself asks first, and then the page.
  const reads = { '/texts': () => ok({ texts: asked++ < 2 ? texts : later }) };
  return { session: sessions.coordinator, reads, acts };
};
const NOTIFY = '#/teksten/nl.mail.messages.notify';
const ASKED = `${NOTIFY}.body.1`;
const paragraph = () => page.getByRole('textbox', { name: 'Alinea 2' });

const type = async (text: string) => {
  await paragraph().fill(text);
  await press('Sla op');
};
const find = (query: string) => page.getByRole('textbox', { name: 'Zoek een zin' }).fill(query);

type View = readonly [name: string, place: string, api: Api, then?: (() => Promise<unknown>) | undefined];
const VIEWS: readonly View[] = [
  ['overview', '#/teksten', writes(OWN)],
  ['none', '#/teksten', writes(), () => page.getByText('Mails aan wijkpartner, loket en coördinator').click()],
  ['found', '#/teksten', writes(OWN), () => find('bezoek nodig')],
  ['fixed', '#/teksten', writes(OWN), () => find('maakt u zich zorgen')],
  ['not-found', '#/teksten', writes(OWN), () => find('olifant')],
  ['misfits', '#/teksten', writes({ 'mail.gone': { nl: 'Oude zin' }, 'mail.digest.subject': { nl: 'Te laat' } })],
  ['failed', '#/teksten', { session: sessions.coordinator, reads: { '/texts': () => problem('internal-error') } }],
  ['mail', NOTIFY, writes(OWN)],
  ['sentence', ASKED, writes(OWN)],
  [
    'nasty',
    ASKED,
    writes({ 'mail.messages.notify.body.1': { nl: `${NASTY} {before}` }, 'mail.greeting': { nl: NASTY } }),
  ],
  [
    'wrong',
    ASKED,
    writes(),
    async () => {
      await press('Wijzig: Onderwerp');
      await page.getByRole('textbox', { name: 'Onderwerp' }).fill('');
      await type('Kijk even mee.');
      await page.getByText('Laat staan wat wij invullen, precies zo').first().waitFor();
    },
  ],
  [
    'overtaken',
    ASKED,
    writes({}, [problem('changed-meanwhile')], OWN),
    async () => {
      await type('Kom {before} langs.');
      await page.getByText('Iemand anders heeft dit intussen gewijzigd').waitFor();
    },
  ],
  [
    'letter',
    '#/teksten/nl.console-letter.letter.heading',
    writes(),
    async () => {
      await page.getByRole('textbox').fill('Er dacht iemand aan u');
      await press('Voorbeeld');
    },
  ],
  ['card', '#/teksten/nl.console-letter.card', writes()],
  ['screen', '#/teksten/nl.console.triage', writes()],
];

/** Where there is room beside each other, another picture; the others are the same, only wider. */
const ON_DESKTOP = ['overview', 'found', 'wrong', 'letter'];

describe.each([
  ['a phone', PHONE, VIEWS],
  ['a desktop', DESKTOP, VIEWS.filter(([name]) => ON_DESKTOP.includes(name))],
] as const)('on %s', (_device, viewport, views) => {
  for (const [name, place, api, then] of views)
    it(`shows ${name} to the coordinator`, async () => {
      await open(place, api, viewport);
      await then?.();
      await page.waitForTimeout(60);
      await check(`teksten-${name}`);
    });
});

describe('at 320 pixels, in English', () => {
  it.each(['', '/en.mail.messages.notify.body.1', '/en.console-letter.card'])('fits %s', async (part) => {
    await open(`#/teksten${part}`, writes(OWN), { width: 320, height: 640 }, 'en-GB');
    await check(`teksten-en${part.replace(/\W/g, '-')}`);
  });
});

describe('a sentence', () => {
  it('is found, written anew and saved with the keyboard alone, from the directory on', async () => {
    const sent = await open(
      '#/beheer',
      { ...writes(), reads: { ...writes().reads, '/directory': () => ok(directory) } },
      DESKTOP,
    );
    await page.getByRole('link', { name: 'Teksten' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Teksten' }).waitFor();
    const search = page.getByRole('textbox', { name: 'Zoek een zin' });
    await search.focus();
    await page.keyboard.type('of een bezoek nodig');
    await page.getByRole('link', { name: 'Kijk {before} of een bezoek nodig is.' }).first().press('Enter');
    await expect.poll(focused).toBe('Alinea 2');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Kom {before} langs.');
    expect(await page.locator('.wording__mail').textContent()).toContain(
      'Kom vóór maandag 23 november 17.00 uur langs.',
    );
    await page.getByRole('button', { name: 'Sla op' }).press('Enter');
    await page.getByText('Opgeslagen. Binnen een minuut staat het overal.').waitFor();
    expect(sent).toEqual([
      {
        path: '/texts',
        body: { changes: [{ path: 'mail.messages.notify.body.1', language: 'nl', text: 'Kom {before} langs.' }] },
      },
    ]);
  });

  it('is put back to the standard one, and is then no change of a text at all', async () => {
    const sent = await open(ASKED, writes(OWN));
    await press('Zet de standaard terug: Alinea 2');
    expect(await paragraph().inputValue()).toBe('Kijk {before} of een bezoek nodig is.');
    await press('Sla op');
    await page.getByText('Opgeslagen.').waitFor();
    const back = { path: 'mail.messages.notify.body.1', language: 'nl', before: 'Kijk {before} even mee.' };
    expect(sent).toEqual([{ path: '/texts', body: { changes: [back] } }]);
  });

  it('hears every mistake at once before anything is sent, and the focus goes to them', async () => {
    const sent = await open(ASKED, writes());
    await press('Wijzig: Onderwerp');
    await page.getByRole('textbox', { name: 'Onderwerp' }).fill('');
    await type('Kijk even mee.');
    await expect.poll(focused).toBe('Er kloppen nog 2 dingen niet');
    await page.getByRole('link', { name: 'Laat staan wat wij invullen' }).click();
    expect(await focused()).toBe('Alinea 2');
    expect(sent).toEqual([]);
  });

  it('that somebody else wrote meanwhile is shown beside what was typed, and only a second time replaced', async () => {
    const sent = await open(ASKED, writes({}, [problem('changed-meanwhile'), { status: 204 }], OWN));
    await type('Kom {before} langs.');
    await page.getByText('Nu staat er: Kijk {before} even mee.').waitFor();
    expect(await paragraph().inputValue()).toBe('Kom {before} langs.');
    await press('Sla op');
    await page.getByText('Opgeslagen.').waitFor();
    expect(sent[1]?.body).toMatchObject({
      changes: [{ before: 'Kijk {before} even mee.', text: 'Kom {before} langs.' }],
    });
  });

  it('stays typed when one leaves and comes back, and says so when nothing changed', async () => {
    await open(ASKED, writes());
    await press('Sla op');
    await page.getByText('U hebt nog niets veranderd.').waitFor();
    await paragraph().fill('Kom {before} langs.');
    await page.getByRole('link', { name: 'Teksten' }).click();
    await page.getByRole('textbox', { name: 'Zoek een zin' }).waitFor();
    await page.goBack();
    expect(await paragraph().inputValue()).toBe('Kom {before} langs.');
    await press('Toch niet: Alinea 2');
    expect(await focused()).toBe('Wijzig: Alinea 2');
  });

  it('that fits nowhere any more is taken away', async () => {
    const sent = await open('#/teksten', writes({ 'mail.gone': { nl: 'Oude zin' } }, [], {}));
    await press('Haal weg: Oude zin');
    await page.getByText('De tekst is weggehaald.').waitFor();
    expect(sent[0]?.body).toEqual({ changes: [{ path: 'mail.gone', language: 'nl', before: 'Oude zin' }] });
    expect(await page.getByText('Deze teksten passen niet meer').count()).toBe(0);
  });
});

describe('the console', () => {
  it('says own texts to everybody, as text and nothing else', async () => {
    const texts = { 'console.list.title.member': { nl: `Onze ${NASTY}` } };
    await open('#/', { session: sessions.member, reads: { '/texts': () => ok({ texts }) } });
    await page.getByRole('heading', { level: 1, name: `Onze ${NASTY}` }).waitFor();
    expect(await page.title()).not.toBe('gehackt');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });

  it('says new ones at the next place that somebody goes to a minute later', async () => {
    let texts: OwnTexts = {};
    let answered = 0;
    const answer = () => {
      answered += 1;
      return ok({ texts });
    };
    await open('#/', { session: sessions.member, reads: { '/texts': answer } });
    await expect.poll(() => answered).toBe(1);
    texts = { 'console-guide.title': { nl: 'Hoe wij dit doen' }, 'console-account.title': { nl: 'Van u' } };
    const goTo = (name: string) => page.getByRole('link', { name }).click();
    await page.clock.setFixedTime(NOW.getTime() + 59_000);
    await goTo('Zo werkt het');
    await page.getByRole('heading', { level: 1, name: 'Zo werkt het' }).waitFor();
    expect(answered).toBe(1);
    await page.clock.setFixedTime(NOW.getTime() + 61_000);
    await goTo('Uw account');
    await page.getByRole('heading', { level: 1, name: 'Van u' }).waitFor();
    await goTo('Zo werkt het');
    await expect.poll(heading).toBe('Hoe wij dit doen');
  });

  it('says the standard ones where own texts cannot be had', async () => {
    await open('#/', { session: sessions.member, reads: { '/texts': () => 'no-connection' } });
    expect(await heading()).toBe('Uw signalen');
  });

  it('lets nobody but the coordinator write them', async () => {
    await open('#/teksten', { session: sessions.member });
    await page.getByText('U mag dit niet doen').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
  });
});
