import type { SignalSubmissionInput } from '#shared/contracts/signal-submission.ts';

const NUMBERS = 9_999;
let sent = 0;

/** A form about nobody: the postcode lies in the demo's area, the house number goes round. */
export function aForm(): SignalSubmissionInput {
  sent += 1;
  return {
    about: 'someone-else',
    address: { postcode: '3011AB', houseNumber: (sent % NUMBERS) + 1 },
    reasons: ['stays-away'],
    reporter: { kind: 'shop' },
  };
}
