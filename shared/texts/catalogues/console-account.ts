// Made by `npm run languages` from the folders of shared/texts.
import type { Language } from '#shared/domain/languages.ts';
import type { AccountTexts } from '../console-account-texts.ts';
import { account as nl } from '../nl/console-account.ts';
import { account as en } from '../en/console-account.ts';

export const CONSOLE_ACCOUNT: Readonly<Record<Language, AccountTexts>> = { nl, en };
