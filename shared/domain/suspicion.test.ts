import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, NOW } from '#shared/testing/builders.ts';
import { type Arrival, SHORTEST_CHECK, suspicionsOf } from './suspicion.ts';
import { plusElapsed } from './time.ts';

const page = (checkedAt: Extract<Arrival['from'], { sender: 'page' }>['checkedAt']): Arrival['from'] => ({
  sender: 'page',
  checkedAt,
});
const script = (owesWork: boolean): Arrival['from'] => ({ sender: 'script', owesWork });

describe('what makes a sender suspect', () => {
  it.each([
    ['a post of the script', script(false), []],
    ['a post of the script that owes its work', script(true), ['no-proof-of-work']],
    ['a form sent as soon as its check page was made', page(NOW), ['too-fast']],
    ['a form sent just too soon', page(plusElapsed(NOW, 1 - SHORTEST_CHECK)), ['too-fast']],
    ['a form sent after a look', page(plusElapsed(NOW, -SHORTEST_CHECK)), []],
    ['a form sent the next week', page(plusElapsed(NOW, -7 * 24 * HOUR)), []],
    ['a form for which no check page was made', page('never'), ['no-check-page']],
    ['a form while our own key cannot be read', page('unknown'), []],
  ] as const)('%s', (_what, from, suspicions) => {
    expect(suspicionsOf({ hiddenField: false, from }, NOW)).toEqual(suspicions);
    expect(suspicionsOf({ hiddenField: true, from }, NOW)).toEqual(['hidden-field', ...suspicions]);
  });

  it('is never that they have no script: who reads the page before sending is believed, however slow', () => {
    fc.assert(
      fc.property(fc.integer({ min: SHORTEST_CHECK, max: 10 ** 9 }), (age) => {
        expect(suspicionsOf({ hiddenField: false, from: page(plusElapsed(NOW, -age)) }, NOW)).toEqual([]);
      }),
    );
  });
});
