import type { MunicipalityConfig } from '../infra/config.ts';
import type { LetterTown } from './console/letter/letter-town.ts';

/** What the letter to a resident says of a municipality. */
export const letterTownOf = ({
  names,
  desk,
  languages,
  controller,
  privacyOfficer,
  rules: { retention },
}: MunicipalityConfig): LetterTown => ({
  ...names,
  phone: desk.phone,
  languages,
  controller,
  privacyOfficer,
  retention,
});
