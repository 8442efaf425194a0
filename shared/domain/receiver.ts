import { localDay } from './amsterdam.ts';
import type { Partner } from './directory.ts';
import { DESK, type PartnerId } from './ids.ts';
import type { EpochSeconds } from './time.ts';

/** Whether a partner has said that it takes no new signals today. */
export function isAway({ away = [] }: Partner, now: EpochSeconds): boolean {
  const today = localDay(now);
  return away.some(({ from, until }) => from <= today && today <= until);
}

/**
 * Who gets a new signal of a neighbourhood: its partner; while that is away, the backup; when there is neither, the desk. Never ownerless.
 * What a partner has already stays with it.
 */
export function receiverOf(partner: Partner | undefined, backup: Partner | undefined, now: EpochSeconds): PartnerId {
  if (!partner) return DESK;
  if (!isAway(partner, now)) return partner.id;
  return backup && !isAway(backup, now) ? backup.id : DESK;
}
