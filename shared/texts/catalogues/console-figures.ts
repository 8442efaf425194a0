// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { FiguresTexts } from '../console-figures-texts.ts';
import { figures as nl } from '../nl/console-figures.ts';
import { figures as en } from '../en/console-figures.ts';

export const CONSOLE_FIGURES: Readonly<Record<Language, FiguresTexts>> = { nl, en };
