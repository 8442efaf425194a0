import { useState } from 'preact/hooks';
import { useShell } from '../shell.ts';

/** What is typed on a form so far. It outlives the form, and a session that ends, until it is saved or dropped. `isWork`: whoever closes the page is asked. */
export function useKept<Draft extends object>(key: string, start: Draft, isWork = true) {
  const { drafts } = useShell();
  const [draft, setDraft] = useState<Draft>(() => ({ ...start, ...drafts.read<Draft>(key) }));
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    drafts.keep(key, next, isWork ? { answers: Object.keys(part), typed: true } : undefined);
    setDraft(next);
  };
  return [draft, change, () => drafts.drop(key)] as const;
}
