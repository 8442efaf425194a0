import { mailWriter } from '#shared/mail/write-mail.ts';
import { liveAdvance } from '#shared/runtime/live-advance.ts';
import { liveAccess, liveBooks } from '#shared/runtime/live-stores.ts';
import { faultName, log } from '#shared/runtime/log.ts';
import { countDifference } from '#shared/runtime/metrics.ts';
import { namelessFaults } from '#shared/runtime/nameless-faults.ts';
import { balanceBooks } from '#shared/usecases/balance-books.ts';
import { sendDigest } from '#shared/usecases/send-digest.ts';
import { sweep } from '#shared/usecases/sweep.ts';
import { runJob } from './run-job.ts';

const { advance, deps } = liveAdvance();
const { signals, directory, mailer, settings, now } = deps;
const access = liveAccess();

const BOOK_CODES = { lost: 'SIGNAL_LOST', unrecorded: 'SIGNAL_UNRECORDED', returned: 'SIGNAL_RETURNED' } as const;

/** The clock: the moments that signals asked for, the sweep of every minute, the work of a day. */
export const handler = namelessFaults(
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
      return swept;
    },
    books: async () => {
      const { counts, differences } = await balanceBooks({ signals, now, ...liveBooks() });
      log.info('BOOKS', counts);
      for (const difference of differences) {
        const { kind } = difference;
        log.error(BOOK_CODES[kind], 'signalId' in difference ? { signalId: difference.signalId } : {});
        countDifference(kind);
      }
    },
    daily: () => sendDigest({ signals, directory, access, mailer, write: mailWriter(settings), settings, now }),
  }),
);
