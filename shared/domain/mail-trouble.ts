import type { Recipient } from './agenda.ts';
import type { MailRecord } from './mail-record.ts';
import type { Signal } from './signal.ts';

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
export const troubledMailboxes = (signal: Pick<Signal, 'mails' | 'assignment'>): readonly Colleague[] =>
  COLLEAGUES.filter((colleague) => lastNewsOf(signal, colleague) === 'did-not-arrive');

function lastNewsOf({ mails, assignment }: Pick<Signal, 'mails' | 'assignment'>, colleague: Colleague) {
  const ending = `-${colleague}`;
  const since = assignment?.since ?? 0;
  const news = Object.entries(mails)
    .filter(([key, { at }]) => key.endsWith(ending) && (colleague.startsWith('coordinator') || at >= since))
    .flatMap(([key, record]) => {
      const next = AFTER[colleague];
      const passedOn = next !== undefined && mails[`${key.slice(0, -ending.length)}-${next}`] !== undefined;
      const said = newsIn(record, passedOn);
      return said ? [{ at: record.at, said }] : [];
    })
    .sort((one, other) => one.at - other.at);
  return news.at(-1)?.said;
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
