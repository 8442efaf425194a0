import type { MemberId, SignalId } from '#shared/domain/ids.ts';
import { ACTS } from '#shared/domain/life.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';

/** The closed list of what an audit line can say. */
export const AUDIT_EVENTS = [
  'assign',
  'forget-reporter',
  'expire',
  'read',
  'list',
  'free-plan',
  'pass-to-desk',
  ...ACTS,
] as const;
export type AuditEvent = (typeof AUDIT_EVENTS)[number];

/** Who read or did what with which signal, and when. Ids only; kept for a year; no function may change or delete one. */
export type AuditLine = {
  readonly signalId: SignalId;
  readonly at: EpochSeconds;
  readonly event: AuditEvent;
  readonly by: MemberId | 'system';
  /** Why a coordinator opened a signal, or how an erasure was asked for: a choice from a closed list. */
  readonly reason?: string;
  readonly removeAt: EpochSeconds;
};

/** The closed list of what happens to the directory. */
export const DIRECTORY_EVENTS = [
  'add-partner',
  'change-partner',
  'remove-partner',
  'add-member',
  'change-member',
  'remove-member',
  'add-neighbourhood',
  'change-neighbourhood',
  'remove-neighbourhood',
  'switch-routes',
  'restore-routes',
] as const;
export type DirectoryEvent = (typeof DIRECTORY_EVENTS)[number];

/** Who changed what in the directory: the kind of change and the id of what was changed, never a name or an address. */
export type DirectoryAuditLine = {
  readonly at: EpochSeconds;
  readonly event: DirectoryEvent;
  readonly by: MemberId;
  /** The id of the partner, neighbourhood or member; `routes` for the routes. */
  readonly about: string;
  readonly removeAt: EpochSeconds;
};

export type AuditTrail = {
  /** Each line under a key of its own; a line that exists is never overwritten. */
  write(lines: readonly AuditLine[]): Promise<void>;
};
