import type { MemberId, SignalId } from '#shared/domain/ids.ts';
import { ACTS } from '#shared/domain/life.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';

/** The closed list of what an audit line can say. */
export const AUDIT_EVENTS = ['assign', 'forget-reporter', 'expire', 'read', 'list', ...ACTS] as const;
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

export type AuditTrail = {
  /** Each line under a key of its own; a line that exists is never overwritten. */
  write(lines: readonly AuditLine[]): Promise<void>;
};
