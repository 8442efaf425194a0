/**
 * Waits for all, and when one fails ends the others through `abort` and waits until they really ended: nothing may still be
 * starting while what was started is being stopped.
 */
export async function together<T extends readonly unknown[]>(
  abort: AbortController,
  tasks: { readonly [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  const watched = tasks.map((task) =>
    task.catch((reason: unknown) => {
      abort.abort(reason);
      throw reason;
    }),
  );
  await Promise.allSettled(watched);
  abort.signal.throwIfAborted();
  return Promise.all(tasks) as Promise<T>;
}
