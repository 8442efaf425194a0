import { heap } from './heap.ts';

const SECOND = 1_000;

/** The one clock of a simulated world, in milliseconds since 1970, and everything that is still to happen. */
export type Timeline = {
  readonly nowMs: () => number;
  at(ms: number, happen: () => void): void;
  after(ms: number, happen: () => void): void;
  /** Lets whoever waits for an answer wait for it. */
  pause(ms: number): Promise<void>;
  /** Lets everything happen in its order, until nothing is left. `each` comes after every single event, when nothing runs any more. */
  run(each: () => void): Promise<void>;
  /** Nothing happens any more. */
  stop(): void;
};

export function timeline(startMs: number): Timeline {
  let coming = heap<() => void>();
  let now = startMs;
  const at = (ms: number, happen: () => void): void => coming.put(Math.max(now, ms), happen);
  return {
    nowMs: () => now,
    at,
    after: (ms, happen) => at(now + ms, happen),
    pause: (ms) => new Promise((resolve) => at(now + ms, resolve)),
    stop() {
      coming = heap();
    },
    run: (each) =>
      new Promise((resolve, reject) => {
        // Between two immediates every promise that can be kept is kept; a batch of them at once spares a look at the world outside for each.
        const batch = (): void => {
          for (let count = 0; count < BATCH; count += 1) setImmediate(count < BATCH - 1 ? step : last);
        };
        let started = false;
        const step = (): void => {
          try {
            if (started) each();
            started = true;
            const next = coming.first();
            if (next === Number.POSITIVE_INFINITY) return;
            now = next;
            coming.take()?.();
          } catch (fault) {
            reject(fault);
          }
        };
        const last = (): void => {
          step();
          if (coming.first() < Number.POSITIVE_INFINITY) batch();
          else setImmediate(() => (coming.first() < Number.POSITIVE_INFINITY ? batch() : resolve()));
        };
        batch();
      }),
  };
}

const BATCH = 64;

export const seconds = (count: number): number => count * SECOND;
export const minutes = (count: number): number => count * 60 * SECOND;
export const hours = (count: number): number => count * 3_600 * SECOND;
export const days = (count: number): number => count * 86_400 * SECOND;
