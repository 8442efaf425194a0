import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import * as z from 'zod/mini';
import type { CeremonyOptions, PasskeyCeremony } from '#shared/ports/passkey-ceremony.ts';

/** Long enough to find a phone in a bag. */
const TIMEOUT_MS = 300_000;

const Signed = z.looseObject({
  id: z.string().check(z.regex(/^[\w-]{1,1400}$/)),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
  clientExtensionResults: z.looseObject({}),
});

/**
 * Passkeys by @simplewebauthn, for the site at `baseUrl` (its host is the relying party). The library is read at the first ceremony: most
 * requests have none. Attestation is not asked for: which brand somebody's phone has is no business of ours.
 */
export function simplewebauthnCeremony({
  baseUrl,
  service,
}: {
  readonly baseUrl: string;
  readonly service: string;
}): PasskeyCeremony {
  const { hostname: rpID, origin } = new URL(baseUrl);
  const library = () => import('@simplewebauthn/server');
  return {
    async newPasskey(member, handle, known) {
      const { generateRegistrationOptions } = await library();
      return optionsOf(
        await generateRegistrationOptions({
          rpName: service,
          rpID,
          userID: Uint8Array.from(Buffer.from(handle, 'utf8')),
          userName: member.name,
          userDisplayName: member.name,
          timeout: TIMEOUT_MS,
          attestationType: 'none',
          excludeCredentials: known.map(({ id }) => ({ id })),
          authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        }),
      );
    },
    async checkNew(response, challenge) {
      if (!isNew(response)) return undefined;
      const { verifyRegistrationResponse } = await library();
      const checked = await verifyRegistrationResponse({
        response,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
      }).catch(() => undefined);
      if (!checked?.verified) return undefined;
      const { id, publicKey, counter } = checked.registrationInfo.credential;
      return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
    },
    async signIn() {
      const { generateAuthenticationOptions } = await library();
      // No list of known passkeys: whoever asks has not said who they are, and hears of nobody's.
      return optionsOf(
        await generateAuthenticationOptions({ rpID, timeout: TIMEOUT_MS, userVerification: 'required' }),
      );
    },
    idIn: (response) => (isSigned(response) ? response.id : undefined),
    async checkSignIn(response, challenge, { id, publicKey, counter }) {
      if (!isSigned(response)) return undefined;
      const { verifyAuthenticationResponse } = await library();
      const checked = await verifyAuthenticationResponse({
        response,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
        credential: { id, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter },
      }).catch(() => undefined);
      return checked?.verified ? { counter: checked.authenticationInfo.newCounter } : undefined;
    },
  };
}

/** As much as keeps the library from stumbling; it checks all the rest itself. */
const isNew = (response: unknown): response is RegistrationResponseJSON => z.safeParse(Signed, response).success;
const isSigned = (response: unknown): response is AuthenticationResponseJSON => z.safeParse(Signed, response).success;

const optionsOf = (
  options: PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON,
): CeremonyOptions => ({ options: { ...options }, challenge: options.challenge });
