import type { Rules } from '#shared/domain/settings.ts';
import type { Language } from '#shared/domain/words.ts';

/** What the letter says of its municipality. Plain data: the build puts it into this page's script. */
export type LetterTown = {
  readonly municipality: string;
  readonly service: string;
  readonly phone: string;
  readonly languages: readonly Language[];
  readonly controller: { readonly name: string; readonly address: string; readonly mailbox: string };
  readonly privacyOfficer: { readonly mailbox: string; readonly phone?: string | undefined };
  readonly retention: Pick<
    Rules['retention'],
    'noFollowUp' | 'notReached' | 'withoutConsent' | 'undecided' | 'consent' | 'hardCap'
  >;
};

declare const LETTER_TOWN_OF_MUNICIPALITY: LetterTown;
export const LETTER_TOWN: LetterTown = LETTER_TOWN_OF_MUNICIPALITY;
