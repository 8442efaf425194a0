/** What somebody did on a form just now: which answers they gave, and whether they typed them. */
type Given = { readonly answers: readonly string[]; readonly typed: boolean };

/**
 * What somebody typed and did not send yet: survives a session that ends, a step back and a failed connection. In memory only, so
 * closing the tab forgets it.
 */
export type Drafts = {
  readonly read: <Draft>(key: string) => Partial<Draft> | undefined;
  /** `given`: absent for what a form merely begins with. */
  readonly keep: <Draft extends object>(key: string, draft: Draft, given?: Given) => void;
  readonly drop: (key: string) => void;
  /** Of every form about one signal. */
  readonly dropOf: (reference: string) => void;
  readonly dropAll: () => void;
  /** Whether somebody would have to say something anew if the page went: a text, or more than one answer on a form. */
  readonly wouldBeMissed: () => boolean;
};

type Kept = { readonly draft: object; readonly answers: ReadonlySet<string>; readonly typed: ReadonlySet<string> };
const NONE: ReadonlySet<string> = new Set();

export function createDrafts(): Drafts {
  const kept = new Map<string, Kept>();
  return {
    // A key belongs to one form (`<reference>/<act>`), which reads only what it kept itself.
    read: <Draft>(key: string) => kept.get(key)?.draft as Partial<Draft> | undefined,
    keep: (key, draft, given) => {
      const { answers, typed } = kept.get(key) ?? { answers: NONE, typed: NONE };
      const now = given?.answers ?? [];
      kept.set(key, {
        draft,
        answers: new Set([...answers, ...now]),
        typed: given?.typed ? new Set([...typed, ...now]) : typed,
      });
    },
    drop: (key) => void kept.delete(key),
    dropOf: (reference) => {
      for (const key of kept.keys()) if (key.startsWith(`${reference}/`)) kept.delete(key);
    },
    dropAll: () => kept.clear(),
    wouldBeMissed: () =>
      [...kept.values()].some(({ draft, answers, typed }) => {
        const holds = new Map(Object.entries(draft));
        const given = (names: ReadonlySet<string>) => [...names].filter((name) => isGiven(holds.get(name)));
        return given(typed).length > 0 || given(answers).length > 1;
      }),
  };
}

/** An answer that was taken back is none. */
function isGiven(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== null;
}
