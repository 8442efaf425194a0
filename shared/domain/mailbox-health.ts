import { type EpochSeconds, latest } from './time.ts';

/**
 * Why a mailbox takes no mail. `suppressed`: the mail service does not even try any more, until somebody takes the address off its list.
 * `returned`: given up on for now, such as a full mailbox. `refused`: the mail service itself did not take the mail. `silent`: nothing was heard.
 */
export const MAILBOX_TROUBLES = ['bounced', 'suppressed', 'complained', 'returned', 'refused', 'silent'] as const;
export type MailboxTrouble = (typeof MAILBOX_TROUBLES)[number];
/** What the mail service says; silence is what it does not say. */
export const MAIL_FAILURES = ['bounced', 'suppressed', 'complained', 'returned', 'refused'] as const;
export type MailFailure = (typeof MAIL_FAILURES)[number];

/** What became of one mail to a mailbox. */
export type MailboxNews = { readonly kind: 'delivered' | MailFailure; readonly at: EpochSeconds };

/** The last of both, and the first failure since a delivery. */
export type MailboxHealth = {
  readonly deliveredAt?: EpochSeconds;
  readonly failedAt?: EpochSeconds;
  readonly trouble?: MailFailure;
  readonly failingSince?: EpochSeconds;
};

export type MailboxState =
  /** Nothing was sent there yet, or not for a long time. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'arrives'; readonly at: EpochSeconds }
  | { readonly kind: 'in-trouble'; readonly since: EpochSeconds; readonly trouble: MailboxTrouble };

/** News may come twice, late and out of order: what is later stays. The first delivery mends what failed before it. */
export function withNews(health: MailboxHealth, { kind, at }: MailboxNews): MailboxHealth {
  const { deliveredAt, failedAt, failingSince } = health;
  if (kind === 'delivered') return { ...health, deliveredAt: deliveredAt === undefined ? at : latest(deliveredAt, at) };
  const begins = failingSince === undefined || (deliveredAt !== undefined && failingSince <= deliveredAt);
  return {
    ...health,
    ...(failedAt === undefined || failedAt < at ? { failedAt: at, trouble: kind } : {}),
    ...(begins && { failingSince: at }),
  };
}

/** `silentSince`: of an open signal, from when on nothing was heard of a mail to this mailbox. */
export function stateOf(
  { deliveredAt, failedAt, trouble, failingSince }: MailboxHealth,
  silentSince?: EpochSeconds,
): MailboxState {
  const after = (moment: EpochSeconds | undefined): moment is EpochSeconds =>
    moment !== undefined && (deliveredAt === undefined || moment > deliveredAt);
  if (after(failedAt) && trouble)
    return { kind: 'in-trouble', since: after(failingSince) ? failingSince : failedAt, trouble };
  if (after(silentSince)) return { kind: 'in-trouble', since: silentSince, trouble: 'silent' };
  return deliveredAt === undefined ? { kind: 'unknown' } : { kind: 'arrives', at: deliveredAt };
}
