import { useState } from 'preact/hooks';
import { useShell } from '../shell.ts';

/** What is typed on a form so far. It outlives the form, and a session that ends, until it is saved or dropped. */
export function useKept<Draft extends object>(key: string, start: Draft) {
  const { drafts } = useShell();
  const [draft, setDraft] = useState<Draft>(() => ({ ...start, ...drafts.read<Draft>(key) }));
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    drafts.keep(key, next);
    setDraft(next);
  };
  return [draft, change, () => drafts.drop(key)] as const;
}
