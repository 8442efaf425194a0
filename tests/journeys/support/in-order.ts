import { afterEach, beforeEach, describe } from 'vitest';

/** The steps of one journey: each needs what the one before it did, so after a failure the others are skipped. */
export function inOrder(journey: string, steps: () => void): void {
  describe(journey, () => {
    let broken = false;
    beforeEach(({ skip }) => skip(broken, 'an earlier step of this journey failed'));
    afterEach(({ task }) => {
      broken ||= task.result?.state === 'fail';
    });
    steps();
  });
}
