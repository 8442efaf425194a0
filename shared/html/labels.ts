import type { ControlName } from '#shared/contracts/report-form.ts';
import type { Texts } from '#shared/texts/texts.ts';

/** What stands above each control: the summary of mistakes and the check page call it the same. */
export function labelOf({ form }: Texts, name: ControlName): string {
  const labels: Readonly<Record<ControlName, string>> = {
    about: form.about.legend,
    'address.postcode': form.address.postcode,
    'address.houseNumber': form.address.houseNumber,
    'address.houseNumberAddition': form.address.addition,
    'address.street': form.address.street,
    'address.town': form.address.town,
    reasons: form.reasons.legend,
    notSeenSince: form.notSeenSince.legend,
    explanation: form.explanation.label,
    alreadyTried: form.alreadyTried.legend,
    residentKnows: form.residentKnows.legend,
    wishes: form.wishes.legend,
    bestTime: form.bestTime.legend,
    'reporter.kind': form.reporter.kindLegend,
    'reporter.name': form.reporter.name,
    'reporter.phone': form.reporter.phone,
    'reporter.email': form.reporter.email,
    'reporter.mayBeContacted': form.reporter.mayBeContacted,
    'reporter.mayBeNamed': form.reporter.mayBeNamed,
    'reporter.wantsUpdates': form.reporter.wantsUpdates,
    language: form.hidden.language,
    source: form.hidden.source,
    website: form.start.honeypot,
  };
  return labels[name];
}
