import { parseArgs } from 'node:util';

export type Options =
  | { readonly kind: 'start'; readonly port: number; readonly fast: boolean }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

const DEFAULT_PORT = 3000;

export const HELP = `Omzien on this computer: the real stacks on an AWS emulator, no AWS account needed.

  npm start                    starts everything; Ctrl-C stops everything
  npm start -- --port 3100     on another port (default ${DEFAULT_PORT}; 0 takes a free one)
  npm start -- --fast          hours become seconds, to see reminders and deadlines pass
  npm start -- --help          this text

It needs Node 24 (npm ci brings it) and Python 3.10 or newer with venv. The first start installs
the emulator under .emulator/ and needs a network; after that none is needed.
`;

export function parseOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, fast: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return { kind: 'help' };
    const port = parsePort(values.port ?? String(DEFAULT_PORT));
    if (port === undefined) return wrong(`--port takes a number from 0 to 65535, not '${values.port}'`);
    return { kind: 'start', port, fast: values.fast ?? false };
  } catch (error) {
    return wrong(error instanceof Error ? firstSentence(error.message) : String(error));
  }
}

const wrong = (problem: string): Options => ({ kind: 'wrong', message: `${problem}. See: npm start -- --help` });

/** parseArgs goes on to explain how to pass a dash as a value; nobody means that here. */
const firstSentence = (text: string): string => text.split(/[.\n]/, 1)[0] ?? text;

function parsePort(text: string): number | undefined {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : undefined;
}
