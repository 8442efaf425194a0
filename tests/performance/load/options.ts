import { parseArgs } from 'node:util';

export type LoadOptions = {
  readonly on: 'emulator' | 'handlers' | 'memory';
  readonly minutes: number;
  /** Signals a second. */
  readonly rate: number;
  /** Signals within one second, after the minutes. */
  readonly burst: number;
  /** In the table before it begins. */
  readonly signals: number;
};

export const HELP = `npm run performance:load -- [--on emulator|handlers|memory] [--minutes 5] [--rate 50] [--burst 1000] [--signals 100000]

  emulator   the deployed stacks on an emulator of its own (127.0.0.1, a free port); starts with an empty table, the emulator looks at every row
  handlers   our own code alone, with DynamoDB Local (needs Java 17): 100,000 signals in the table first
  memory     our own code alone, stores in memory; empty table
`;

const PLACES = ['emulator', 'handlers', 'memory'] as const;
const MOST = { minutes: 60, rate: 500, burst: 5_000, signals: 1_000_000 } as const;

/** Throws what is wrong, as one sentence. There is no way to name another computer. */
export function parseLoadOptions(args: readonly string[]): LoadOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      on: { type: 'string', default: 'emulator' },
      minutes: { type: 'string', default: '5' },
      rate: { type: 'string', default: '50' },
      burst: { type: 'string', default: '1000' },
      signals: { type: 'string' },
    },
  });
  const on = PLACES.find((place) => place === values.on);
  if (!on) throw new RangeError(`--on takes one of ${PLACES.join(', ')}`);
  const number = (name: keyof typeof MOST, text: string, whole = true): number => {
    const given = Number(text);
    if (text !== '' && given >= 0 && given <= MOST[name] && (Number.isInteger(given) || !whole)) return given;
    throw new RangeError(`--${name} takes a ${whole ? 'whole ' : ''}number from 0 to ${MOST[name]}`);
  };
  return {
    on,
    minutes: number('minutes', values.minutes, false),
    rate: number('rate', values.rate),
    burst: number('burst', values.burst),
    signals: number('signals', values.signals ?? (on === 'handlers' ? '100000' : '0')),
  };
}
