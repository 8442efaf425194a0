import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MailboxHealth, type MailboxNews, stateOf, withNews } from './mailbox-health.ts';
import { epochSeconds } from './time.ts';

const news = (kind: MailboxNews['kind'], at: number): MailboxNews => ({ kind, at: epochSeconds(at) });
const after = (...all: readonly MailboxNews[]): MailboxHealth => all.reduce<MailboxHealth>(withNews, {});

describe('a mailbox', () => {
  it('is unknown before any news', () => {
    expect(stateOf({})).toEqual({ kind: 'unknown' });
  });

  it('takes mail since its last delivery', () => {
    expect(stateOf(after(news('delivered', 5), news('delivered', 9)))).toEqual({ kind: 'arrives', at: 9 });
  });

  it('is in trouble since the first failure after a delivery, for the last reason', () => {
    const health = after(news('bounced', 2), news('delivered', 5), news('returned', 7), news('suppressed', 9));
    expect(stateOf(health)).toEqual({ kind: 'in-trouble', since: 7, trouble: 'suppressed' });
  });

  it('is mended by the first delivery', () => {
    expect(stateOf(after(news('bounced', 7), news('delivered', 8)))).toEqual({ kind: 'arrives', at: 8 });
  });

  it('is silent when nothing is heard of a mail that was sent after the last delivery', () => {
    expect(stateOf({}, epochSeconds(3))).toEqual({ kind: 'in-trouble', since: 3, trouble: 'silent' });
    expect(stateOf(after(news('delivered', 5)), epochSeconds(3))).toEqual({ kind: 'arrives', at: 5 });
  });

  it('ends in the same state whatever came twice or in another order', () => {
    const kinds = fc.constantFrom<MailboxNews['kind']>('delivered', 'bounced', 'suppressed', 'complained', 'returned');
    const some = fc.uniqueArray(fc.tuple(kinds, fc.nat({ max: 50 })), { selector: ([, at]) => at, maxLength: 8 });
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (all, dice) => {
        const ordered = all.map(([kind, at]) => news(kind, at)).sort((a, b) => a.at - b.at);
        const shuffled = [...ordered, ...ordered]
          .map((one) => [dice.next().value ?? 0, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        const [expected, found] = [stateOf(after(...ordered)), stateOf(after(...shuffled))];
        // Since when may be told too late after news out of order, never whether.
        expect({ ...found, since: 0 }).toEqual({ ...expected, since: 0 });
      }),
    );
  });
});
