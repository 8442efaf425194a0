import type { Member } from '#shared/domain/directory.ts';
import type { Passkey } from './passkey-store.ts';

/** What a browser needs to ask an authenticator: JSON of the Web Authentication standard (Level 3, `…OptionsJSON`). */
export type CeremonyOptions = { readonly options: Readonly<Record<string, unknown>>; readonly challenge: string };

/**
 * Web Authentication for our own site and nothing else. What a browser sends is unknown until it is checked; anything that does not check is
 * undefined, without a reason: whoever tries gets no hints.
 */
export type PasskeyCeremony = {
  /** `handle` stands for the member in the authenticator: opaque, at most 64 bytes. */
  newPasskey(member: Member, handle: string, known: readonly Passkey[]): Promise<CeremonyOptions>;
  checkNew(response: unknown, challenge: string): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter'> | undefined>;
  signIn(): Promise<CeremonyOptions>;
  /** Which passkey an answer says that it is by. */
  idIn(response: unknown): string | undefined;
  checkSignIn(
    response: unknown,
    challenge: string,
    passkey: Passkey,
  ): Promise<{ readonly counter: number } | undefined>;
};
