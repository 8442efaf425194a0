import type { MemberId } from '#shared/domain/ids.ts';
import type { Rules } from '#shared/domain/settings.ts';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import type { AccountEvent, AuditTrail } from '#shared/ports/audit-trail.ts';

export type NoteAccountDeps = {
  readonly audit: AuditTrail;
  readonly rules: Pick<Rules, 'retention'>;
  readonly now: () => EpochSeconds;
};

/** A line about how somebody gets in. `about`: whose, when it is another's. */
export async function noteAccount(
  { audit, rules, now }: NoteAccountDeps,
  event: AccountEvent,
  by: MemberId,
  about?: MemberId,
): Promise<void> {
  const at = now();
  await audit.write([{ at, event, by, ...(about && { about }), removeAt: plusElapsed(at, rules.retention.audit) }]);
}
