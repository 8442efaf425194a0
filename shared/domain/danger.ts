import type { Danger, Signal } from './signal.ts';
import type { EpochSeconds } from './time.ts';

/** Whether somebody saw danger, and nobody said yet that it is handled. */
export const isInDanger = ({ danger }: Pick<Signal, 'danger'>): boolean => danger !== undefined && !danger.handled;

/** Each alarm is a new one, also while another stands: whoever is to hear it hears it again. */
export const inDanger = (signal: Signal, at: EpochSeconds): Signal => ({
  ...signal,
  danger: { number: (signal.danger?.number ?? 0) + 1, at },
});

export const outOfDanger = (signal: Signal, handled: NonNullable<Danger['handled']>): Signal =>
  signal.danger ? { ...signal, danger: { ...signal.danger, handled } } : signal;
