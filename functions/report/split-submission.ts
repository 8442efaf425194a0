import type { SignalSubmission } from '#shared/contracts/signal-submission.ts';
import { withoutUndefined } from '#shared/contracts/without-undefined.ts';
import { comesSooner } from '#shared/domain/intake.ts';
import type { Report, Reporter } from '#shared/domain/signal.ts';

/**
 * Splits what was told about the resident from what was told about the reporter: they are forgotten at different moments. What only a machine fills in is neither, so that the same form is the same signal with and without it.
 */
export function splitSubmission(submission: SignalSubmission): {
  readonly report: Report;
  readonly reporter: Reporter;
} {
  const { reporter, address, website: _website, ...report } = withoutUndefined(submission);
  const { kind, ...contact } = withoutUndefined(reporter);
  return {
    report: {
      ...report,
      address: withoutUndefined(address),
      reporterKind: report.about === 'myself' ? 'resident' : (kind ?? 'other'),
      sooner: comesSooner(report),
    },
    reporter: contact,
  };
}

export const isHoneypotFilled = ({ website }: SignalSubmission): boolean => Boolean(website?.trim());
