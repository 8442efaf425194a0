import type { MemberId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import type { DirectoryEvent } from '#shared/ports/audit-trail.ts';
import type { NoteAccountDeps } from './note-account.ts';

/** A line about what a coordinator did that changes nothing in the directory itself. */
export async function noteDirectory(
  { audit, rules, now }: NoteAccountDeps,
  event: DirectoryEvent,
  by: MemberId,
  about: string,
): Promise<void> {
  const at = now();
  await audit.write([{ at, event, by, about, removeAt: plusElapsed(at, rules.retention.audit) }]);
}
