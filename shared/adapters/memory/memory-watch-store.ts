import { type MailboxHealth, withNews } from '#shared/domain/mailbox-health.ts';
import { JOBS, type WatchStore } from '#shared/ports/watch-store.ts';
import { alarmKey, jobKey, mailboxKey } from '../dynamo/keys.ts';
import { alarmFromRow, endOf, jobFromRow, mailboxFromRow } from '../dynamo/watch-rows.ts';
import type { MemoryWorld } from './memory-world.ts';

export const memoryWatchStore = ({ access }: MemoryWorld): WatchStore => ({
  async jobDone(job, report) {
    const row = access.get(jobKey(job));
    if (row && jobFromRow(row).at >= report.at) return;
    access.put({ ...jobKey(job), ...report, ttl: endOf(report.at) });
  },
  async jobs() {
    return Object.fromEntries(
      JOBS.flatMap((job) => {
        const row = access.get(jobKey(job));
        return row ? [[job, jobFromRow(row)]] : [];
      }),
    );
  },
  async alarmChanged(heading, state) {
    const row = access.get(alarmKey(heading));
    if (row && alarmFromRow(row).at >= state.at) return;
    access.put({ ...alarmKey(heading), ...state, ttl: endOf(state.at) });
  },
  async alarms(headings) {
    return new Map(
      headings.flatMap((heading) => {
        const row = access.get(alarmKey(heading));
        return row ? [[heading, alarmFromRow(row)] as const] : [];
      }),
    );
  },
  async heard(mailbox, news) {
    const row = access.get(mailboxKey(mailbox));
    const known: MailboxHealth = row ? mailboxFromRow(row) : {};
    access.put({ ...mailboxKey(mailbox), ...withNews(known, news), ttl: endOf(news.at) });
  },
  async mailboxes(keys) {
    return new Map(
      keys.flatMap((mailbox) => {
        const row = access.get(mailboxKey(mailbox));
        return row ? [[mailbox, mailboxFromRow(row)] as const] : [];
      }),
    );
  },
});
