import { present } from '#shared/contracts/present.ts';
import type { SignalSubmission } from '#shared/contracts/signal-submission.ts';
import { comesSooner } from '#shared/domain/intake.ts';
import type { Report, Reporter } from '#shared/domain/signal.ts';

/**
 * Splits what was told about the resident from what was told about the reporter: they are forgotten at different moments. What only a machine fills in is neither, so that the same form is the same signal with and without it.
 */
export function told(submission: SignalSubmission): { readonly report: Report; readonly reporter: Reporter } {
  const { reporter, address, website: _website, ...report } = present(submission);
  const { kind, ...contact } = present(reporter);
  return {
    report: {
      ...report,
      address: present(address),
      reporterKind: report.about === 'myself' ? 'resident' : (kind ?? 'other'),
      sooner: comesSooner(report),
    },
    reporter: contact,
  };
}

export const isHoneypotFilled = ({ website }: SignalSubmission): boolean => Boolean(website?.trim());
