import type { Settings } from '#shared/domain/settings.ts';
import type { Language } from '#shared/domain/words.ts';
import { withOwnTexts } from '#shared/texts/own-texts.ts';
import { type Texts, textsIn } from '#shared/texts/texts.ts';

/** What every page knows of its municipality and its reader. */
export type PageContext = {
  readonly language: Language;
  readonly municipality: string;
  /** Ours, with the municipality's own in their place. */
  readonly texts: Texts;
  readonly service: Settings['service'];
  readonly colours: Settings['colours'];
  readonly baseUrl: string;
  readonly desk: { readonly name: string; readonly phone: string };
  readonly contact: Settings['contact'];
  readonly controller: Settings['controller'];
  readonly privacyOfficer: Settings['privacyOfficer'];
  readonly reporterContact: Settings['reporterContact'];
  readonly proofOfWorkBits?: number | undefined;
  readonly rules: Pick<Settings['rules'], 'clock' | 'durations' | 'retention' | 'registers'>;
};

/** For pages that a function answers with. */
export const contextOf = (settings: Settings, language: Language): PageContext => ({
  language,
  municipality: settings.municipality,
  texts: withOwnTexts(textsIn(language), language, settings.texts),
  service: settings.service,
  colours: settings.colours,
  baseUrl: settings.baseUrl,
  desk: settings.desk,
  contact: settings.contact,
  controller: settings.controller,
  privacyOfficer: settings.privacyOfficer,
  reporterContact: settings.reporterContact,
  proofOfWorkBits: settings.proofOfWorkBits,
  rules: settings.rules,
});

export const textsOf = ({ texts }: PageContext): Texts => texts;
