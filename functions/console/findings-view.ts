import type { Findings } from '#shared/contracts/postcode-routes.ts';
import type { Finding } from '#shared/domain/coverage.ts';

export const findingsView = (findings: readonly Finding[]): Findings =>
  findings.map((finding) => ({ kind: finding.kind, about: aboutOf(finding) }));

function aboutOf(finding: Finding): string {
  if ('neighbourhood' in finding) return finding.neighbourhood;
  return 'partner' in finding ? finding.partner : finding.fourDigits;
}
