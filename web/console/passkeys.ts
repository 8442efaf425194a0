import type { SessionView } from '#shared/contracts/console.ts';
import { call, type Reply } from './api/client.ts';

/** The server made these with the other half of the same library; the contract passes them on as they are. */
type MakeOptions = Parameters<Library['startRegistration']>[0]['optionsJSON'];
type SignOptions = Parameters<Library['startAuthentication']>[0]['optionsJSON'];
type Library = Awaited<ReturnType<typeof library>>;

/** `stopped`: the person or the device did not go through with it; nothing was changed. */
type Ceremony<Answer> = Reply<Answer> | { readonly kind: 'stopped' };

export const passkeysWork = (): boolean => typeof PublicKeyCredential === 'function';

/** The library of the ceremony is fetched by whoever has one, not by whoever opens the page. */
const library = () => import('@simplewebauthn/browser');

/** Has this device make a passkey for who is signed in, and keeps it under a name. */
export async function makePasskey(name: string): Promise<Ceremony<undefined>> {
  const started = await call('POST /v1/console/passkeys/challenges', {});
  if (started.kind !== 'ok') return started;
  const optionsJSON = started.answer.options as MakeOptions;
  const response = await answerOf(async () => (await library()).startRegistration({ optionsJSON }));
  if (!response) return { kind: 'stopped' };
  const kept = await call('POST /v1/console/passkeys', { body: { name, response } });
  if (kept.kind === 'ok') remember();
  return kept;
}

/** Signs in with whatever passkey this device has for this site. */
export async function enterWithPasskey(): Promise<Ceremony<SessionView>> {
  const started = await call('POST /v1/console/passkey-challenges', {});
  if (started.kind !== 'ok') return started;
  const optionsJSON = started.answer.options as SignOptions;
  const response = await answerOf(async () => (await library()).startAuthentication({ optionsJSON }));
  if (!response) return { kind: 'stopped' };
  const entered = await call('POST /v1/console/passkey-sessions', { body: { response } });
  if (entered.kind === 'ok') remember();
  return entered;
}

/** A ceremony that the person stops, that times out, or that the device cannot do, all end in the same error for scripts. */
async function answerOf(ceremony: () => Promise<object>): Promise<Record<string, unknown> | undefined> {
  return ceremony().then(
    (answer) => ({ ...answer }),
    () => undefined,
  );
}

const HERE = 'passkey-here';
const NOT_AGAIN = 'passkey-not-again';

/** Whether a passkey was used on this device: then it is the first thing to sign in with. Says nothing of whose. */
export const passkeyWasUsedHere = (): boolean => read(HERE) !== null;
export const offerIsWelcome = (): boolean => read(NOT_AGAIN) === null;
export const offerNoMore = (): void => write(NOT_AGAIN);
const remember = (): void => write(HERE);

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
function write(key: string): void {
  try {
    localStorage.setItem(key, '1');
  } catch {
    // Storage is switched off: only a convenience is lost.
  }
}
