import type { Act } from '#shared/domain/life.ts';
import type { DoorWord } from '#shared/texts/console-texts.ts';
import type { AttemptDraft } from './attempt-form.tsx';
import type { ContactDraft } from './contact-form.tsx';

/** The first thing that somebody at a door can say, in the order of how often it is said; danger stands apart. */
export const DOOR_CHOICES = [
  'nobody-home',
  'spoke',
  'no-worry',
  'wants-contact',
  'referred',
  'danger',
] as const satisfies readonly DoorWord[];

type Start =
  | { readonly act: 'attempt'; readonly draft: Partial<AttemptDraft> }
  | { readonly act: 'contact'; readonly draft: Partial<ContactDraft> }
  | { readonly act: 'alarm'; readonly draft: object };

/** Nothing that comes from the resident is chosen beforehand: not the consent, nor whether they were told. */
const SPOKEN = { alarm: false, ready: 'no', outcome: undefined } as const;

/** What a choice fills in on the form that it leads to. Whoever chooses anything but danger said that there is none. */
export const START_AT: Readonly<Record<DoorWord, Start>> = {
  'nobody-home': { act: 'attempt', draft: { way: 'visit', result: 'nobody-home' } },
  spoke: { act: 'contact', draft: { ...SPOKEN, door: 'spoke' } },
  'no-worry': { act: 'contact', draft: { ...SPOKEN, door: 'no-worry', ready: 'yes', outcome: 'seen-well' } },
  'wants-contact': { act: 'contact', draft: { ...SPOKEN, door: 'wants-contact', wishes: ['talk'] } },
  referred: { act: 'contact', draft: { ...SPOKEN, door: 'referred' } },
  danger: { act: 'alarm', draft: {} },
};

export const possibleAtDoor = (acts: readonly Act[]): DoorWord[] =>
  DOOR_CHOICES.filter((choice) => acts.includes(START_AT[choice].act));
