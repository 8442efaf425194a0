import * as z from 'zod/mini';
import { BROWSERS, PLATFORMS } from '#shared/domain/device.ts';
import { dateTime, fields, line } from './fields.ts';

/** What an authenticator answered: JSON of Web Authentication Level 3. Checked by the ceremony, not here. */
const authenticatorAnswer = z.record(z.string(), z.unknown());

export const PasskeyRequest = fields({ name: line(40), response: authenticatorAnswer });
export const PasskeySessionRequest = fields({ response: authenticatorAnswer });

/** What the browser hands to its authenticator: `PublicKeyCredential…OptionsJSON` of Web Authentication Level 3. */
export const CeremonyView = z.object({ options: z.unknown() });
export type CeremonyView = z.output<typeof CeremonyView>;

export const PasskeyList = z.object({
  passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: dateTime, lastUsedAt: dateTime })),
});
export type PasskeyList = z.output<typeof PasskeyList>;

/** Sessions of whoever asks, the newest first. */
export const SessionList = z.object({
  sessions: z.array(
    z.object({
      startedAt: dateTime,
      lastUsedAt: dateTime,
      how: z.enum(['code', 'passkey']),
      platform: z.enum(PLATFORMS),
      browser: z.enum(BROWSERS),
      current: z.boolean(),
    }),
  ),
});
export type SessionList = z.output<typeof SessionList>;
