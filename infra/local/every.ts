import { setTimeout as delay } from 'node:timers/promises';

/** Repeats a task, never two at a time, until stopped; `stop` waits for the run that is under way. A failed run is only skipped. */
export function every(milliseconds: number, task: () => Promise<void>): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = repeat();

  async function repeat(): Promise<void> {
    while (!stopping.signal.aborted) {
      await delay(milliseconds, undefined, { signal: stopping.signal }).catch(() => {});
      if (!stopping.signal.aborted) await task().catch(() => {});
    }
  }
  return {
    stop() {
      stopping.abort();
      return running;
    },
  };
}
