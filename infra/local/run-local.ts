import { setMaxListeners } from 'node:events';
import type { ImportedDirectory } from '#shared/contracts/directory-import.ts';
import { messageOf, StartFailure } from './start-failure.ts';
import { type LocalOmzien, startLocal } from './start-local.ts';
import { BUILT_SITE } from './web-site.ts';

type Print = (line: string) => void;

/** Terminal closed, `kill`, Ctrl-C: all mean stop. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const INTERRUPTED = 130;

/** Starts, tells where things are, and stays until stopped. Gives the exit code. */
export async function runLocal(
  options: { port: number; fast: boolean },
  write: Print,
  complain: Print,
): Promise<number> {
  const from = performance.now();
  const interrupt = new AbortController();
  setMaxListeners(0, interrupt.signal);
  const asked = new Promise<'asked'>((resolve) => {
    interrupt.signal.addEventListener('abort', () => resolve('asked'));
  });
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      if (!interrupt.signal.aborted) write('\nStopping…');
      interrupt.abort();
    });
  }

  let local: LocalOmzien;
  try {
    local = await startLocal({ ...options, siteFolder: BUILT_SITE, onProgress: write, signal: interrupt.signal });
  } catch (failure) {
    if (interrupt.signal.aborted) return INTERRUPTED;
    complain(failure instanceof StartFailure ? failure.message : inFull(failure));
    return 1;
  }
  write(welcome(local, Math.round((performance.now() - from) / 1000)));

  const end = await Promise.race([asked, local.broken]);
  if (end !== 'asked') {
    complain(end.message);
    return 1;
  }
  await local.stop();
  return 0;
}

const inFull = (failure: unknown): string => (failure instanceof Error && failure.stack) || messageOf(failure);

function welcome({ url, directory }: LocalOmzien, seconds: number): string {
  return `
Omzien runs (${seconds} s)
  form      ${url}/
  console   ${url}/console/
  mails     ${url}/local/inbox

Who can sign in to the console; the code comes by mail
${whoCanSignIn(directory)}

Ctrl-C stops everything
`;
}

function whoCanSignIn({ members, partners }: ImportedDirectory): string {
  const rows = members.map(({ name, email, role, partnerId }) => [
    name,
    email,
    role,
    partners.find(({ id }) => id === partnerId)?.name ?? 'municipality',
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`).join('\n');
}
