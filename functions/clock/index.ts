import { mailWriterNow } from '#shared/mail/write-mail.ts';
import { liveAdvance } from '#shared/runtime/live-advance.ts';
import { liveAccess, liveBooks, liveStatistics, liveWatchNotes } from '#shared/runtime/live-stores.ts';
import { liveTexts } from '#shared/runtime/live-texts.ts';
import { faultName, log } from '#shared/runtime/log.ts';
import { countDifference } from '#shared/runtime/metrics.ts';
import { idFromKey, newFactId } from '#shared/runtime/random-and-hash.ts';
import { redactingFaults } from '#shared/runtime/redact-faults.ts';
import { balanceBooks } from '#shared/usecases/balance-books.ts';
import { sendDigest } from '#shared/usecases/send-digest.ts';
import { practiseQuarterly } from '#shared/usecases/send-practice.ts';
import { sweep } from '#shared/usecases/sweep.ts';
import { runJob } from './run-job.ts';

const { advance, deps } = liveAdvance();
const { signals, directory, mailer, settings, now } = deps;
const access = liveAccess();
const watch = liveWatchNotes();
const write = mailWriterNow(settings, liveTexts(settings));

const BOOK_CODES = { lost: 'SIGNAL_LOST', unrecorded: 'SIGNAL_UNRECORDED', returned: 'SIGNAL_RETURNED' } as const;
/** Neither keeps the other from being done; what failed is seen, and tried again. */
async function together(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

/** The clock: the moments that signals asked for, the sweep of every minute, the work of a day. */
export const handler = redactingFaults(
  runJob({
    advance,
    sweep: async () => {
      const swept = await sweep({
        signals,
        advance,
        now,
        onFault: (signalId, fault) => log.error('SIGNAL_NOT_ADVANCED', { signalId, fault: faultName(fault) }),
      });
      if (swept.due > 0) log.info('SWEPT', swept);
      await watch.jobDone('sweep', { at: now(), counts: swept });
    },
    books: async () => {
      const { counts, differences, daysSinceEnd } = await balanceBooks({
        signals,
        rules: settings.rules,
        now,
        ...liveBooks(),
      });
      log.info('BOOKS', counts);
      for (const difference of differences) {
        const { kind } = difference;
        log.error(BOOK_CODES[kind], 'signalId' in difference ? { signalId: difference.signalId } : {});
        countDifference(kind);
      }
      const ended = daysSinceEnd === undefined ? {} : { daysSinceEnd };
      await watch.jobDone('books', { at: now(), counts: { ...counts, ...ended, differences: differences.length } });
    },
    alarm: (heading, state) => watch.alarmChanged(heading, state),
    daily: async () => {
      await together([
        sendDigest({ signals, directory, access, mailer, write, settings, now }),
        practiseQuarterly({
          signals,
          directory,
          access,
          statistics: liveStatistics(),
          settings,
          now,
          idFromKey,
          newFactId,
        }),
      ]);
      await watch.jobDone('daily', { at: now(), counts: {} });
    },
  }),
);
