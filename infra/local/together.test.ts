import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { together } from './together.ts';

it('ends the others when one fails, and waits until they have ended', async () => {
  const abort = new AbortController();
  let ended = false;
  const slow = new Promise<void>((_, reject) => {
    abort.signal.addEventListener('abort', async () => {
      await delay(10);
      ended = true;
      reject(new Error('aborted'));
    });
  });
  await expect(together(abort, [slow, Promise.reject(new Error('the cause'))])).rejects.toThrow('the cause');
  expect(ended).toBe(true);
});
