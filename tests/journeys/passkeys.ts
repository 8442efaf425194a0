import { describe, expect, it } from 'vitest';
import { consoleTexts } from '#shared/texts/nl/console.ts';
import { account } from '#shared/texts/nl/console-account.ts';
import { ANIL, openConsole } from './support/console.ts';
import { press } from './support/form.ts';
import { DESKTOP, look, type Person } from './support/person.ts';
import { aPerson, type Town } from './support/town.ts';

/** A phone that knows its owner by finger or face (WebDriver: virtual authenticators, as Chromium's DevTools offer them). */
async function withFingerprint({ page, context }: Person): Promise<void> {
  const devTools = await context.newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
const signOut = async (person: Person): Promise<void> => {
  await press(person, consoleTexts.frame.signOut);
  await person.page.getByText(consoleTexts.session.signedOut).waitFor();
};

export const passkeys = (town: Town): void => {
  describe('a passkey', () => {
    it('is offered at the second sign-in, made in one tap, and the way in from then on until it is removed', async () => {
      const person = await aPerson(town);
      const { page } = person;
      await openConsole(town, person, ANIL);
      await signOut(person);
      await openConsole(town, person, ANIL);
      await page.getByRole('heading', { name: consoleTexts.passkeyOffer.title }).waitFor();
      await look(person, 'passkey-offer');

      // Looking closes a session of DevTools, and with it Chromium forgets the virtual authenticator: no looks from here to the end.
      await withFingerprint(person);
      await press(person, consoleTexts.passkeyOffer.make);
      await page.getByText(consoleTexts.passkeyOffer.made).waitFor();
      expect(await page.getByRole('heading', { name: consoleTexts.passkeyOffer.title }).count()).toBe(0);

      await signOut(person);
      await press(person, consoleTexts.signIn.withPasskey);
      await page.getByRole('link', { name: consoleTexts.pages.account }).click();
      await page.getByRole('heading', { level: 1, name: account.title }).waitFor();
      await page.getByText(account.sessions.how.passkey).first().waitFor();

      const other = await aPerson(town, { viewport: DESKTOP });
      await openConsole(town, other, ANIL);
      await other.page.goto('/console/#/account');
      await other.page.getByRole('button', { name: account.passkeys.remove }).waitFor();
      await look(other, 'account');

      await page.getByRole('button', { name: account.passkeys.remove }).click();
      await page.getByText(account.passkeys.removed).waitFor();
      await press(person, account.sessions.endAll);
      await page.getByText(account.sessions.ended).waitFor();
      await press(person, consoleTexts.signIn.withPasskey);
      await page.getByText(consoleTexts.troubles['wrong-passkey']).waitFor();
      await look(person, 'passkey-unknown');
      for (const { page: anywhere } of [person, other])
        expect(await anywhere.evaluate("fetch('/v1/console/sessions/current').then(({ status }) => status)")).toBe(401);
    });
  });
};
