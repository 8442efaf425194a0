import type { PartnerId } from './ids.ts';
import type { Assignment, Signal } from './signal.ts';
import type { EpochSeconds } from './time.ts';

/** The next owner's: counts on, keeps the neighbourhood and remembers who had it before. By a person, or by the system. */
export function nextAssignment({ assignment }: Signal, ownerId: PartnerId, since: EpochSeconds): Assignment {
  const former = assignment ? [...assignment.formerOwners, assignment.ownerId] : [];
  return {
    number: (assignment?.number ?? 0) + 1,
    ownerId,
    ...(assignment?.neighbourhoodId && { neighbourhoodId: assignment.neighbourhoodId }),
    since,
    formerOwners: [...new Set(former)].filter((id) => id !== ownerId),
  };
}
