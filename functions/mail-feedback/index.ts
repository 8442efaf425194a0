import { settingsFromEnvironment } from '#shared/runtime/environment.ts';
import { liveSignals, liveWatchNotes } from '#shared/runtime/live-stores.ts';
import { log } from '#shared/runtime/log.ts';
import { redactingFaults } from '#shared/runtime/redact-faults.ts';
import { followMail } from '#shared/usecases/follow-mail.ts';
import { readMailEvent } from './read-mail-event.ts';

const deps = { signals: liveSignals(), rules: settingsFromEnvironment().rules, watch: liveWatchNotes() };

/** What the mail service says of our mails, written on the signal and of the mailbox; the table's stream does the rest. A fault is thrown, so that it comes again. */
export const handler = redactingFaults(async (event: unknown): Promise<void> => {
  const read = readMailEvent(event);
  if (read.kind === 'unreadable') log.error('MAIL_EVENT_UNREADABLE');
  if (read.kind === 'news') await followMail(deps, read.event);
});
