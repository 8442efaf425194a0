// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { ConsoleTexts } from '../console-texts.ts';
import type { Words } from '../words.ts';

export type Spoken = { readonly console: ConsoleTexts; readonly words: Words };

export const LOAD_CONSOLE: Readonly<Record<Language, () => Promise<Spoken>>> = {
  nl: async () => {
    const [{ consoleTexts: console }, { words }] = await Promise.all([
      import('../nl/console.ts'),
      import('../nl/words.ts'),
    ]);
    return { console, words };
  },
  en: async () => {
    const [{ consoleTexts: console }, { words }] = await Promise.all([
      import('../en/console.ts'),
      import('../en/words.ts'),
    ]);
    return { console, words };
  },
};
