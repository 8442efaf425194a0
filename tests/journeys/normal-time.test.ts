import { describe } from 'vitest';
import { bouncedMail } from './bounced-mail.ts';
import { checkedByRegisters } from './checked-by-registers.ts';
import { coordinatorsMonth } from './coordinators-month.ts';
import { desksMonth } from './desks-month.ts';
import { fromAPoster } from './from-a-poster.ts';
import { membersMonth } from './members-month.ts';
import { nothingLeft } from './nothing-left.ts';
import { onlyLooking } from './only-looking.ts';
import { outsideTheArea } from './outside-the-area.ts';
import { sameFormTwice } from './same-form-twice.ts';
import { signingIn } from './signing-in.ts';
import { aTown } from './support/town.ts';
import { visitorsMonth } from './visitors-month.ts';

/** What people do, in a town with the deadlines of a real one. */
describe('in normal time', { timeout: 90_000 }, () => {
  const town = aTown();
  sameFormTwice(town);
  bouncedMail(town);
  outsideTheArea(town);
  fromAPoster(town);
  checkedByRegisters(town);
  membersMonth(town);
  desksMonth(town);
  visitorsMonth(town);
  coordinatorsMonth(town);
  signingIn(town);
  onlyLooking(town);
  nothingLeft(town);
});
