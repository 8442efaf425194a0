import { describe, expect, it } from 'vitest';
import { consoleTexts } from '#shared/texts/nl/console.ts';
import { ANIL, sessionStatus } from './support/console.ts';
import { press } from './support/form.ts';
import { codeFor, mails } from './support/mailbox.ts';
import { look } from './support/person.ts';
import { aPerson, type Town } from './support/town.ts';

export const signingIn = (town: Town): void => {
  describe('signing in', () => {
    it('ends after five wrong codes: then the right one is refused too', async () => {
      const person = await aPerson(town);
      const { page } = person;
      await page.goto('/console/');
      const before = (await mails(town)).length;
      await page.getByLabel(consoleTexts.signIn.email).fill(ANIL);
      await press(person, consoleTexts.signIn.askCode);
      const right = await codeFor(town, ANIL, before);
      const wrong = right.startsWith('1') ? '200 000' : '100 000';
      for (const code of [wrong, wrong, wrong, wrong, wrong, right]) {
        await page.getByLabel(consoleTexts.signIn.code).fill(code);
        const answered = page.waitForResponse('**/v1/console/sessions');
        await press(person, consoleTexts.signIn.enter);
        expect((await answered).ok()).toBe(false);
        await page.getByRole('button', { name: consoleTexts.signIn.enter, exact: true }).waitFor();
      }
      await look(person, 'sign-in-wrong-code');
      expect(await sessionStatus(person)).toBe(401);
    });
  });
};
