import type { Device } from '#shared/domain/device.ts';
import type { MemberId } from '#shared/domain/ids.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';

/** A code that was mailed to a member. Found by the browser that asked for it, not by the address. Hashes only. */
export type SignInCode = {
  readonly browserHash: string;
  /** Undefined when nobody has the address that was typed: then no code will ever fit, and the answer is the same. */
  readonly memberId?: MemberId;
  readonly codeHash: string;
  readonly triesLeft: number;
  readonly expiresAt: EpochSeconds;
};

export type Session = {
  readonly idHash: string;
  readonly memberId: MemberId;
  /** By what the member showed who they are. */
  readonly how: 'code' | 'passkey';
  readonly device: Device;
  readonly startedAt: EpochSeconds;
  readonly lastUsedAt: EpochSeconds;
  /** Absolute end; the idle limit is checked against `lastUsedAt`. */
  readonly expiresAt: EpochSeconds;
};

/** What lets people in. No personal data: hashes and member ids; everything ends by itself. */
export type AccessStore = {
  /** Overwrites an earlier code of the same browser. */
  putCode(code: SignInCode): Promise<void>;
  /** Takes one try off and gives the code as it was before. Undefined when unknown, expired at `now`, or out of tries. */
  takeTry(browserHash: string, now: EpochSeconds): Promise<SignInCode | undefined>;
  removeCode(browserHash: string): Promise<void>;

  /** A browser in which this member signed in: under its hash, until `removeAt`. */
  putKnownBrowser(browserHash: string, memberId: MemberId, removeAt: EpochSeconds): Promise<void>;
  /** Whose browser this is, if anybody signed in with it. */
  knownBrowser(browserHash: string, now: EpochSeconds): Promise<MemberId | undefined>;

  putSession(session: Session): Promise<void>;
  /** Puts `session` in the place of the one with `idHash`, in one write. `gone`: that one had ended, and nothing was written. */
  replaceSession(idHash: string, session: Session): Promise<'replaced' | 'gone'>;
  session(idHash: string, now: EpochSeconds): Promise<Session | undefined>;
  /** Does nothing when the session is gone: a late touch must not bring it back. */
  touchSession(idHash: string, now: EpochSeconds): Promise<void>;
  removeSession(idHash: string): Promise<void>;
  /** Those that have not ended at `now`, the newest first; seconds behind at worst. */
  sessionsOf(memberId: MemberId, now: EpochSeconds): Promise<readonly Session[]>;

  /** `true` for exactly one caller per key, until `removeAt`: daily work is done once. */
  once(key: string, removeAt: EpochSeconds): Promise<boolean>;
  /** The same for work that may fail: `true` for one caller until `until`; then it is anybody's again, unless it was spent. */
  lease(key: string, now: EpochSeconds, until: EpochSeconds): Promise<boolean>;
  /** The work is done: nobody gets this key before `removeAt`. */
  spend(key: string, removeAt: EpochSeconds): Promise<void>;
};
