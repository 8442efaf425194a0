import type { MemberId } from '#shared/domain/ids.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';

/** A public key that a member's phone, computer or key ring holds the other half of. Of no use to who reads it here. */
export type Passkey = {
  /** As the authenticator gave it: base64url, at most 1,364 characters (WebAuthn: 1,023 bytes). */
  readonly id: string;
  readonly memberId: MemberId;
  /** COSE key, base64url. */
  readonly publicKey: string;
  /** Signatures so far, as far as the authenticator counts them: one that goes back is a copy. */
  readonly counter: number;
  /** What the member calls it: `Telefoon`. */
  readonly name: string;
  readonly createdAt: EpochSeconds;
  readonly lastUsedAt: EpochSeconds;
};

export type PasskeyStore = {
  /** `taken`: there is a passkey with this id already, whoever's it is; nothing was written. */
  add(passkey: Passkey): Promise<'added' | 'taken'>;
  passkey(id: string): Promise<Passkey | undefined>;
  /** Keeps it for 400 days more. Does nothing when the passkey is gone: a late use must not bring it back. */
  noteUse(id: string, counter: number, at: EpochSeconds): Promise<void>;
  /** Only the member's own. `not-found` for anybody else's. */
  remove(id: string, memberId: MemberId): Promise<'removed' | 'not-found'>;
  /** Oldest first; seconds behind at worst. */
  passkeysOf(memberId: MemberId): Promise<readonly Passkey[]>;

  /** What an authenticator has to sign, for the browser (or session) with this hash. Overwrites an earlier one. */
  putChallenge(holderHash: string, challenge: string, expiresAt: EpochSeconds): Promise<void>;
  /** Gives it once. Undefined when there is none, or it has expired at `now`. */
  takeChallenge(holderHash: string, now: EpochSeconds): Promise<string | undefined>;
};
