import { describe, expect, it, vi } from 'vitest';
import { countMailNotHandedOver, countSweep } from './metrics.ts';

vi.hoisted(() => vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'Test'));

/** The numbers that CloudWatch finds in the lines of the log, line by line. */
function countedBy(work: () => void) {
  const lines: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  work();
  spy.mockRestore();
  return lines.map((line) => {
    const { _aws, service: _function, ...counted } = JSON.parse(line);
    return counted;
  });
}

describe('what functions count', () => {
  it('is one line and one number for a sweep that got to its end, and how many failed when some did', () => {
    expect(countedBy(() => countSweep({ failed: 0 }))).toEqual([{ Swept: 1 }]);
    expect(countedBy(() => countSweep({ failed: 3 }))).toEqual([{ SweepFailed: 3, Swept: 1 }]);
  });

  it('is each mail that was not handed over', () => {
    const counted = countedBy(() => {
      countMailNotHandedOver();
      countMailNotHandedOver();
    });
    expect(counted).toEqual([{ MailNotHandedOver: 1 }, { MailNotHandedOver: 1 }]);
  });
});
