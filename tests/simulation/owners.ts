import type { Directory } from '#shared/ports/directory-store.ts';
import { peopleOf } from './people.ts';
import type { Timeline } from './timeline.ts';

/** Longer than a function may take between reading the directory and writing what came of it. Milliseconds. */
const READ_BEFORE = 45_000;
const DESK = 'desk';

type Place = { readonly postcode?: string | undefined };
export type Owners = ReturnType<typeof ownersOf>;

/** Whose a signal is, by who knows the town and none of the code: the directory as it is, and as it was a moment ago. */
export function ownersOf(line: Timeline) {
  const { routes } = peopleOf(new Set());
  const known: { readonly fromMs: number; readonly directory: Directory }[] = [];

  const neighbourhoodAt = ({ postcode }: Place): string | undefined => {
    const district = routes.find(({ fourDigits }) => postcode?.startsWith(fourDigits));
    const letters = postcode?.slice(-2) ?? '';
    const part = district?.ranges?.find(({ from, until }) => from <= letters && letters <= until);
    return (part ?? district)?.neighbourhoodId;
  };
  const ownerIn = ({ neighbourhoods, partners }: Directory, place: Place): string => {
    const { partnerId } = neighbourhoods.find(({ id }) => id === neighbourhoodAt(place)) ?? {};
    return partners.find(({ id }) => id === partnerId)?.id ?? DESK;
  };
  /** Those that somebody may be working with. */
  const current = (): readonly Directory[] => {
    const since = line.nowMs() - READ_BEFORE;
    return known
      .filter((_, place) => (known[place + 1]?.fromMs ?? Number.POSITIVE_INFINITY) > since)
      .map(({ directory }) => directory);
  };

  return {
    is(directory: Directory): void {
      known.push({ fromMs: line.nowMs(), directory });
    },
    /** Who may be given what came in from there. `practisedBy`: practice is its partner's, wherever it is. */
    of: (place: Place, isHeld: boolean, practisedBy?: string): readonly string[] =>
      current().map((directory) => {
        if (isHeld) return DESK;
        if (practisedBy === undefined) return ownerIn(directory, place);
        return directory.partners.find(({ id }) => id === practisedBy)?.id ?? DESK;
      }),
    /** Where somebody works who may have left just now. */
    partnersOf: (member: unknown): readonly string[] =>
      current().flatMap(({ members }) => members.filter(({ id }) => id === member).map(({ partnerId }) => partnerId)),
    /** Who is asked to step in for this partner; undefined when it has nobody, or nobody can say as the directory has just changed. */
    backupOf(partner: string): string | undefined {
      const [directory, other] = current();
      if (!directory || other) return undefined;
      const { backupId } = directory.partners.find(({ id }) => id === partner) ?? {};
      return directory.partners.find(({ id, mailboxes }) => id === backupId && mailboxes.length > 0)?.id;
    },
    changedSince: (ms: number): boolean => (known.at(-1)?.fromMs ?? 0) > ms,
  };
}
