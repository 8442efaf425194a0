import { contentOf } from '#shared/domain/content-of.ts';
import type { Member, Partner } from '#shared/domain/directory.ts';
import type { Objection } from '#shared/domain/directory-rules.ts';
import type { MemberId } from '#shared/domain/ids.ts';
import type { Rules } from '#shared/domain/settings.ts';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import type { WrongField } from '#shared/domain/wrong-field.ts';
import type { DirectoryEvent } from '#shared/ports/audit-trail.ts';
import type { DirectoryEditor, DirectoryState, DirectoryWrite } from '#shared/ports/directory-editor.ts';
import { untilWritten } from './until-written.ts';

export type ChangeDirectoryDeps = {
  readonly editor: DirectoryEditor;
  readonly rules: Rules;
  readonly now: () => EpochSeconds;
  /** SHA-256, hex. */
  readonly hash: (text: string) => string;
  /** Random: an id stands in keys and addresses, so it says nothing of a name. */
  readonly newDirectoryId: () => string;
};

export type Refused =
  | { readonly kind: 'not-found' }
  /** Somebody else changed it since it was read. */
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'in-use'; readonly because: Objection }
  | { readonly kind: 'invalid'; readonly errors: readonly WrongField[] };

export type Change = {
  readonly kind: 'change';
  readonly event: DirectoryEvent;
  /** The id of what changes. */
  readonly about: string;
  /** Of a member who leaves: the log goes on naming them. */
  readonly leaver?: string;
  readonly writes: readonly DirectoryWrite[];
};

/** What somebody saw of a partner, neighbourhood or member: it goes back with a change, which is refused when it is not so any more. */
export const seenOf = ({ hash }: Pick<ChangeDirectoryDeps, 'hash'>, item: object): string =>
  hash(contentOf(item)).slice(0, 32);

/**
 * Decides on the directory as it is and writes exactly on that. When anybody else wrote in between, it is decided again: a rule across the
 * directory holds whatever two people do at once.
 */
export async function changeDirectory(
  deps: ChangeDirectoryDeps,
  by: MemberId,
  decide: (content: DirectoryState) => Change | Refused | Promise<Change | Refused>,
): Promise<{ readonly kind: 'changed'; readonly about: string } | Refused> {
  return untilWritten(async () => {
    const content = await deps.editor.content();
    const decided = await decide(content);
    if (decided.kind !== 'change') return decided;
    const { event, about, leaver, writes } = decided;
    const at = deps.now();
    const removeAt = plusElapsed(at, deps.rules.retention.audit);
    const audit = { at, event, by, about, ...(leaver && { name: leaver }), removeAt };
    const written = await deps.editor.change(content.revision, writes, audit);
    return written === 'changed' ? { kind: 'changed', about } : 'conflict';
  });
}

/** The item under this id, if it still is what the caller saw. */
export function asSeen<Item extends Partner | Member | DirectoryState['neighbourhoods'][number]>(
  deps: Pick<ChangeDirectoryDeps, 'hash'>,
  items: readonly Item[],
  id: string,
  seen: string,
): { readonly kind: 'same'; readonly item: Item } | Refused {
  const item = items.find((one) => one.id === id);
  if (!item) return { kind: 'not-found' };
  return seenOf(deps, item) === seen ? { kind: 'same', item } : { kind: 'changed-meanwhile' };
}
