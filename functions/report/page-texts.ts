import type { OwnTexts } from '#shared/domain/own-texts.ts';
import type { Settings } from '#shared/domain/settings.ts';

export type PageTextsDeps = {
  readonly settings: Settings;
  /** The municipality's own texts as they are now. Never fails. */
  readonly textsNow: () => Promise<OwnTexts>;
};

/** What a page is made of: the settings with the texts of this moment. */
export const settingsNow = async ({ settings, textsNow }: PageTextsDeps): Promise<Settings> => ({
  ...settings,
  texts: await textsNow(),
});
