import * as z from 'zod/mini';
import { BROWSERS, PLATFORMS } from '#shared/domain/device.ts';
import type { MemberId } from '#shared/domain/ids.ts';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import type { Session, SignInCode } from '#shared/ports/access-store.ts';
import type { Passkey } from '#shared/ports/passkey-store.ts';
import { challengeKey, codeKey, knownBrowserKey, PASSKEYS, passkeyKey, SESSIONS, sessionKey } from './keys.ts';
import { count, instant, key, memberId } from './row-fields.ts';

/** The time to live is the end itself: reads ask for what has not ended, and what lingers for a day or two is of no use to anybody. */

const codeRow = z.pipe(
  z.strictObject({
    pk: key,
    browserHash: z.string(),
    memberId: z.exactOptional(memberId),
    codeHash: z.string(),
    triesLeft: count,
    ttl: instant,
  }),
  z.transform(({ pk: _pk, ttl, ...code }): SignInCode => ({ ...code, expiresAt: ttl })),
);
export const codeFromRow = (item: unknown): SignInCode => codeRow.parse(item);
export const rowOfCode = ({ expiresAt, ...code }: SignInCode) => ({
  ...codeKey(code.browserHash),
  ...code,
  ttl: expiresAt,
});

const knownBrowserRow = z.strictObject({ pk: key, memberId, ttl: instant });
export function knownBrowserFromRow(item: unknown, now: EpochSeconds): MemberId | undefined {
  const { memberId: id, ttl } = knownBrowserRow.parse(item);
  return now < ttl ? id : undefined;
}
export const rowOfKnownBrowser = (browserHash: string, id: MemberId, removeAt: EpochSeconds) => ({
  ...knownBrowserKey(browserHash),
  memberId: id,
  ttl: removeAt,
});

const sessionRow = z.pipe(
  z.strictObject({
    pk: key,
    idHash: z.string(),
    memberId,
    how: z.enum(['code', 'passkey']),
    device: z.strictObject({ platform: z.enum(PLATFORMS), browser: z.enum(BROWSERS) }),
    since: instant,
    lastUsedAt: instant,
    ttl: instant,
  }),
  z.transform(({ pk: _pk, ttl, since, ...session }): Session => ({ ...session, startedAt: since, expiresAt: ttl })),
);
export const sessionFromRow = (item: unknown): Session => sessionRow.parse(item);
export const rowOfSession = ({ startedAt, expiresAt, ...session }: Session) => ({
  ...sessionKey(session.idHash),
  ...session,
  since: startedAt,
  ttl: expiresAt,
});
export const isSessionRow = ({ pk }: RowOfMember): boolean => pk.startsWith(SESSIONS);

/** Longer than the year in which a partner sees a signal or two. Whoever left, or lost a device, uses theirs no more. */
const PASSKEY_SECONDS = 400 * 86_400;
export const passkeyEnd = (lastUsedAt: EpochSeconds): EpochSeconds => plusElapsed(lastUsedAt, PASSKEY_SECONDS);

const passkeyRow = z.pipe(
  z.strictObject({
    pk: key,
    id: z.string(),
    memberId,
    publicKey: z.string(),
    counter: count,
    name: z.string(),
    since: instant,
    lastUsedAt: instant,
    /** None on rows of before there was an end: their next use gives them one. */
    ttl: z.exactOptional(instant),
  }),
  z.transform(({ pk: _pk, ttl: _ttl, since, ...passkey }): Passkey => ({ ...passkey, createdAt: since })),
);
export const passkeyFromRow = (item: unknown): Passkey => passkeyRow.parse(item);
export const rowOfPasskey = ({ createdAt, ...passkey }: Passkey) => ({
  ...passkeyKey(passkey.id),
  ...passkey,
  since: createdAt,
  ttl: passkeyEnd(passkey.lastUsedAt),
});
export const isPasskeyRow = ({ pk }: RowOfMember): boolean => pk.startsWith(PASSKEYS);

const challengeRow = z.object({ challenge: z.string(), ttl: instant });
/** A challenge that has not expired at `now`. */
export function challengeFromRow(item: unknown, now: EpochSeconds): string | undefined {
  const { challenge, ttl } = challengeRow.parse(item);
  return now < ttl ? challenge : undefined;
}
export const rowOfChallenge = (holderHash: string, challenge: string, expiresAt: EpochSeconds) => ({
  ...challengeKey(holderHash),
  challenge,
  ttl: expiresAt,
});

/** Any row of the index by member, whatever it is. */
export type RowOfMember = { readonly pk: string };
const rowOfMember = z.looseObject({ pk: z.string() });
export const rowOfMemberFrom = (item: unknown): RowOfMember => rowOfMember.parse(item);
