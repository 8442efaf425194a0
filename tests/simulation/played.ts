/** How often each thing happened in a world: acts, mails, faults, by name. */
export type Played = {
  note(what: string): void;
  readonly counts: () => Readonly<Record<string, number>>;
};

export function playedIn(): Played {
  const counts = new Map<string, number>();
  return {
    note: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    counts: () => Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

export function addUp(all: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [what, count] of Object.entries(more)) all[what] = (all[what] ?? 0) + count;
}
