import type { MemberId } from '#shared/domain/ids.ts';
import { changedTexts, commonPath, countOf, type TextChange } from '#shared/domain/own-texts.ts';
import { type ChangeDirectoryDeps, changeDirectory, type Refused } from './change-directory.ts';

/** All of them together lie in one item, and every function reads it each minute. */
export const MAX_OWN_TEXTS = 200;

/** Changes texts, or puts the standard ones back: all of these or none. Whether they can be said was checked before. */
export async function changeTexts(
  deps: ChangeDirectoryDeps,
  by: MemberId,
  changes: readonly TextChange[],
): Promise<{ readonly kind: 'changed'; readonly about: string } | Refused> {
  return changeDirectory(deps, by, async () => {
    const before = await deps.editor.texts();
    const item = changedTexts(before, changes);
    if (!item) return { kind: 'changed-meanwhile' };
    // Who has too many already can still put some back.
    if (countOf(item) > Math.max(MAX_OWN_TEXTS, countOf(before)))
      return { kind: 'invalid', errors: [{ field: 'changes', code: 'too-many' }] };
    const about = commonPath(changes.map(({ path }) => path));
    return { kind: 'change', event: 'change-texts', about, writes: [{ put: 'texts', item }] };
  });
}
