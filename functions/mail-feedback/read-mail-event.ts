import * as z from 'zod/mini';
import { dateTime, reference } from '#shared/contracts/fields.ts';
import type { MailRecord } from '#shared/domain/mail-record.ts';
import type { MailFailure } from '#shared/domain/mailbox-health.ts';
import { fromApiTime } from '#shared/http/times.ts';
import type { MailEvent } from '#shared/usecases/record-mail-event.ts';

const one = <Item extends z.core.$ZodType>(item: Item) => z.array(item).check(z.minLength(1));

/** The part of an SES event that we use. Recipients and subjects are in it too: they are never read, logged or kept. */
const SesEvent = z.object({
  time: z.optional(dateTime),
  detail: z.object({
    eventType: z.string(),
    bounce: z.optional(z.object({ bounceType: z.string(), bounceSubType: z.optional(z.string()) })),
    mail: z.object({
      timestamp: dateTime,
      tags: z.object({ signal: z.optional(one(reference)), effect: z.optional(one(z.string())) }),
    }),
  }),
});

/** `not-ours`: a mail without a signal, such as a sign-in code, or an event that changes nothing (sent, delayed, opened). */
export type ReadMailEvent =
  | { readonly kind: 'news'; readonly event: MailEvent }
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'unreadable' };

/** SES repeats a soft bounce by itself and tells of the one that it gave up on; an automatic reply comes as one too, mostly after the delivery. */
const STATES: Readonly<Record<string, MailRecord['state']>> = {
  Delivery: 'delivered',
  Bounce: 'failed',
  Complaint: 'failed',
  Reject: 'failed',
  'Rendering Failure': 'failed',
};

const FAILURES: Readonly<Record<string, MailFailure>> = {
  Bounce: 'bounced',
  Complaint: 'complained',
  Reject: 'refused',
  'Rendering Failure': 'refused',
};
/** Addresses that SES does not try any more: its own list, and that of the account. */
const SUPPRESSIONS: readonly (string | undefined)[] = ['Suppressed', 'OnAccountSuppressionList'];

export function readMailEvent(given: unknown): ReadMailEvent {
  const parsed = SesEvent.safeParse(given);
  if (!parsed.success) return { kind: 'unreadable' };
  const { time, detail } = parsed.data;
  const signalId = detail.mail.tags.signal?.[0];
  const effect = detail.mail.tags.effect?.[0];
  const transient = detail.bounce?.bounceType === 'Transient';
  const state = transient ? 'returned' : STATES[detail.eventType];
  if (!signalId || !effect || !state) return { kind: 'not-ours' };
  const suppressed = SUPPRESSIONS.includes(detail.bounce?.bounceSubType);
  const failure = transient ? 'returned' : suppressed ? 'suppressed' : FAILURES[detail.eventType];
  const news = { state, at: fromApiTime(time ?? detail.mail.timestamp) };
  return { kind: 'news', event: { signalId, effect, news, ...(failure && { failure }) } };
}
