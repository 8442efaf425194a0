import { settingsFromEnvironment } from '#shared/runtime/environment.ts';
import { liveSignals, liveWatchNotes } from '#shared/runtime/live-stores.ts';
import { log } from '#shared/runtime/log.ts';
import { redactingFaults } from '#shared/runtime/redact-faults.ts';
import { followMailEvents } from './follow-mail-events.ts';

export const handler = redactingFaults(
  followMailEvents({
    signals: liveSignals(),
    rules: settingsFromEnvironment().rules,
    watch: liveWatchNotes(),
    onUnreadable: () => log.error('MAIL_EVENT_UNREADABLE'),
  }),
);
