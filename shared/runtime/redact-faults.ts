import { faultName, log } from './log.ts';

/**
 * For functions that AWS calls by itself: a fault goes on under its name alone. The message of a fault may quote what somebody typed, and Lambda
 * would write it to the log and to the queue of what was given up.
 */
export const redactingFaults =
  <Event, Answer>(run: (event: Event) => Promise<Answer>) =>
  async (event: Event): Promise<Answer> => {
    try {
      return await run(event);
    } catch (fault) {
      log.error('JOB_FAULT', { fault: faultName(fault) });
      throw new Error(faultName(fault));
    }
  };
