import * as z from 'zod/mini';
import { MAIL_FAILURES, type MailboxHealth } from '#shared/domain/mailbox-health.ts';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import type { AlarmState, JobReport } from '#shared/ports/watch-store.ts';
import { instant, key } from './row-fields.ts';

/** A year and a bit after the last news of it: whether mail arrived two years ago is of no use to anybody. Seconds. */
const KEPT_SECONDS = 400 * 86_400;
export const endOf = (at: EpochSeconds): EpochSeconds => plusElapsed(at, KEPT_SECONDS);

const own = { pk: key, ttl: instant };

const jobRow = z.pipe(
  z.strictObject({ ...own, at: instant, counts: z.record(z.string(), z.int()) }),
  z.transform(({ at, counts }): JobReport => ({ at, counts })),
);
export const jobFromRow = (row: unknown): JobReport => jobRow.parse(row);

const alarmRow = z.pipe(
  z.strictObject({ ...own, at: instant, ringing: z.boolean() }),
  z.transform(({ at, ringing }): AlarmState => ({ at, ringing })),
);
export const alarmFromRow = (row: unknown): AlarmState => alarmRow.parse(row);

const mailboxRow = z.pipe(
  z.strictObject({
    ...own,
    deliveredAt: z.exactOptional(instant),
    failedAt: z.exactOptional(instant),
    trouble: z.exactOptional(z.enum(MAIL_FAILURES)),
    failingSince: z.exactOptional(instant),
  }),
  z.transform(({ pk: _pk, ttl: _ttl, ...health }): MailboxHealth => health),
);
export const mailboxFromRow = (row: unknown): MailboxHealth => mailboxRow.parse(row);
