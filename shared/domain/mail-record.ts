import type { EpochSeconds } from './time.ts';

/**
 * What is known of one mail. `skipped`: there was no such mailbox. `waiting`: sending failed for now and is tried again at `retryAt`.
 * `sent`: handed to the mail service, which is not yet "the owner knows". `returned`: given up on for now (a full mailbox), unless it was
 * delivered after all; what comes after a delivery is an automatic reply. `failed`: bounced for good, refused, or a complaint.
 */
export type MailRecord = {
  readonly state: 'skipped' | 'waiting' | 'sent' | 'returned' | 'delivered' | 'failed';
  readonly at: EpochSeconds;
  readonly tries?: number;
  readonly retryAt?: EpochSeconds;
  /** The mailbox of a colleague that it went to, as an HMAC; never one of a reporter. */
  readonly mailbox?: string;
};

const RANK = { waiting: 0, skipped: 1, sent: 2, returned: 3, delivered: 4, failed: 5 } as const satisfies Record<
  MailRecord['state'],
  number
>;

/** News about a mail may come twice, late, or before the record of its sending: what is further along stays. */
export function mergeMailRecord(known: MailRecord | undefined, news: MailRecord): MailRecord {
  const further = known && RANK[known.state] >= RANK[news.state] && known.state !== 'waiting' ? known : news;
  const mailbox = news.mailbox ?? known?.mailbox;
  return mailbox === undefined || further.mailbox === mailbox ? further : { ...further, mailbox };
}

const FIRST_RETRY_SECONDS = 15;
const LONGEST_RETRY_SECONDS = 240;

/** 15 s, 30 s, 60 s … at most 4 minutes, so that mail goes out within 5 minutes of the end of an outage. */
export const retryDelay = (tries: number): number =>
  Math.min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** Math.max(0, tries - 1));
