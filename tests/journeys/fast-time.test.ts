import { describe } from 'vitest';
import { backupsMonth } from './backups-month.ts';
import { closedAndExpired } from './closed-and-expired.ts';
import { nobodyActs } from './nobody-acts.ts';
import { nothingLeft } from './nothing-left.ts';
import { directoryWithSilence, silentMailbox } from './silent-mailbox.ts';
import { aTown } from './support/town.ts';

/** What happens by itself, in a town where hours are seconds. Each signal goes its own way, so they are all under way at once. */
describe('in fast time', () => {
  const town = aTown({ fast: true, directory: directoryWithSilence });
  describe('a signal', () => {
    nobodyActs(town);
    backupsMonth(town);
    silentMailbox(town);
    closedAndExpired(town);
  });
  nothingLeft(town);
});
