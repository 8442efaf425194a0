/** Every heading of docs/runbook.md, which is the last part of the name of an alarm. A test compares them with the stacks and the page. */
export const RUNBOOK_HEADINGS = [
  'the-form-fails',
  'the-console-fails',
  'new-signals-are-announced-late',
  'the-clock-fails',
  'the-clock-stands-still',
  'a-signal-gets-no-further',
  'mail-does-not-go-out',
  'the-api-answers-with-faults',
  'changes-run-behind',
  'changes-fail-one-by-one',
  'changes-were-given-up',
  'wake-ups-were-given-up',
  'mail-events-are-not-recorded',
  'mail-events-were-given-up',
  'a-signal-outlived-its-promise',
  'a-signal-is-lost',
  'a-closed-signal-is-gone-early',
  'a-signal-is-not-in-the-figures',
  'an-erased-signal-came-back',
  'the-figures-lost-signals',
] as const;
export type RunbookHeading = (typeof RUNBOOK_HEADINGS)[number];
