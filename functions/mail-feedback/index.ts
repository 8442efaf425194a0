import { settingsFromEnvironment } from '#shared/runtime/environment.ts';
import { liveSignals } from '#shared/runtime/live-stores.ts';
import { log } from '#shared/runtime/log.ts';
import { namelessFaults } from '#shared/runtime/nameless-faults.ts';
import { recordMailEvent } from '#shared/usecases/record-mail-event.ts';
import { readMailEvent } from './read-mail-event.ts';

const deps = { signals: liveSignals(), rules: settingsFromEnvironment().rules };

/** What the mail service says of our mails, written on the signal; the table's stream does the rest. A fault is thrown, so that it comes again. */
export const handler = namelessFaults(async (event: unknown): Promise<void> => {
  const read = readMailEvent(event);
  if (read.kind === 'unreadable') log.error('MAIL_EVENT_UNREADABLE');
  if (read.kind === 'news') await recordMailEvent(deps, read.event);
});
