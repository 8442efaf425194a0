import { mailWriterNow } from '#shared/mail/write-mail.ts';
import { liveAdvance } from '#shared/runtime/live-advance.ts';
import { liveAccess, liveBooks, liveWatchNotes } from '#shared/runtime/live-stores.ts';
import { liveTexts } from '#shared/runtime/live-texts.ts';
import { faultName, log } from '#shared/runtime/log.ts';
import { countDifference, countSweep } from '#shared/runtime/metrics.ts';
import { idFromKey, newFactId } from '#shared/runtime/random-and-hash.ts';
import { redactingFaults } from '#shared/runtime/redact-faults.ts';
import { jobs } from './jobs.ts';
import { runJob } from './run-job.ts';

const { advance, deps } = liveAdvance();
const books = liveBooks();

const BOOK_CODES = {
  lost: 'SIGNAL_LOST',
  'gone-early': 'SIGNAL_GONE_EARLY',
  unrecorded: 'SIGNAL_UNRECORDED',
  returned: 'SIGNAL_RETURNED',
  'facts-lost': 'FACTS_LOST',
} as const;

/** The clock: the moments that signals asked for, the sweep of every minute, the work of a day. */
export const handler = redactingFaults(
  runJob(
    jobs({
      ...deps,
      ...books,
      watch: { ...books.watch, ...liveWatchNotes() },
      rules: deps.settings.rules,
      access: liveAccess(),
      write: mailWriterNow(deps.settings, liveTexts(deps.settings)),
      idFromKey,
      newFactId,
      advance,
      onFault: (signalId, fault) => log.error('SIGNAL_NOT_ADVANCED', { signalId, fault: faultName(fault) }),
      onSwept(swept) {
        countSweep(swept);
        if (swept.due > 0) log.info('SWEPT', swept);
      },
      onBooks: (counts) => log.info('BOOKS', counts),
      onDifference({ kind, ...said }) {
        // The id of a fact is known to its signal alone, and stays so.
        log.error(BOOK_CODES[kind], 'factId' in said ? {} : said);
        countDifference(kind);
      },
    }),
  ),
);
