import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { CONSOLE_ROUTES, REPORT_ROUTES } from '#shared/contracts/routes.ts';
import { consoleTexts } from '#shared/texts/nl/console.ts';
import { aSubmission, submitted } from './support/api.ts';
import { JOOST, openConsole } from './support/console.ts';
import { rowsOf } from './support/dump.ts';
import { linkIn, mailsAbout, mailsSent } from './support/mailbox.ts';
import { aPerson, type Town } from './support/town.ts';

/** Scanners of mail follow every link, run what is there, and try other methods. Nobody's signal may change for it. */
export const onlyLooking = (town: Town): void => {
  describe('looking', () => {
    it('changes no signal, with every method that should not, at every address, signed in or not', async () => {
      const reference = await submitted(town, aSubmission());
      await mailsSent(town, reference, 1, 20_000);
      const person = await aPerson(town);
      await openConsole(town, person, JOOST);
      const before = await quietSignals(town);

      const paths = [...new Set([...CONSOLE_ROUTES, ...REPORT_ROUTES].map((route) => route.split(' ')[1] ?? ''))].map(
        (path) => path.replace('{id}', reference).replace('{postcode}', '3011'),
      );
      const answered = await person.page.evaluate(
        `Promise.all(${JSON.stringify(paths)}.flatMap((path) => ['GET', 'HEAD', 'OPTIONS'].map((method) =>
          fetch(path, { method }).then(({ status }) => ({ path, method, status })))))`,
      );
      expect(answered).toContainEqual({ path: `/v1/console/signals/${reference}`, method: 'GET', status: 200 });
      for (const method of ['GET', 'HEAD', 'OPTIONS'])
        await Promise.all(paths.map((path) => fetch(town.local.url + path, { method })));
      expect(await rowsOf(town, 'signals').then(sorted)).toEqual(before);

      const [notice] = await mailsAbout(town, reference);
      const scanner = await aPerson(town);
      await scanner.page.goto(linkIn(notice as NonNullable<typeof notice>));
      await scanner.page.getByLabel(consoleTexts.signIn.email).waitFor();
      await scanner.page.waitForLoadState('networkidle');
      expect(await quietSignals(town)).toEqual(before);
    });
  });

  /** Once mails have arrived and wake-ups are set, nothing happens to a signal by itself for hours. */
  async function quietSignals(town: Town) {
    for (let rows = await rowsOf(town, 'signals').then(sorted), left = 30; left > 0; left -= 1) {
      await delay(1_000);
      const again = await rowsOf(town, 'signals').then(sorted);
      if (JSON.stringify(again) === JSON.stringify(rows)) return again;
      rows = again;
    }
    throw new Error('the signals keep changing');
  }

  const sorted = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
    rows.toSorted((one, other) => String(one['pk']?.S).localeCompare(String(other['pk']?.S)));
};
