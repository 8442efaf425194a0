import * as z from 'zod/mini';
import type { Session, SignInCode } from '#shared/ports/access-store.ts';
import { codeKey, sessionKey } from './keys.ts';
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

const sessionRow = z.pipe(
  z.strictObject({ pk: key, idHash: z.string(), memberId, startedAt: instant, lastUsedAt: instant, ttl: instant }),
  z.transform(({ pk: _pk, ttl, ...session }): Session => ({ ...session, expiresAt: ttl })),
);
export const sessionFromRow = (item: unknown): Session => sessionRow.parse(item);
export const rowOfSession = ({ expiresAt, ...session }: Session) => ({
  ...sessionKey(session.idHash),
  ...session,
  ttl: expiresAt,
});
