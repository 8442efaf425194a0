/**
 * What somebody typed and did not send yet: survives a session that ends, a step back and a failed connection. In memory only, so
 * closing the tab forgets it.
 */
export type Drafts = {
  readonly read: <Draft>(key: string) => Partial<Draft> | undefined;
  readonly keep: <Draft>(key: string, draft: Draft) => void;
  readonly drop: (key: string) => void;
  readonly dropAll: () => void;
};

export function createDrafts(): Drafts {
  const kept = new Map<string, unknown>();
  return {
    // A key belongs to one form (`<reference>/<act>`), which reads only what it kept itself.
    read: <Draft>(key: string) => kept.get(key) as Partial<Draft> | undefined,
    keep: (key, draft) => void kept.set(key, draft),
    drop: (key) => void kept.delete(key),
    dropAll: () => kept.clear(),
  };
}
