import type { Person } from './person.ts';

/** A phone that knows its owner by finger or face (WebDriver: virtual authenticators, as Chromium's DevTools offer them). */
export async function withFingerprint({ page, context }: Person): Promise<void> {
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
