import { describe, expect, it } from 'vitest';
import { found } from './support/canary.ts';
import { failures, outsideTheTables, tablesAsText } from './support/dump.ts';
import { keptBy } from './support/person.ts';
import type { Town } from './support/town.ts';

/** After every signal with canaries in it was erased or has expired: what was typed is nowhere any more. */
export const nothingLeft = (town: Town): void => {
  describe('what was typed about people who are gone', () => {
    it('is in no table', async () => {
      expect(found(town.canaries, await tablesAsText(town))).toEqual([]);
    });

    it('is in no mail, log, schedule or failed message', async () => {
      expect(found(town.canaries, await outsideTheTables(town))).toEqual([]);
      expect(await failures(town)).toBe('');
    });

    it('is in no browser, and no browser complained or called anybody else', async () => {
      for (const person of town.browsing.everybody) {
        expect(person.complaints).toEqual([]);
        expect(found(town.canaries, person.urls.join('\n'))).toEqual([]);
        if (person.script && !person.page.isClosed()) expect(found(town.canaries, await keptBy(person))).toEqual([]);
      }
    });
  });
};
