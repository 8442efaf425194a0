import { describe, expect, it } from 'vitest';
import { redactingFaults } from './redact-faults.ts';

describe('a function that AWS calls by itself', () => {
  it('passes on what comes of it', async () => {
    expect(await redactingFaults(async (count: number) => count + 1)(1)).toBe(2);
  });

  it('fails under the name of the fault, without its message and its stack', async () => {
    const failing = redactingFaults(async () => {
      throw new TypeError('Kanariestraat 12');
    });
    const fault = await failing(undefined).catch((error: unknown) => error);
    expect(fault).toEqual(new Error('TypeError'));
    expect(String((fault as Error).stack)).not.toContain('Kanarie');
  });
});
