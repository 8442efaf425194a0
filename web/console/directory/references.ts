import { parseSignalId } from '#shared/domain/ids.ts';
import { inFours } from '#shared/domain/in-fours.ts';

/** `0A1B-2C3D-4E5F-6G7H, …`: as they stand on the list of the team. */
export const inWords = (references: readonly string[]): string =>
  references
    .map(parseSignalId)
    .filter((id) => id !== undefined)
    .map(inFours)
    .join(', ');
