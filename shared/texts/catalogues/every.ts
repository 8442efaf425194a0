// Made by `npm run languages` from the folders of shared/texts.
import { WORDS } from './words.ts';
import { FORM } from './form.ts';
import { SITE } from './site.ts';
import { ERRORS } from './errors.ts';
import { MAIL } from './mail.ts';
import { CONSOLE } from './console.ts';
import { KIT } from './kit.ts';
import { CONSOLE_ACCOUNT } from './console-account.ts';
import { CONSOLE_DIRECTORY } from './console-directory.ts';
import { CONSOLE_FIGURES } from './console-figures.ts';
import { CONSOLE_GUIDE } from './console-guide.ts';
import { CONSOLE_LETTER } from './console-letter.ts';
import { CONSOLE_LOG } from './console-log.ts';
import { CONSOLE_MATERIAL } from './console-material.ts';
import { CONSOLE_PRACTICE } from './console-practice.ts';
import { CONSOLE_STATUS } from './console-status.ts';
import { CONSOLE_WORDING } from './console-wording.ts';

export const EVERY = { 'words': WORDS, 'form': FORM, 'site': SITE, 'errors': ERRORS, 'mail': MAIL, 'console': CONSOLE, 'kit': KIT, 'console-account': CONSOLE_ACCOUNT, 'console-directory': CONSOLE_DIRECTORY, 'console-figures': CONSOLE_FIGURES, 'console-guide': CONSOLE_GUIDE, 'console-letter': CONSOLE_LETTER, 'console-log': CONSOLE_LOG, 'console-material': CONSOLE_MATERIAL, 'console-practice': CONSOLE_PRACTICE, 'console-status': CONSOLE_STATUS, 'console-wording': CONSOLE_WORDING };
