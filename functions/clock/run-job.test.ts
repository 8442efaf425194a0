import { describe, expect, it } from 'vitest';
import { aSignalId, NOW } from '#shared/testing/builders.ts';
import { runJob } from './run-job.ts';

async function run(event: unknown) {
  const done: string[] = [];
  const handler = runJob({
    advance: async (id) => void done.push(`advance ${id}`),
    sweep: async () => void done.push('sweep'),
    daily: async () => void done.push('daily'),
    books: async () => void done.push('books'),
    alarm: async (heading, { at, ringing }) => void done.push(`${heading} ${ringing} ${at}`),
  });
  expect(await handler(event)).toBeUndefined();
  return done;
}

describe('the clock', () => {
  it.each([
    [{ job: 'advance', signalId: aSignalId(7) }, [`advance ${aSignalId(7)}`]],
    [{ job: 'sweep' }, ['sweep']],
    [{ job: 'daily' }, ['daily']],
    [{ job: 'books' }, ['books']],
    [
      { job: 'alarm', name: 'Omzien-demo-Service/the-form-fails', state: 'ALARM', at: '2026-03-03T10:00:00Z' },
      [`the-form-fails true ${NOW}`],
    ],
    [
      { job: 'alarm', name: 'Omzien-demo-Service/the-form-fails', state: 'OK', at: '2026-03-03T10:00:00Z' },
      [`the-form-fails false ${NOW}`],
    ],
  ])('does %j', async (event, expected) => {
    expect(await run(event)).toEqual(expected);
  });

  it.each([undefined, {}, { job: 'tea' }, { job: 'advance' }, { job: 'advance', signalId: 'x' }, '{"job":"sweep"}'])(
    'throws on %j, so that a schedule that nobody understands is seen',
    async (event) => {
      await expect(run(event)).rejects.toThrow();
    },
  );

  it('throws when its work fails, so that the schedule tries again', async () => {
    const fails = async () => {
      throw new Error('out of order');
    };
    const handler = runJob({ advance: fails, sweep: fails, daily: fails, books: fails, alarm: fails });
    for (const job of ['sweep', 'daily', 'books']) await expect(handler({ job })).rejects.toThrow('out of order');
    await expect(handler({ job: 'advance', signalId: aSignalId(7) })).rejects.toThrow('out of order');
  });
});
