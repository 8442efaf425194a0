import type { SignalRowView } from '#shared/contracts/console.ts';
import type { ConsoleTexts } from '#shared/texts/console-texts.ts';
import type { IconName } from './parts/icon.tsx';

export type Special = {
  readonly says: Exclude<keyof ConsoleTexts['tags'], 'withDesk'>;
  readonly icon: IconName;
  /** Whether it asks for attention. */
  readonly strong: boolean;
};

type Rule = Special & { readonly when: (signal: SignalRowView) => unknown };

/** In the order in which they are shown. */
const RULES: readonly Rule[] = [
  { says: 'practice', icon: 'shield', strong: true, when: ({ practice }) => practice },
  { says: 'alarm', icon: 'late', strong: true, when: ({ alarm }) => alarm },
  { says: 'request', icon: 'person', strong: true, when: ({ requests }) => requests },
  {
    says: 'choose',
    icon: 'people',
    strong: true,
    when: ({ relation, step }) => relation === 'coordinator' && step?.name === 'choice',
  },
  { says: 'sooner', icon: 'first', strong: true, when: ({ sooner }) => sooner },
  { says: 'addressDoubted', icon: 'late', strong: true, when: ({ addressDoubted }) => addressDoubted },
  { says: 'aboutThemselves', icon: 'person', strong: false, when: ({ aboutThemselves }) => aboutThemselves },
  { says: 'escalated', icon: 'people', strong: true, when: ({ escalated }) => escalated },
  { says: 'mailTrouble', icon: 'mail', strong: true, when: ({ mailTrouble }) => mailTrouble },
];

/** What is special about a signal, beside where it stands. */
export const specialsOf = (signal: SignalRowView): readonly Special[] => RULES.filter(({ when }) => when(signal));
