// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { MailTexts } from '../mail-texts.ts';
import { mail as nl } from '../nl/mail.ts';
import { mail as en } from '../en/mail.ts';

export const MAIL: Readonly<Record<Language, MailTexts>> = { nl, en };
