import { handOverAll } from '#shared/usecases/hand-over-all.ts';
import { addMember, changeMember, removeMember } from '#shared/usecases/manage-members.ts';
import { addNeighbourhood, changeNeighbourhood, removeNeighbourhood } from '#shared/usecases/manage-neighbourhoods.ts';
import { addPartner, changePartner, removePartner } from '#shared/usecases/manage-partners.ts';

/**
 * Changes of partners, members and neighbourhoods, and who takes over all of a partner. In a file of its own beside the function's (see infra/constructs/function-code.ts): a few
 * in a month, of one person.
 */
export const staffChanges = {
  addMember,
  changeMember,
  removeMember,
  addNeighbourhood,
  changeNeighbourhood,
  removeNeighbourhood,
  addPartner,
  changePartner,
  removePartner,
  handOverAll,
};
