import { expect, it } from 'vitest';
import { form } from '#shared/texts/nl/form.ts';
import { words } from '#shared/texts/nl/words.ts';
import { apiMember, statusOf } from './support/api.ts';
import { JOOST } from './support/console.ts';
import { rowsOf } from './support/dump.ts';
import { press, referenceOn, tellWhere } from './support/form.ts';
import { inOrder } from './support/in-order.ts';
import { mailsSent } from './support/mailbox.ts';
import { look, type Person, wordsOn } from './support/person.ts';
import { aPerson, type Town } from './support/town.ts';

const CODE = 'kapper-jansen';

/** A hairdresser scans the card at the till. Where it hung is the reporter's, so it goes when the reporter goes; a number stays. */
export const fromAPoster = (town: Town): void =>
  inOrder('from a card at the till', () => {
    let reporter: Person;
    let reference = '';

    it('says whose card it is, and already knows what the reporter is', async () => {
      reporter = await aPerson(town);
      const { page } = reporter;
      await page.goto(`/?via=${CODE}`);
      await page.locator('.via').waitFor();
      expect(await wordsOn(reporter)).toContain(form.via.from.replace('{name}', 'Kapsalon Jansen'));
      await look(reporter, 'form-1-via');
      await tellWhere(reporter, { postcode: '3011 AB' });
      await press(reporter, form.steps.next);
      await page.getByRole('checkbox', { name: words.reasons['stays-away'] }).check();
      await press(reporter, form.steps.next);
      await press(reporter, form.steps.next);
      expect(await page.getByRole('radio', { name: words.reporterKinds.shop }).isChecked()).toBe(true);
      await press(reporter, form.steps.check);
      await press(reporter, form.check.send);
      await page.getByRole('heading', { name: form.thanks.heading }).waitFor();
      reference = await referenceOn(reporter);
    });

    it('counts it once, apart from the facts', async () => {
      expect(await counted(town)).toEqual(['1']);
      const [signal] = (await rowsOf(town, 'signals')).filter(({ pk }) => pk?.S === reference);
      expect(JSON.stringify(signal)).toContain(CODE);
      expect(await linesWithCode(town, 'statistics')).toHaveLength(1);
    });

    it('has the code nowhere any more once the signal is closed, but in the directory and the count', async () => {
      await mailsSent(town, reference, 1, 20_000);
      const { act } = await apiMember(town, JOOST);
      await act(reference, 'triage', { tested: ['own-contacts'], decision: 'seen-well' });
      expect(await statusOf(town, reference)).toBe('closed');
      await expect.poll(() => linesWithCode(town, 'signals'), { timeout: 20_000 }).toEqual([]);
      expect(await linesWithCode(town, 'access')).toEqual([]);
      expect(await linesWithCode(town, 'audit')).toEqual([]);
      expect(await linesWithCode(town, 'statistics')).toHaveLength(1);
      expect(await counted(town)).toEqual(['1']);
    });

    it('lets somebody try it alone first, and keeps a number of that only', async () => {
      const { page } = reporter;
      await page.goto('/');
      await page.getByText(form.start.tips).click();
      await press(reporter, form.selfTry.button);
      await page.getByRole('heading', { name: form.selfTry.heading }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/eerst-zelf/');
      await look(reporter, 'self-try');
      const tries = (await rowsOf(town, 'statistics')).filter(({ sk }) => sk?.S === 'self-try');
      expect(tries.map(({ count, ...rest }) => [count?.N, Object.keys(rest).sort()])).toEqual([
        ['1', ['kind', 'pk', 'sk']],
      ]);
    });
  });

const counted = async (town: Town) =>
  (await rowsOf(town, 'statistics')).filter(({ sk }) => sk?.S === `via#${CODE}`).map(({ count }) => count?.N);

const linesWithCode = async (town: Town, table: Parameters<typeof rowsOf>[1]) =>
  (await rowsOf(town, table)).map((row) => JSON.stringify(row)).filter((line) => line.includes(CODE));
