import { setTimeout as delay } from 'node:timers/promises';

/** What a signal is passed on to. */
export type Target = {
  /** The answer to one form; the same key is the same form. */
  post(key: string): Promise<{ readonly status: number; readonly reference?: string }>;
  /** The HTTP status of asking after a number. */
  askAfter(reference: string): Promise<number>;
  /** Numbers of the signals whose owner was written to. */
  told(): Promise<ReadonlySet<string>>;
};

/** What came of the forms of one phase. */
export type Phase = {
  readonly name: string;
  readonly sent: number;
  readonly accepted: readonly string[];
  /** Answered with 429, or not at all, and sent again with the same key, as the form does. */
  readonly sentAgain: number;
  /** Answers that nobody may get, by their status; 0: no answer. */
  readonly failed: ReadonlyMap<number, number>;
  /** Milliseconds from the moment at which it was to be sent until its answer, in order of size. */
  readonly took: readonly number[];
  /** From the first moment to the last answer. */
  readonly seconds: number;
};

const TRIES = 5;
const NO_ANSWER = 0;
const TOO_MANY = 429;
const CREATED = 201;

/**
 * Sends at its own pace, whatever the answers do, as people would: who waits for an answer before sending the next one measures no queue.
 */
export async function drive(
  target: Pick<Target, 'post'>,
  { name, count, perSecond, newKey }: { name: string; count: number; perSecond: number; newKey: () => string },
): Promise<Phase> {
  const accepted: string[] = [];
  const failed = new Map<number, number>();
  const took: number[] = [];
  let sentAgain = 0;

  const one = async (due: number): Promise<void> => {
    const key = newKey();
    for (let tries = 1; ; tries += 1) {
      const { status, reference } = await target.post(key).catch(() => ({ status: NO_ANSWER, reference: undefined }));
      if ((status === TOO_MANY || status === NO_ANSWER) && tries < TRIES) {
        sentAgain += 1;
        await delay(1_000);
        continue;
      }
      took.push(performance.now() - due);
      if (status === CREATED && reference) accepted.push(reference);
      else failed.set(status, (failed.get(status) ?? 0) + 1);
      return;
    }
  };

  const began = performance.now();
  const running: Promise<void>[] = [];
  for (let number = 0; number < count; number += 1) {
    const due = began + (number * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await delay(early);
    // The answers need their turn as well, also when we are late.
    else if (number % 10 === 0) await delay(0);
    running.push(one(due));
  }
  await Promise.all(running);
  return {
    name,
    sent: count,
    accepted,
    sentAgain,
    failed,
    took: took.toSorted((a, b) => a - b),
    seconds: (performance.now() - began) / 1_000,
  };
}

/** The numbers among these that nobody can find any more. */
export async function lostAmong(target: Pick<Target, 'askAfter'>, numbers: readonly string[]): Promise<string[]> {
  const lost: string[] = [];
  const waiting = [...numbers];
  const ask = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      if ((await target.askAfter(next).catch(() => 0)) !== 200) lost.push(next);
  };
  await Promise.all(Array.from({ length: 8 }, ask));
  return lost;
}

/** Waits until the owner of each was written to, `seconds` at most. Gives those that stayed untold and how long it took. */
export async function untoldAmong(
  target: Pick<Target, 'told'>,
  numbers: readonly string[],
  { seconds, every }: { seconds: number; every: number },
): Promise<{ readonly untold: readonly string[]; readonly seconds: number }> {
  const began = performance.now();
  for (;;) {
    const told = await target.told();
    const untold = numbers.filter((number) => !told.has(number));
    const passed = (performance.now() - began) / 1_000;
    if (untold.length === 0 || passed >= seconds) return { untold, seconds: passed };
    await delay(every * 1_000);
  }
}

/** The value that this part of the values stays under. Of none it is 0. */
export const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0;
