import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { SignalView } from '#shared/contracts/console.ts';
import type { Act } from '#shared/domain/life.ts';
import type { ActAnswer, ReadReason } from '../api/calls.ts';
import type { Trouble } from '../api/trouble.ts';
import { useShell } from '../shell.ts';

/** What the forms need to know of the signal they act on, and whom they tell when they are done. */
export type Work = {
  readonly signal: SignalView;
  /** Why a coordinator opened it: goes along with what they do. */
  readonly reason?: ReadReason;
  readonly finished: (act: Act, answer: ActAnswer) => void;
  /**
   * Trouble after which the form makes no sense any more: somebody was first, it was handed over, it is gone. `ours`: an earlier try of
   * this very entry had arrived after all.
   */
  readonly overtaken: (act: Act, trouble: Trouble, ours: 'no' | 'yes' | 'erasure') => void;
  /** A reason has to be given before this can be done; what was filled in is kept. */
  readonly askReason: () => void;
};

const WorkContext = createContext<Work | undefined>(undefined);
export const WorkProvider = WorkContext.Provider;
export function useWork(): Work {
  const work = useContext(WorkContext);
  if (!work) throw new Error('a form stands outside a signal');
  return work;
}

export const draftKey = (reference: string, act: Act): string => `${reference}/${act}`;

/** Of all that is asked on these forms, what is typed in words of one's own. */
const TYPED: ReadonlySet<string> = new Set(['agreements', 'because', 'duplicateOf', 'volunteer']);

/** The answers on a form so far. They outlive the form until they are sent. */
export function useDraft<Draft extends object>(act: Act, start: Draft) {
  const { drafts } = useShell();
  const key = draftKey(useWork().signal.reference, act);
  const [draft, setDraft] = useState<Draft>(() => ({ ...start, ...drafts.read<Draft>(key) }));
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    const answers = Object.keys(part);
    drafts.keep(key, next, { answers, typed: answers.some((name) => TYPED.has(name)) });
    setDraft(next);
  };
  return [draft, change] as const;
}
