import { type Recipient, recipientOf, sameMailTo } from './mail-key.ts';
import type { MailRecord } from './mail-record.ts';
import type { Signal } from './signal.ts';
import type { EpochSeconds } from './time.ts';

/** Mailboxes of people who have to do something with a signal. A reporter's own is not ours to mend. */
const COLLEAGUES = [
  'owner-first',
  'owner-second',
  'backup-first',
  'backup-second',
  'coordinator-first',
  'coordinator-second',
] as const satisfies readonly Recipient[];
export type Colleague = (typeof COLLEAGUES)[number];

/** Who is written to when the first mailbox stays silent. */
const AFTER: Readonly<Partial<Record<Colleague, Colleague>>> = {
  'owner-first': 'owner-second',
  'backup-first': 'backup-second',
  'coordinator-first': 'coordinator-second',
};

/**
 * Mailboxes that the last mail about this signal did not reach: refused, returned, not handed over yet, or not heard of, so that the next in
 * line was written to. A later mail that arrives mends it; what an earlier owner missed is not the present owner's.
 */
export function troubledMailboxes(signal: Mailed): readonly Colleague[] {
  const last = lastNews(signal);
  return COLLEAGUES.filter((colleague) => last.get(colleague)?.arrived === false);
}

/** The mails that did not reach them, of which it is known to which mailbox they went: under its key, and since when. */
export const mailsWithoutNews = (
  signal: Mailed,
): readonly { readonly mailbox: string; readonly since: EpochSeconds }[] =>
  [...lastNews(signal).values()].flatMap(({ at, arrived, mailbox }) =>
    !arrived && mailbox ? [{ mailbox, since: at }] : [],
  );

type Mailed = Pick<Signal, 'mails' | 'assignment'>;
type News = { readonly at: EpochSeconds; readonly arrived: boolean; readonly mailbox: string | undefined };

function lastNews({ mails, assignment }: Mailed): ReadonlyMap<Colleague, News> {
  const last = new Map<Colleague, News>();
  for (const [key, record] of Object.entries(mails)) {
    const to = recipientOf(key);
    const colleague = COLLEAGUES.find((one) => one === to);
    if (!colleague || (!colleague.startsWith('coordinator') && record.at < (assignment?.since ?? 0))) continue;
    const next = AFTER[colleague];
    const passedOn = next !== undefined && mails[sameMailTo(key, next)] !== undefined;
    const said = newsIn(record, passedOn);
    if (said && record.at >= (last.get(colleague)?.at ?? 0))
      last.set(colleague, { at: record.at, arrived: said === 'arrived', mailbox: record.mailbox });
  }
  return last;
}

function newsIn({ state }: MailRecord, passedOn: boolean): 'arrived' | 'did-not-arrive' | undefined {
  switch (state) {
    case 'delivered':
      return 'arrived';
    case 'failed':
    case 'returned':
    case 'waiting':
      return 'did-not-arrive';
    case 'sent':
      return passedOn ? 'did-not-arrive' : undefined;
    case 'skipped':
      return undefined;
  }
}
