export type CleanUp = {
  /** Registers what undoes the step just taken; the last registered runs first. */
  add(undo: () => Promise<void> | void): void;
  /** Runs everything once, also when a step fails; later calls wait for the first. */
  run(): Promise<void>;
};

/** Whatever was started or made is registered here at once, so that a failure half-way leaves nothing behind. */
export function cleanUp(): CleanUp {
  const undos: (() => Promise<void> | void)[] = [];
  let running: Promise<void> | undefined;

  async function undoAll(): Promise<void> {
    const failures: unknown[] = [];
    for (let undo = undos.pop(); undo; undo = undos.pop()) {
      try {
        await undo();
      } catch (failure) {
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'not everything could be stopped');
  }

  return {
    add: (undo) => void undos.push(undo),
    run() {
      running ??= undoAll();
      return running;
    },
  };
}
