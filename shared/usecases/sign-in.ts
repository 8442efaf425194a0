import type { Device } from '#shared/domain/device.ts';
import type { Member } from '#shared/domain/directory.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { type EpochSeconds, earliest, plusElapsed } from '#shared/domain/time.ts';
import type { AccessStore, Session, SignInCode } from '#shared/ports/access-store.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import type { MailWriter } from '#shared/ports/mail-writer.ts';
import type { Mailer } from '#shared/ports/mailer.ts';
import { type NoteAccountDeps, noteAccount } from './note-account.ts';

export type SignInDeps = NoteAccountDeps & {
  readonly access: AccessStore;
  readonly directory: Pick<DirectoryReader, 'member' | 'memberByEmail'>;
  readonly mailer: Mailer;
  readonly write: Pick<MailWriter, 'code'>;
  /** Six digits, each as likely as the other. */
  readonly newCode: () => string;
  /** Told to the operator; the member asks again. */
  readonly onCodeNotMailed: (fault: unknown) => void;
  /** 256 bits that nobody can guess, as text that a cookie may hold. */
  readonly newSecretId: () => string;
  /** SHA-256, hex: what the table holds of a secret id. */
  readonly hash: (secretId: string) => string;
  /** HMAC-SHA-256 under the deployment's secret, hex: a six-digit code is too short for a bare hash. */
  readonly keyedHash: (text: string) => Promise<string>;
  /** Whether this municipality lets nobody read who signed in without a passkey. */
  readonly passkeysRequired: boolean;
};

/**
 * A code works ten minutes, in the browser that asked, and takes five tries. With five codes an hour that is 25 guesses among a million an hour
 * for whoever knows an address: half a chance in two years of trying without a pause. A browser in which the member signed in before has five of its
 * own: strangers who use the others up lock nobody out of it.
 */
const CODE_SECONDS = 600;
const CODE_TRIES = 5;
/** Nobody needs more, and a mailbox must not be flooded by a stranger. */
const CODES_PER_HOUR = 5;
/** How long a browser is known after the last sign-in. */
export const KNOWN_BROWSER_SECONDS = 180 * 86_400;
/** A session ends two hours after its last use, and twelve hours after sign-in (NIST SP 800-63B, AAL2). */
const IDLE_SECONDS = 2 * 3_600;
export const SESSION_SECONDS = 12 * 3_600;
/** Noting every use would write as often as it reads. */
const TOUCH_EVERY_SECONDS = 60;

export type RequestCodeDeps = SignInDeps & {
  readonly directory: Pick<DirectoryReader, 'partners'>;
  readonly write: Pick<MailWriter, 'teamMailbox'>;
  readonly settings: Pick<Settings, 'desk' | 'coordinator'>;
};

/**
 * Mails a code to whoever has this address, and gives the id by which the browser will be known. The mailbox of a team hears that its members
 * sign in with an address of their own. The same answer, and the same work but for the mail, when nobody has it. `knownId`: by which the browser
 * is known from an earlier sign-in.
 */
export async function requestCode(
  deps: RequestCodeDeps,
  email: string,
  knownId?: string,
): Promise<{ readonly browserId: string }> {
  const browserId = deps.newSecretId();
  const code = deps.newCode();
  const [asked, team, known] = await Promise.all([
    deps.directory.memberByEmail(email),
    teamMailbox(deps, email),
    knownBrowser(deps, knownId),
  ]);
  // A code that is not mailed must fit nothing: else asking often would buy tries.
  const budget = asked && (known?.memberId === asked.id ? `${asked.id}-${known.hash}` : asked.id);
  const member = budget && (await mayMail(deps, budget)) ? asked : undefined;
  await deps.access.putCode({
    browserHash: deps.hash(browserId),
    ...(member && { memberId: member.id }),
    codeHash: await codeHashOf(deps, browserId, code, member?.email ?? email),
    triesLeft: CODE_TRIES,
    expiresAt: plusElapsed(deps.now(), CODE_SECONDS),
  });
  if (member) await mailCode(deps, member, code);
  if (!asked && team) await mailTeam(deps, team);
  return { browserId };
}

/** A mail service that is down must not tell, by failing, that somebody has this address. */
async function mailCode(deps: SignInDeps, member: Member, code: string): Promise<void> {
  try {
    await deps.mailer.send({ ...(await deps.write.code(code)), to: member.email });
  } catch (fault) {
    deps.onCodeNotMailed(fault);
  }
}

/** As the directory or the settings spell it, if this is the mailbox of a partner, the desk or the coordinators. */
async function teamMailbox({ directory, settings }: RequestCodeDeps, email: string): Promise<string | undefined> {
  const wanted = email.toLowerCase();
  const ours = [...settings.desk.mailboxes, ...settings.coordinator.mailboxes];
  const partners = await directory.partners();
  return [...partners.flatMap(({ mailboxes }) => mailboxes), ...ours].find((one) => one.toLowerCase() === wanted);
}

/** Once an hour: it says the same each time. */
async function mailTeam(deps: RequestCodeDeps, to: string): Promise<void> {
  const hour = Math.floor(deps.now() / 3_600);
  // No address stands in a key.
  const key = `team-mailbox-${await deps.keyedHash(to.toLowerCase())}-${hour}`;
  if (!(await deps.access.once(key, plusElapsed(deps.now(), 7_200)))) return;
  try {
    await deps.mailer.send({ ...(await deps.write.teamMailbox()), to });
  } catch (fault) {
    deps.onCodeNotMailed(fault);
  }
}

async function mayMail({ access, now }: SignInDeps, budget: string): Promise<boolean> {
  const hour = Math.floor(now() / 3_600);
  for (let count = 1; count <= CODES_PER_HOUR; count += 1) {
    if (await access.once(`code-${budget}-${hour}-${count}`, plusElapsed(now(), 7_200))) return true;
  }
  return false;
}

/** Whose browser this is, and under which hash it is known. */
async function knownBrowser({ access, hash, now }: SignInDeps, knownId: string | undefined) {
  if (!knownId) return undefined;
  const browserHash = hash(knownId);
  const memberId = await access.knownBrowser(browserHash, now());
  return memberId && { memberId, hash: browserHash };
}

/**
 * Remembers that this member signed in with this browser, and gives the id to know it by. It lets nobody in: it only keeps strangers from using up
 * the codes of who signs in here. Another member gets another id.
 */
export async function rememberBrowser(deps: SignInDeps, member: Member, knownId?: string): Promise<string> {
  const known = await knownBrowser(deps, knownId);
  const id = knownId && known?.memberId === member.id ? knownId : deps.newSecretId();
  await deps.access.putKnownBrowser(deps.hash(id), member.id, plusElapsed(deps.now(), KNOWN_BROWSER_SECONDS));
  return id;
}

/** How a session comes about: by what, and on which kind of device, as the member will see it listed. */
export type Opening = Pick<Session, 'how' | 'device'>;
export type OpenedSession = SignedIn & { readonly sessionId: string };

/** Undefined when the code is wrong, used, expired, out of tries, or typed in another browser: no difference is told. */
export async function openSession(
  deps: SignInDeps,
  browserId: string,
  code: string,
  device: Device,
): Promise<OpenedSession | undefined> {
  const browserHash = deps.hash(browserId);
  const known = await deps.access.takeTry(browserHash, deps.now());
  const member = known?.memberId && (await deps.directory.member(known.memberId));
  const given = await codeHashOf(deps, browserId, code, member ? member.email : '');
  if (!known || !member) return undefined;
  if (known.codeHash !== given) {
    await noteWrongCode(deps, known);
    return undefined;
  }
  // Of two posts of the right code in the same moment, both read it before either removes it.
  if (!(await deps.access.once(`code-used-${browserHash}`, known.expiresAt))) return undefined;
  await deps.access.removeCode(browserHash);
  return openSessionOf(deps, member, { how: 'code', device });
}

/** With the address that it was mailed to: a code for the address that somebody had before opens nothing. */
const codeHashOf = ({ keyedHash }: SignInDeps, browserId: string, code: string, email: string): Promise<string> =>
  keyedHash(`${browserId}:${code}:${email.toLowerCase()}`);

/**
 * Told at the first wrong try of a code and at the last: two lines for each code that was mailed, however often somebody tries. Where nobody
 * has the address there is nobody to tell it of.
 */
async function noteWrongCode(deps: SignInDeps, { memberId, triesLeft }: SignInCode): Promise<void> {
  if (!memberId) return;
  if (triesLeft === CODE_TRIES) await noteAccount(deps, 'wrong-code', memberId);
  if (triesLeft === 1) await noteAccount(deps, 'code-locked', memberId);
}

/** For somebody who has shown who they are. Nobody is let in without a line of it. */
export async function openSessionOf(deps: SignInDeps, member: Member, opening: Opening): Promise<OpenedSession> {
  const sessionId = deps.newSecretId();
  const startedAt = deps.now();
  const session: Session = {
    idHash: deps.hash(sessionId),
    memberId: member.id,
    ...opening,
    startedAt,
    lastUsedAt: startedAt,
    expiresAt: plusElapsed(startedAt, SESSION_SECONDS),
  };
  await noteAccount(deps, `sign-in-${opening.how}`, member.id);
  await deps.access.putSession(session);
  return { sessionId, ...signedInBy(deps, member, session) };
}

export type SignedIn = {
  readonly member: Member;
  readonly how: Session['how'];
  readonly endsAt: EpochSeconds;
  /** False where the municipality asks for a passkey and this session was opened without one: it may make one, and read nothing. */
  readonly mayRead: boolean;
};

const signedInBy = ({ passkeysRequired }: SignInDeps, member: Member, session: Session): SignedIn => ({
  member,
  how: session.how,
  endsAt: endOf(session),
  mayRead: session.how === 'passkey' || !passkeysRequired,
});

/** Who is asking. Looked up anew for every request: a member who was removed is out at once. */
export async function whoIsSignedIn(deps: SignInDeps, sessionId: string): Promise<SignedIn | undefined> {
  const session = await sessionOf(deps, sessionId);
  if (!session) return undefined;
  const member = await deps.directory.member(session.memberId);
  if (!member) return undefined;
  const now = deps.now();
  if (now - session.lastUsedAt >= TOUCH_EVERY_SECONDS) await deps.access.touchSession(session.idHash, now);
  return signedInBy(deps, member, { ...session, lastUsedAt: now });
}

async function sessionOf({ access, hash, now }: SignInDeps, sessionId: string): Promise<Session | undefined> {
  const session = await access.session(hash(sessionId), now());
  return session && now() < endOf(session) ? session : undefined;
}

/**
 * Whoever has just made a passkey in this session has shown it. It goes on under a new id, as every session whose rights grow: whoever had the
 * old id has nothing. Undefined when it ended meanwhile.
 */
export async function upgradeSession(deps: SignInDeps, sessionId: string): Promise<string | undefined> {
  const session = await sessionOf(deps, sessionId);
  if (!session) return undefined;
  const renewed = deps.newSecretId();
  const replaced = await deps.access.replaceSession(session.idHash, {
    ...session,
    idHash: deps.hash(renewed),
    how: 'passkey',
  });
  return replaced === 'replaced' ? renewed : undefined;
}

/** Of a member, the newest first; `current` is the one that asks. */
export async function sessionsOf(
  deps: SignInDeps,
  member: Member,
  sessionId: string,
): Promise<readonly (Session & { readonly current: boolean })[]> {
  const sessions = await deps.access.sessionsOf(member.id, deps.now());
  const asking = deps.hash(sessionId);
  return sessions
    .filter((session) => deps.now() < endOf(session))
    .map((session) => ({ ...session, current: session.idHash === asking }));
}

/** Signs out everywhere, here too. */
export async function endSessionsOf(deps: SignInDeps, member: Member, sessionId: string): Promise<void> {
  await noteAccount(deps, 'sign-out-everywhere', member.id);
  const sessions = await deps.access.sessionsOf(member.id, deps.now());
  // The index may lag behind: the one that asks is known without it.
  const hashes = new Set([deps.hash(sessionId), ...sessions.map(({ idHash }) => idHash)]);
  await Promise.all([...hashes].map((idHash) => deps.access.removeSession(idHash)));
}

export const endSession = (deps: SignInDeps, sessionId: string): Promise<void> =>
  deps.access.removeSession(deps.hash(sessionId));

const endOf = ({ lastUsedAt, expiresAt }: Pick<Session, 'lastUsedAt' | 'expiresAt'>): EpochSeconds =>
  earliest(plusElapsed(lastUsedAt, IDLE_SECONDS), expiresAt);
