import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { StartFailure } from './start-failure.ts';

export type ProcessGroup = {
  readonly child: ChildProcess;
  /** Resolves when the first process of the group has ended, whatever its reason. Never rejects. */
  readonly ended: Promise<{ code: number | null }>;
  /** Ends the process with everything it started, and waits for it. */
  end(): Promise<void>;
};

type SpawnOptions = {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** A file descriptor for both outputs, or a pipe for each. */
  readonly output: number | 'pipe';
  readonly stdin?: 'ignore' | 'pipe';
};

/**
 * A group of its own: Ctrl-C in the terminal then reaches only us, and one signal ends the process with its grandchildren
 * (the emulator's warm functions, the CDK's bundler). Nothing we start has state worth a gentle goodbye.
 */
export function startGroup(command: string, args: readonly string[], options: SpawnOptions): ProcessGroup {
  const { env, cwd, output, stdin = 'ignore' } = options;
  const child = spawn(command, args, { env, cwd, detached: true, stdio: [stdin, output, output] });
  child.stdin?.on('error', () => {}); // the reader may be gone already
  const ended = new Promise<{ code: number | null }>((resolve) => {
    child.once('error', () => resolve({ code: null }));
    child.once('exit', (code) => resolve({ code }));
  });
  const killOnExit = (): void => killGroup(child.pid);
  process.once('exit', killOnExit);
  return {
    child,
    ended,
    async end() {
      killGroup(child.pid);
      await ended;
      await groupGone(child.pid);
      process.off('exit', killOnExit);
    },
  };
}

const TAIL_CHARACTERS = 20_000;

/** Runs a command to its end and gives its exit code and the tail of what it said. Ends it when `signal` aborts. */
export async function runToEnd(
  command: string,
  args: readonly string[],
  { env, cwd, signal }: { env: NodeJS.ProcessEnv; cwd?: string; signal?: AbortSignal | undefined },
): Promise<{ code: number | null; output: string }> {
  signal?.throwIfAborted();
  const group = startGroup(command, args, { env, output: 'pipe', ...(cwd !== undefined && { cwd }) });
  let output = '';
  const keep = (chunk: string): void => {
    output = (output + chunk).slice(-TAIL_CHARACTERS);
  };
  group.child.stdout?.setEncoding('utf8').on('data', keep);
  group.child.stderr?.setEncoding('utf8').on('data', keep);
  const end = (): void => killGroup(group.child.pid);
  signal?.addEventListener('abort', end, { once: true });
  const closed = new Promise<void>((resolve) => {
    group.child.once('close', () => resolve());
    group.child.once('error', () => resolve());
  });
  const { code } = await group.ended;
  await group.end(); // a grandchild that stayed behind would keep the pipes open
  await closed;
  signal?.removeEventListener('abort', end);
  signal?.throwIfAborted();
  return { code, output };
}

/** Runs a command that must succeed; otherwise `whatFailed` and the last lines it printed. */
export async function runOrFail(
  whatFailed: string,
  command: string,
  args: readonly string[],
  options: { env: NodeJS.ProcessEnv; cwd?: string; signal?: AbortSignal | undefined },
): Promise<string> {
  const { code, output } = await runToEnd(command, args, options);
  if (code !== 0) throw new StartFailure(`${whatFailed}\n${lastLines(output, 30)}`);
  return output;
}

export const lastLines = (text: string, count: number): string => text.trimEnd().split('\n').slice(-count).join('\n');

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // nobody left in the group
  }
}

/** Killed processes vanish when their new parent has collected them. Where nobody collects (some containers) they stay listed, dead. */
async function groupGone(pid: number | undefined): Promise<void> {
  if (pid === undefined) return;
  for (let waited = 0; waited < 500; waited += 20) {
    try {
      process.kill(-pid, 0);
    } catch {
      return;
    }
    await delay(20);
  }
}
