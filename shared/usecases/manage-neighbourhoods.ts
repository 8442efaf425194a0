import type { Neighbourhood } from '#shared/domain/directory.ts';
import { objectionToRemovingNeighbourhood, wrongInNeighbourhood } from '#shared/domain/directory-rules.ts';
import { type MemberId, type NeighbourhoodId, neighbourhoodId } from '#shared/domain/ids.ts';
import { asSeen, type ChangeDirectoryDeps, changeDirectory, type Refused } from './change-directory.ts';

export type NeighbourhoodEntry = Omit<Neighbourhood, 'id'>;
type Changed = { readonly kind: 'changed'; readonly about: string } | Refused;

export async function addNeighbourhood(
  deps: ChangeDirectoryDeps,
  by: MemberId,
  entry: NeighbourhoodEntry,
): Promise<Changed> {
  const id = neighbourhoodId(deps.newDirectoryId());
  return changeDirectory(deps, by, (content) => {
    const item = { id, ...entry };
    const errors = wrongInNeighbourhood(content, item);
    if (errors.length > 0) return { kind: 'invalid', errors };
    return { kind: 'change', event: 'add-neighbourhood', about: id, writes: [{ put: 'neighbourhood', item }] };
  });
}

/** Another partner gets the new signals; what the one before has stays with it. */
export async function changeNeighbourhood(
  deps: ChangeDirectoryDeps,
  by: MemberId,
  { id, seen, entry }: { readonly id: NeighbourhoodId; readonly seen: string; readonly entry: NeighbourhoodEntry },
): Promise<Changed> {
  return changeDirectory(deps, by, (content) => {
    const found = asSeen(deps, content.neighbourhoods, id, seen);
    if (found.kind !== 'same') return found;
    const item = { id, ...entry };
    const errors = wrongInNeighbourhood(content, item);
    if (errors.length > 0) return { kind: 'invalid', errors };
    return { kind: 'change', event: 'change-neighbourhood', about: id, writes: [{ put: 'neighbourhood', item }] };
  });
}

/** Refused while a postcode leads to it: its signals would go to the desk without anybody having chosen that. */
export async function removeNeighbourhood(
  deps: ChangeDirectoryDeps,
  by: MemberId,
  { id, seen }: { readonly id: NeighbourhoodId; readonly seen: string },
): Promise<Changed> {
  return changeDirectory(deps, by, async (content) => {
    const found = asSeen(deps, content.neighbourhoods, id, seen);
    if (found.kind !== 'same') return found;
    const objection = objectionToRemovingNeighbourhood((await deps.editor.routes()).routes, id);
    if (objection) return { kind: 'in-use', because: objection };
    return { kind: 'change', event: 'remove-neighbourhood', about: id, writes: [{ remove: 'neighbourhood', id }] };
  });
}
