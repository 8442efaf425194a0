import { describe, expect, it } from 'vitest';
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

const { member } = sessions;
const { sameAddress: signal } = signals;
const [one, two] = signal.sameAddress.known;
const OPEN_ONE = /Ontvangen gisteren · bij de wijkpartner · Welzijn Centrum/;
const CLOSED_ONE = /Ontvangen maandag 12 januari · afgerond · Welzijn Centrum/;

describe.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('another signal at the same address, on %s,', (_device, viewport) => {
  it('is offered as the one that a signal repeats', async () => {
    const sent = await open(
      at(signal, 'triage'),
      { session: member, signals: [signal], acts: [ok(signals.closed)] },
      viewport,
    );
    await tap('De melder gebeld');
    await tap('Nee, een bezoek is niet nodig');
    await tap('Dit signaal was er al');
    await press('Rond het signaal af');
    await page.getByRole('link', { name: 'Kies welk signaal het is.' }).click();
    await page.getByLabel(OPEN_ONE).check();
    await check('triage-duplicate');
    await press('Rond het signaal af');
    await expect.poll(() => sent.length).toBe(1);
    expect(sent[0]?.body).toMatchObject({ decision: 'duplicate', duplicateOf: one?.reference });
  });

  it('is offered to be erased along, and what is left after a fault can be sent again', async () => {
    const fault = problem('partly-erased', { remaining: [one?.reference, signal.reference] });
    const proof = ok({ erased: true, proofCode: '7KQ2-M9XR-4TVB', signals: 1, askedElsewhere: true });
    const sent = await open(
      at(signal, 'erase'),
      { session: member, signals: [signal], acts: [fault, proof] },
      viewport,
    );
    await tap('Aan de deur');
    await page.getByLabel(OPEN_ONE).check();
    await page.getByLabel(CLOSED_ONE).check();
    await page.getByText('Stichting Noord heeft ook een signaal op dit adres.').waitFor();
    await tap('Ja, vraag het ook aan hen');
    await check('erase-along');
    await press('Ja, wis alles nu');
    await page.getByText('Nog niet alles is gewist.').waitFor();
    await check('erase-partly');
    await press('Opnieuw versturen');
    await page.getByText('7KQ2-M9XR-4TVB').waitFor();
    await page.getByText('Wij vroegen ook om te wissen').waitFor();
    await check('erased-elsewhere');
    const body = { version: 1, asked: 'at-door', also: [one?.reference, two?.reference], elsewhere: true };
    expect(sent.map((call) => call.body)).toEqual([body, body]);
  });
});

it('stands under what runs, or under what was, as it is', async () => {
  await open(at(signal), { session: member, signals: [signal] });
  const under = (title: string) => page.locator('.section', { has: page.getByRole('heading', { name: title }) });
  await under('Er loopt al een signaal op dit adres').getByRole('link', { name: OPEN_ONE }).waitFor();
  await under('Er was al een signaal op dit adres').getByRole('link', { name: CLOSED_ONE }).waitFor();
  expect(await under('Er loopt al een signaal op dit adres').locator('a[href^="#/signalen/"]').count()).toBe(1);
  await check('same-address');
});

it('can be another one than those at the address', async () => {
  const sent = await open(at(signal, 'triage'), { session: member, signals: [signal], acts: [ok(signals.closed)] });
  await tap('De melder gebeld');
  await tap('Nee, een bezoek is niet nodig');
  await tap('Dit signaal was er al');
  await tap('Een ander signaal');
  await page.getByLabel('Nummer van het andere signaal').fill('aa1b-2c3d-4e5f-6g7h');
  await press('Rond het signaal af');
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]?.body).toMatchObject({ duplicateOf: 'aa1b-2c3d-4e5f-6g7h' });
});

it('goes along when everything is erased at the door', async () => {
  const atDoor = { ...signals.planned, sameAddress: signal.sameAddress };
  const proof = ok({ erased: true, proofCode: '7KQ2-M9XR-4TVB', signals: 2 });
  const sent = await open(at(atDoor, 'contact'), { session: member, signals: [atDoor], acts: [proof] });
  await press('Nee, geen gevaar');
  await tap('Ja, de brief is gegeven');
  await tap('Nee, wis alles nu meteen');
  await page.getByLabel(OPEN_ONE).check();
  await press('Wis nu alles');
  await page.getByText('7KQ2-M9XR-4TVB').waitFor();
  await page.getByText('Er zijn 2 signalen gewist.').waitFor();
  expect(sent[0]?.body).toMatchObject({ consent: 'erase-now', also: [one?.reference] });
});

it('tells whoever erases to call off the visit of somebody else, before and after', async () => {
  const { planned } = signals;
  const off = 'Piet Smit zou vandaag om 14.00 uur gaan. Zeg zelf tegen Piet Smit dat het niet doorgaat';
  const proof = ok({ erased: true, proofCode: '7KQ2-M9XR-4TVB', signals: 1 });
  await open(at(planned, 'erase'), { session: member, signals: [planned], acts: [proof] });
  await page.getByText(off).waitFor();
  await tap('Via de telefoon');
  await check('erase-planned');
  await press('Ja, wis alles nu');
  await page.getByText('7KQ2-M9XR-4TVB').waitFor();
  await page.getByText(off).waitFor();
  expect(await page.getByText('Er is 1 signaal gewist').count()).toBe(0);
  await check('erased-planned');
});

it('says nothing of a visit to who was to pay it', async () => {
  const { asVisitor } = signals;
  await open(at(asVisitor, 'erase'), { session: sessions.visitor, signals: [asVisitor] });
  await page.getByText('Hoe vroeg de bewoner erom?').waitFor();
  expect(await page.getByText('zou vandaag').count()).toBe(0);
});

it('can be asked of others by a volunteer, who sees of none', async () => {
  const proof = ok({ erased: true, proofCode: '7KQ2-M9XR-4TVB', signals: 1, askedElsewhere: true });
  const { asVisitor } = signals;
  const sent = await open(at(asVisitor, 'erase'), { session: sessions.visitor, signals: [asVisitor], acts: [proof] });
  await tap('Aan de deur');
  await page.getByText('Misschien heeft een andere organisatie ook iets over dit adres.').waitFor();
  await tap('Ja, vraag het ook aan hen');
  await press('Ja, wis alles nu');
  await page.getByText('7KQ2-M9XR-4TVB').waitFor();
  expect(sent[0]?.body).toEqual({ version: 3, asked: 'at-door', elsewhere: true });
});

it('is not asked by a coordinator, who can erase what anybody has', async () => {
  const { coordinatorReads } = signals;
  await open(at(coordinatorReads, 'erase'), { session: sessions.coordinator, signals: [coordinatorReads] });
  await page.getByText('Hoe vroeg de bewoner erom?').waitFor();
  expect(await page.getByText('Moet het ook weg bij anderen?').count()).toBe(0);
});
