import { expect, it } from 'vitest';
import { LANGUAGES } from '#shared/domain/words.ts';
import { ACCOUNT_EVENTS, AUDIT_EVENTS, DIRECTORY_EVENTS } from '#shared/ports/audit-trail.ts';
import { CONSOLE_LOG } from './catalogues/console-log.ts';

it.each(LANGUAGES)('says in %s everything that an audit line can say', (language) => {
  expect(Object.keys(CONSOLE_LOG[language].events)).toEqual(
    expect.arrayContaining([...AUDIT_EVENTS, ...DIRECTORY_EVENTS, ...ACCOUNT_EVENTS]),
  );
});
