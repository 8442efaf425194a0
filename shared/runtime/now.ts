import { type EpochSeconds, epochSeconds } from '#shared/domain/time.ts';

/** The only clock: everything else is given a moment. */
export const now = (): EpochSeconds => epochSeconds(Date.now() / 1000);
