import type { SignalView } from '#shared/contracts/console.ts';
import type { PartnerId } from '#shared/domain/ids.ts';
import { recipientOf } from '#shared/domain/mail-key.ts';
import type { MailRecord } from '#shared/domain/mail-record.ts';
import { type Signal, wasTakenOver } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import { apiTime } from '#shared/http/times.ts';

type MailView = NonNullable<SignalView['mails']>[number];
type Mailed = Pick<Signal, 'mails' | 'assignment' | 'history'>;
type OfPartner = (id: PartnerId | undefined) => string;

/** What was mailed to colleagues, oldest first. What a reporter was told is between them and the municipality. */
export function mailsView(signal: Mailed, ofPartner: OfPartner): Pick<SignalView, 'mails'> {
  const mails = Object.entries(signal.mails)
    .toSorted(([, one], [, other]) => one.at - other.at)
    .flatMap(([key, record]) => mailView(key, record, signal, ofPartner));
  return mails.length > 0 ? { mails } : {};
}

function mailView(key: string, { at, state }: MailRecord, signal: Mailed, ofPartner: OfPartner): MailView[] {
  const recipient = recipientOf(key);
  // Of `skipped` there was no such mailbox: nothing was sent.
  if (!recipient || recipient === 'reporter' || state === 'skipped') return [];
  const to = recipient === 'former-visitor' ? 'visitor' : (recipient.split('-')[0] as MailView['to']);
  const partner = partnerOf(to, at, signal);
  return [
    {
      at: apiTime(at),
      what: whatOf(key.slice(0, -recipient.length - 1)),
      to,
      state,
      ...(partner && { partner: ofPartner(partner) }),
    },
  ];
}

/** `remind-visit-2` is a reminder. */
const whatOf = (base: string): string =>
  /^(?:remind|escalate)(?!-request)/.exec(base)?.[0] ?? base.replace(/-\d+$/, '');

/** Whose mailbox it was, as far as that is still known: before the last change of owner it was the one before, and the backup is who took over. */
function partnerOf(to: MailView['to'], at: EpochSeconds, signal: Mailed): PartnerId | undefined {
  const { assignment } = signal;
  if (!assignment || to === 'coordinator' || to === 'visitor') return undefined;
  if (to === 'owner') return at >= assignment.since ? assignment.ownerId : assignment.formerOwners.at(-1);
  return at >= assignment.since || !wasTakenOver(signal) ? assignment.backup?.partnerId : assignment.ownerId;
}
