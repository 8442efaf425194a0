import { describe } from 'vitest';
import { bouncedMail } from './bounced-mail.ts';
import { checkedByRegisters } from './checked-by-registers.ts';
import { erasedAtTheDoor } from './erased-at-the-door.ts';
import { fromAPoster } from './from-a-poster.ts';
import { nothingLeft } from './nothing-left.ts';
import { onlyLooking } from './only-looking.ts';
import { outsideTheArea } from './outside-the-area.ts';
import { passkeys } from './passkeys.ts';
import { sameFormTwice } from './same-form-twice.ts';
import { signalToClosing } from './signal-to-closing.ts';
import { signingIn } from './signing-in.ts';
import { aTown } from './support/town.ts';
import { twoMembers } from './two-members.ts';

/** What people do, in a town with the deadlines of a real one. */
describe('in normal time', { timeout: 90_000 }, () => {
  const town = aTown();
  sameFormTwice(town);
  bouncedMail(town);
  outsideTheArea(town);
  fromAPoster(town);
  checkedByRegisters(town);
  signalToClosing(town);
  erasedAtTheDoor(town);
  twoMembers(town);
  signingIn(town);
  passkeys(town);
  onlyLooking(town);
  nothingLeft(town);
});
