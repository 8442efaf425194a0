import { mailWriter } from '#shared/mail/write-mail.ts';
import { liveAdvance } from '#shared/runtime/live-advance.ts';
import { liveAccess } from '#shared/runtime/live-stores.ts';
import { faultName, log } from '#shared/runtime/log.ts';
import { namelessFaults } from '#shared/runtime/nameless-faults.ts';
import { sendDigest } from '#shared/usecases/send-digest.ts';
import { sweep } from '#shared/usecases/sweep.ts';
import { runJob } from './run-job.ts';

const { advance, deps } = liveAdvance();
const { signals, directory, mailer, settings, now } = deps;
const access = liveAccess();

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
    daily: () => sendDigest({ signals, directory, access, mailer, write: mailWriter(settings), settings, now }),
  }),
);
