import { CONSOLE_WORDING } from '#shared/texts/catalogues/console-wording.ts';
import type { WordingTexts } from '#shared/texts/console-wording-texts.ts';
import { useShell } from '../shell.ts';
import { ownIn } from '../texts.ts';

export function useWordingTexts(): WordingTexts {
  const { language } = useShell();
  return ownIn('console-wording', CONSOLE_WORDING[language], language);
}
