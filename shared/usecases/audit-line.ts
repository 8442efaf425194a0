import type { MemberId, SignalId } from '#shared/domain/ids.ts';
import type { Rules } from '#shared/domain/settings.ts';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import type { AuditEvent, AuditLine } from '#shared/ports/audit-trail.ts';

/** A line for the audit trail, kept as long as the municipality's rules say. */
export const auditLine = (
  { retention }: Rules,
  signalId: SignalId,
  event: AuditEvent,
  by: MemberId | 'system',
  at: EpochSeconds,
  reason?: string,
): AuditLine => ({ signalId, at, event, by, ...(reason && { reason }), removeAt: plusElapsed(at, retention.audit) });
