import type { ImportedDirectory } from '#shared/contracts/directory-import.ts';
import { coverage, type Finding, withoutPhone } from '#shared/domain/coverage.ts';

/** What an import leaves open, a line each; the same report as in the console. */
export const coverageLines = (directory: ImportedDirectory): string[] => [
  ...coverage({ clock: 'elapsed', ...directory }).map(sentence),
  ...withoutPhone(directory.partners).map(
    ({ name }) => `${name}: no phone number for colleagues (nothing fails without)`,
  ),
];

function sentence(finding: Finding): string {
  switch (finding.kind) {
    case 'no-partner':
      return `${finding.neighbourhood}: no partner, so served by the desk`;
    case 'no-postcodes':
      return `${finding.neighbourhood}: no postcode leads here`;
    case 'nobody-at-weekends':
      return `${finding.neighbourhood}: nobody reads mail at weekends (only where "clock" is "elapsed" do weekends count)`;
    case 'no-backup':
      return `${finding.partner}: no backup`;
    case 'route-to-nowhere':
      return `${finding.fourDigits}: leads to a neighbourhood that does not exist`;
  }
}
