import type { Member } from '#shared/domain/directory.ts';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import type { MailWriter, PasskeyNews } from '#shared/ports/mail-writer.ts';
import type { PasskeyCeremony } from '#shared/ports/passkey-ceremony.ts';
import type { PasskeyStore } from '#shared/ports/passkey-store.ts';
import { forgetSignIn } from './forget-passkeys.ts';
import { noteAccount } from './note-account.ts';
import {
  type OpenedSession,
  type Opening,
  openSessionOf,
  type SignedIn,
  type SignInDeps,
  upgradeSession,
} from './sign-in.ts';

export type PasskeyDeps = SignInDeps & {
  readonly passkeys: PasskeyStore;
  readonly ceremony: PasskeyCeremony;
  readonly write: Pick<MailWriter, 'passkeys'>;
  /** Told to the operator; what was done stays done. */
  readonly onPasskeyNotMailed: (fault: unknown) => void;
};

type Options = Readonly<Record<string, unknown>>;

/** As long as the browser gives somebody to find their key. */
const CHALLENGE_SECONDS = 300;
/** A phone, a laptop, a key ring and some more; a list that a person can oversee. */
export const MAX_PASSKEYS = 10;

export type NewPasskeyOutcome =
  | { readonly kind: 'options'; readonly options: Options }
  /** This member has as many as anybody can have. */
  | { readonly kind: 'full' }
  /** Where passkeys are required, a mailbox alone must not be enough to get one beside the one that a member has. */
  | { readonly kind: 'use-the-other' };

/** What the browser of this session asks an authenticator to make a passkey. */
export async function startNewPasskey(
  deps: PasskeyDeps,
  { member, mayRead }: SignedIn,
  sessionId: string,
): Promise<NewPasskeyOutcome> {
  const known = await deps.passkeys.passkeysOf(member.id);
  if (!mayRead && known.length > 0) return { kind: 'use-the-other' };
  if (known.length >= MAX_PASSKEYS) return { kind: 'full' };
  // A hash under our own secret: what an authenticator shows of itself says nothing of whose it is.
  const handle = await deps.keyedHash(`passkey:${member.id}`);
  const { options, challenge } = await deps.ceremony.newPasskey(member, handle, known);
  await deps.passkeys.putChallenge(deps.hash(sessionId), challenge, soon(deps));
  return { kind: 'options', options };
}

/** `sessionId`: under which this session goes on. */
export type NewPasskey =
  | { readonly kind: 'added'; readonly sessionId: string }
  | { readonly kind: 'refused' | 'use-the-other' };

/**
 * Keeps a passkey that checks, and lets this session count as opened with it: who made it a moment ago has it at hand. `refused`: it does
 * not check, took too long, or is somebody's already. Whether they had one is asked again: while a challenge waits, another window may have made one.
 */
export async function addPasskey(
  deps: PasskeyDeps,
  { member, mayRead }: SignedIn,
  sessionId: string,
  { name, response }: { readonly name: string; readonly response: unknown },
): Promise<NewPasskey> {
  if (!mayRead && (await deps.passkeys.passkeysOf(member.id)).length > 0) return { kind: 'use-the-other' };
  const holder = deps.hash(sessionId);
  const challenge = await deps.passkeys.takeChallenge(holder, deps.now());
  const checked = challenge && (await deps.ceremony.checkNew(response, challenge));
  if (!checked) return { kind: 'refused' };
  const at = deps.now();
  const added = await deps.passkeys.add({ ...checked, memberId: member.id, name, createdAt: at, lastUsedAt: at });
  if (added === 'taken') return { kind: 'refused' };
  await noteAccount(deps, 'add-passkey', member.id);
  const renewed = await upgradeSession(deps, sessionId);
  // Signed out everywhere in this very moment: what was made in that session goes too.
  if (!renewed) {
    await noteAccount(deps, 'remove-passkey', member.id);
    await deps.passkeys.remove(checked.id, member.id);
    return { kind: 'refused' };
  }
  await tell(deps, member, 'added');
  return { kind: 'added', sessionId: renewed };
}

/** What a browser that says nothing of who is behind it asks an authenticator to sign. */
export async function startPasskeySignIn(
  deps: PasskeyDeps,
): Promise<{ readonly browserId: string; readonly options: Options }> {
  const browserId = deps.newSecretId();
  const { options, challenge } = await deps.ceremony.signIn();
  await deps.passkeys.putChallenge(deps.hash(browserId), challenge, soon(deps));
  return { browserId, options };
}

/** Undefined when it does not check, took too long, was done in another browser, or nobody has this passkey: no difference is told. */
export async function openSessionByPasskey(
  deps: PasskeyDeps,
  browserId: string,
  response: unknown,
  opening: Omit<Opening, 'how'>,
): Promise<OpenedSession | undefined> {
  const challenge = await deps.passkeys.takeChallenge(deps.hash(browserId), deps.now());
  const id = deps.ceremony.idIn(response);
  const passkey = id === undefined ? undefined : await deps.passkeys.passkey(id);
  const checked = challenge && passkey && (await deps.ceremony.checkSignIn(response, challenge, passkey));
  const member = checked && (await deps.directory.member(passkey.memberId));
  if (!member) return undefined;
  await deps.passkeys.noteUse(passkey.id, checked.counter, deps.now());
  return openSessionOf(deps, member, { ...opening, how: 'passkey' });
}

/** Remembers for longer than the year in which a partner sees a signal or two. */
const SIGNED_IN_BEFORE_SECONDS = 400 * 86_400;

/** Offered from the second sign-in by code on: the first time somebody has enough to find out. */
export async function offersPasskey({ access, passkeys, now }: PasskeyDeps, member: Member): Promise<boolean> {
  const first = await access.once(`signed-in-${member.id}`, plusElapsed(now(), SIGNED_IN_BEFORE_SECONDS));
  return !first && (await passkeys.passkeysOf(member.id)).length === 0;
}

/** One of their own. Where passkeys are required, whoever has a mailbox alone would take the only one away and make one of their own. */
export async function removePasskey(
  deps: PasskeyDeps,
  { member, mayRead }: SignedIn,
  id: string,
): Promise<'removed' | 'not-found' | 'use-the-other'> {
  if (!mayRead) return 'use-the-other';
  const outcome = await deps.passkeys.remove(id, member.id);
  if (outcome === 'removed') {
    await noteAccount(deps, 'remove-passkey', member.id);
    await tell(deps, member, 'removed');
  }
  return outcome;
}

/** A coordinator takes every passkey of somebody away who lost them, and signs them out: whoever found the device reads nothing more. The next sign-in is by code, and makes a new one. */
export async function removePasskeysOf(deps: PasskeyDeps, member: Member, by: Member): Promise<void> {
  await noteAccount(deps, 'reset-passkeys', by.id, member.id);
  await forgetSignIn(deps, member.id);
  await tell(deps, member, 'reset');
}

/** Whoever can sign in as somebody else can do it unseen but for this mail. A mail service that is down undoes nothing. */
async function tell(deps: PasskeyDeps, member: Member, news: PasskeyNews): Promise<void> {
  try {
    await deps.mailer.send({ ...(await deps.write.passkeys(news)), to: member.email });
  } catch (fault) {
    deps.onPasskeyNotMailed(fault);
  }
}

const soon = ({ now }: PasskeyDeps): EpochSeconds => plusElapsed(now(), CHALLENGE_SECONDS);
