import { describe, expect, it } from 'vitest';
import type { LetterView } from '#shared/contracts/letter.ts';
import { consoleTexts as texts } from '#shared/texts/nl/console.ts';
import { account } from '#shared/texts/nl/console-account.ts';
import { directory as directoryTexts } from '#shared/texts/nl/console-directory.ts';
import { figures } from '#shared/texts/nl/console-figures.ts';
import { log as logTexts } from '#shared/texts/nl/console-log.ts';
import { material } from '#shared/texts/nl/console-material.ts';
import { practice } from '#shared/texts/nl/console-practice.ts';
import {
  type Answer,
  at,
  check,
  DESKTOP,
  inBrowser,
  NOW,
  ok,
  open,
  page,
} from '../../tests/support/console-in-browser.ts';
import { nothing, quarter, year } from './figures/fixtures.ts';
import { directory, places, practices, referrals, routes, rowOf, sessions, signals, statuses } from './fixtures.ts';

inBrowser();

const { coordinator } = sessions;
const signal = signals.coordinatorReads;
const letter: LetterView = {
  reference: signal.reference,
  door: 'Zwaanshals 12A',
  town: '3035 AB Rotterdam',
  aboutThemselves: false,
  receivedAt: signal.receivedAt,
  source: 'shop',
  reasons: ['not-seen'],
  wishes: [],
  hasNote: false,
  hasContact: false,
  partner: 'Welzijn Centrum',
  code: '7KQ2-M9XR-4TVB',
};
const log = { lines: [{ at: NOW.toISOString(), event: 'read', by: { id: 'carla', name: 'Carla Mulder' } }] };
const passkeys = { passkeys: [{ id: 'p-1', name: 'Telefoon', lastUsedAt: NOW.toISOString() }] };
const ofAccount = {
  sessions: [{ startedAt: NOW.toISOString(), how: 'code', platform: 'android', browser: 'chrome', current: true }],
};

/** What stands on the same screen, or around it. */
const beside = {
  '/directory': () => ok(directory),
  '/passkeys': () => ok(passkeys),
  '/sessions': () => ok(ofAccount),
};

/** Each screen with what it looks up, and something that stands on it once that came. */
const SCREENS = [
  ['list', '#/', '/signals', { signals: [rowOf(signal)] }, '.row'],
  ['signal', at(signal), `/signals/${signal.reference}`, signal, '.next'],
  ['requests', '#/verzoeken', '/resident-requests', { signals: [] }, `text=${texts.requests.none}`],
  ['practice', '#/oefenen', '/practices', practices, '.row'],
  ['figures', '#/cijfers', '/statistics', year, '.figures__filters'],
  ['quarter', '#/cijfers/2026-Q3', '/statistics', quarter, '.sheet'],
  ['log', `#/logboek/${signal.reference}`, `/signals/${signal.reference}/audit`, log, '.history'],
  ['directory', '#/beheer/wijkpartners', '/directory', directory, '.row'],
  ['routes', '#/beheer/postcodes', '/routes', routes, 'textarea'],
  ['referrals', '#/beheer/hulp', '/referrals', referrals, '.row'],
  ['wording', '#/teksten', '/texts', { texts: {} }, 'input'],
  ['status', '#/systeem', '/status', Object.values(statuses)[0], '.row'],
  ['passkeys', '#/account', '/passkeys', passkeys, '.account-list'],
  ['sessions', '#/account', '/sessions', ofAccount, '.account-list'],
  ['material', '#/materiaal', '/locations', places, '.row'],
  ['letter', `#/brief/${signal.reference}`, `/signals/${signal.reference}/letter`, letter, '.letter'],
] as const;

const LATER = new Date(NOW.getTime() + 3 * 60_000);
const again = () => page.locator('main').getByRole('button', { name: texts.loading.again });

describe('every screen', () => {
  it.each(SCREENS)(
    'says that it loads, that it failed and that it is old: %s',
    async (name, hash, path, body, there) => {
      const { promise: first, resolve } = Promise.withResolvers<Answer>();
      let answer: Answer | Promise<Answer> = first;
      const reads = {
        '/directory': () => ok(directory),
        '/passkeys': () => ok(passkeys),
        '/sessions': () => ok(ofAccount),
        [path]: () => answer,
      };
      await open('#/uitleg', { session: coordinator, signals: [signal], reads }, DESKTOP);
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      await page.getByText(texts.loading.busy).first().waitFor();

      resolve({ status: 500 });
      await page.getByText(texts.loading.troubles.fault).waitFor();
      await check(`state-${name}-failed`);

      answer = ok(body);
      await again().click();
      await page.locator('main').locator(there).first().waitFor();
      expect(await page.getByText(texts.loading.troubles.fault).count()).toBe(0);

      answer = { status: 503 };
      await page.clock.setFixedTime(LATER);
      await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
      await page.getByText(/Verversen lukt nu niet/).waitFor();
      expect(await page.locator('main').locator(there).count()).toBeGreaterThan(0);
      await check(`state-${name}-stale`);

      answer = ok(body);
      await again().click();
      await expect.poll(() => page.getByText(/Verversen lukt nu niet/).count()).toBe(0);
    },
  );

  it.each([
    ['#/', '/signals', { signals: [] }, texts.list.emptyOverview],
    ['#/verzoeken', '/resident-requests', { signals: [] }, texts.requests.none],
    ['#/oefenen', '/practices', { partners: [] }, practice.none],
    ['#/cijfers', '/statistics', nothing, figures.empty],
    [`#/logboek/${signal.reference}`, `/signals/${signal.reference}/audit`, { lines: [] }, logTexts.empty],
    ['#/beheer/wijkpartners', '/directory', { ...directory, partners: [] }, directoryTexts.partners.none],
    ['#/beheer/wijken', '/directory', { ...directory, neighbourhoods: [] }, directoryTexts.neighbourhoods.none],
    ['#/beheer/hulp', '/referrals', { ...referrals, referrals: [] }, directoryTexts.referrals.none],
    ['#/account', '/passkeys', { passkeys: [] }, account.passkeys.none],
    ['#/materiaal', '/locations', { ...places, locations: [] }, material.none],
  ] as const)('says that there is nothing: %s', async (hash, path, body, says) => {
    await open(hash, { session: coordinator, reads: { ...beside, [path]: () => ok(body) } }, DESKTOP);
    await page.locator('main').getByText(says).waitFor();
    expect(await page.locator('main .row').count()).toBe(0);
  });
});
