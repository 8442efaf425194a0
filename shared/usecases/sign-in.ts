import type { Member } from '#shared/domain/directory.ts';
import { type EpochSeconds, earliest, plusElapsed } from '#shared/domain/time.ts';
import type { AccessStore, Session } from '#shared/ports/access-store.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import type { MailWriter } from '#shared/ports/mail-writer.ts';
import type { Mailer } from '#shared/ports/mailer.ts';

export type SignInDeps = {
  readonly access: AccessStore;
  readonly directory: Pick<DirectoryReader, 'member' | 'memberByEmail'>;
  readonly mailer: Mailer;
  readonly write: Pick<MailWriter, 'code'>;
  readonly now: () => EpochSeconds;
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
};

/**
 * A code works ten minutes, in the browser that asked, and takes five tries. With five codes an hour that is 25 guesses among a million an hour
 * for whoever knows an address: half a chance in two years of trying without a pause.
 */
const CODE_SECONDS = 600;
const CODE_TRIES = 5;
/** Nobody needs more, and a mailbox must not be flooded by a stranger. */
const CODES_PER_HOUR = 5;
/** A session ends two hours after its last use, and twelve hours after sign-in (NIST SP 800-63B, AAL2). */
const IDLE_SECONDS = 2 * 3_600;
const SESSION_SECONDS = 12 * 3_600;
/** Noting every use would write as often as it reads. */
const TOUCH_EVERY_SECONDS = 60;

/**
 * Mails a code to whoever has this address, and gives the id by which the browser will be known. The same answer, and the same work but for
 * the mail, when nobody has it.
 */
export async function requestCode(deps: SignInDeps, email: string): Promise<{ readonly browserId: string }> {
  const browserId = deps.newSecretId();
  const code = deps.newCode();
  const asked = await deps.directory.memberByEmail(email);
  // A code that is not mailed must fit nothing: else asking often would buy tries.
  const member = asked && (await mayMail(deps, asked)) ? asked : undefined;
  await deps.access.putCode({
    browserHash: deps.hash(browserId),
    ...(member && { memberId: member.id }),
    codeHash: await deps.keyedHash(`${browserId}:${code}`),
    triesLeft: CODE_TRIES,
    expiresAt: plusElapsed(deps.now(), CODE_SECONDS),
  });
  if (member) await mailCode(deps, member, code);
  return { browserId };
}

/** A mail service that is down must not tell, by failing, that somebody has this address. */
async function mailCode(deps: SignInDeps, member: Member, code: string): Promise<void> {
  try {
    await deps.mailer.send({ ...deps.write.code(code), to: member.email });
  } catch (fault) {
    deps.onCodeNotMailed(fault);
  }
}

async function mayMail({ access, now }: SignInDeps, member: Member): Promise<boolean> {
  const hour = Math.floor(now() / 3_600);
  for (let count = 1; count <= CODES_PER_HOUR; count += 1) {
    if (await access.once(`code-${member.id}-${hour}-${count}`, plusElapsed(now(), 7_200))) return true;
  }
  return false;
}

export type OpenedSession = { readonly sessionId: string; readonly member: Member; readonly endsAt: EpochSeconds };

/** Undefined when the code is wrong, used, expired, out of tries, or typed in another browser: no difference is told. */
export async function openSession(
  deps: SignInDeps,
  browserId: string,
  code: string,
): Promise<OpenedSession | undefined> {
  const browserHash = deps.hash(browserId);
  const known = await deps.access.takeTry(browserHash, deps.now());
  const given = await deps.keyedHash(`${browserId}:${code}`);
  if (!known?.memberId || known.codeHash !== given) return undefined;
  // Of two posts of the right code in the same moment, both read it before either removes it.
  if (!(await deps.access.once(`code-used-${browserHash}`, known.expiresAt))) return undefined;
  await deps.access.removeCode(browserHash);
  const member = await deps.directory.member(known.memberId);
  if (!member) return undefined;

  const sessionId = deps.newSecretId();
  const startedAt = deps.now();
  const expiresAt = plusElapsed(startedAt, SESSION_SECONDS);
  await deps.access.putSession({
    idHash: deps.hash(sessionId),
    memberId: member.id,
    startedAt,
    lastUsedAt: startedAt,
    expiresAt,
  });
  return { sessionId, member, endsAt: endOf({ lastUsedAt: startedAt, expiresAt }) };
}

export type SignedIn = { readonly member: Member; readonly endsAt: EpochSeconds };

/** Who is asking. Looked up anew for every request: a member who was removed is out at once. */
export async function whoIsSignedIn(deps: SignInDeps, sessionId: string): Promise<SignedIn | undefined> {
  const idHash = deps.hash(sessionId);
  const now = deps.now();
  const session = await deps.access.session(idHash, now);
  if (!session || now >= endOf(session)) return undefined;
  const member = await deps.directory.member(session.memberId);
  if (!member) return undefined;
  if (now - session.lastUsedAt >= TOUCH_EVERY_SECONDS) await deps.access.touchSession(idHash, now);
  return { member, endsAt: endOf({ ...session, lastUsedAt: now }) };
}

export const endSession = (deps: SignInDeps, sessionId: string): Promise<void> =>
  deps.access.removeSession(deps.hash(sessionId));

const endOf = ({ lastUsedAt, expiresAt }: Pick<Session, 'lastUsedAt' | 'expiresAt'>): EpochSeconds =>
  earliest(plusElapsed(lastUsedAt, IDLE_SECONDS), expiresAt);
