/** The last things that happened, kept as they are and put into words only when somebody asks. */
export type Trace = {
  note(ms: number, id: string | undefined, what: string, detail?: unknown): void;
  /** The last `count` lines; of one signal when it is named. */
  last(count: number, id?: string): readonly string[];
};

const KEPT = 4_000;

type Line = { readonly ms: number; readonly id: string | undefined; readonly what: string; readonly detail: unknown };

export function traceOf(): Trace {
  const lines: Line[] = [];
  let next = 0;
  return {
    note(ms, id, what, detail) {
      lines[next % KEPT] = { ms, id, what, detail };
      next += 1;
    },
    last(count, id) {
      const inOrder = [...lines.slice(next % KEPT), ...lines.slice(0, next % KEPT)].slice(-KEPT);
      return inOrder
        .filter((line) => id === undefined || line.id === id)
        .slice(-count)
        .map(({ ms, id: about, what, detail }) =>
          [new Date(ms).toISOString(), about ?? '-', what, detail === undefined ? '' : JSON.stringify(detail)].join(
            ' ',
          ),
        );
    },
  };
}
