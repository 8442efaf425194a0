import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const PROJECT = join(import.meta.dirname, '../..');
const A_START = 120_000;

let temporary: string;
let started: Started[];
beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'start-test-'));
  started = [];
});
afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  for (const line of processesLeft()) process.kill(Number.parseInt(line, 10), 'SIGKILL');
  await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
});

type Started = {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  printed(): string;
  says(text: string | RegExp): Promise<void>;
};

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [join(PROJECT, 'infra/local/start.ts'), ...args], {
    cwd: PROJECT,
    env: { ...process.env, TMPDIR: temporary, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const one: Started = {
    child,
    ended,
    printed: () => printed,
    async says(text) {
      for (let waited = 0; waited < A_START && !printed.match(text); waited += 50) {
        if (child.exitCode !== null) throw new Error(`ended before it said ${text}:\n${printed}`);
        await delay(50);
      }
      expect(printed).toMatch(text);
    },
  };
  started.push(one);
  return one;
}

/** Processes that know our temporary folder: by their arguments, or because the emulator passes its own on to its functions. */
const processesLeft = (): string[] =>
  execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(temporary));

async function nothingIsLeft(): Promise<void> {
  expect(processesLeft()).toEqual([]);
  expect((await readdir(temporary)).filter((name) => name.startsWith('omzien-'))).toEqual([]);
}

const emulatorProcessesLeft = (): string[] => processesLeft().filter((line) => line.includes('omzien-emulator-'));

describe('npm start', () => {
  it('serves the site, the API and the mails, and leaves nothing when stopped', { timeout: A_START }, async () => {
    const { child, ended, printed, says } = start(['--port', '0']);
    await says('Ctrl-C stops everything');
    const url = /form\s+(http:\S+)\//.exec(printed())?.[1] ?? '';
    const answers = ['/', '/v1/health', '/local/inbox.json'].map((path) => fetch(url + path));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(processesLeft()).not.toEqual([]);

    child.kill('SIGINT');
    expect(await ended).toBe(0);
    await nothingIsLeft();
  });

  it('stops half-way, and leaves nothing', { timeout: A_START }, async () => {
    const { child, ended, says } = start(['--port', '0']);
    await says('Emulator ready');
    child.kill('SIGTERM');
    expect(await ended).toBe(130);
    await nothingIsLeft();
  });

  it('says so and stops when the emulator dies', { timeout: A_START }, async () => {
    const { ended, printed, says } = start(['--port', '0']);
    await says('Ctrl-C stops everything');
    const emulator = processesLeft().find((line) => line.includes('emulator-launcher'));
    process.kill(Number.parseInt(emulator ?? '', 10), 'SIGKILL');
    expect(await ended).toBe(1);
    expect(printed()).toContain('The emulator ended unexpectedly');
    await nothingIsLeft();
  });

  it('takes the emulator along when it is killed itself', { timeout: A_START }, async () => {
    const { child, says } = start(['--port', '0']);
    await says('Emulator ready');
    child.kill('SIGKILL');
    // what is not our child cannot be waited for, only looked for; the CDK ends by itself
    await expect.poll(emulatorProcessesLeft, { timeout: 5_000 }).toEqual([]);
  });
});

describe('npm start says in one line', () => {
  let taken: Server | undefined;
  afterEach(() => taken?.close());

  it('that the port is in use', async () => {
    const port = await new Promise<number>((resolve) => {
      taken = createServer().listen(0, '127.0.0.1', () => {
        const address = taken?.address();
        resolve(address !== null && typeof address === 'object' ? address.port : 0);
      });
    });
    const { ended, printed } = start(['--port', String(port)]);
    expect(await ended).toBe(1);
    expect(printed()).toMatch(new RegExp(`^Port ${port} is in use\\. [^\\n]+\\n$`));
    await nothingIsLeft();
  });

  it('that it does not know an option', async () => {
    const { ended, printed } = start(['--snel']);
    expect(await ended).toBe(2);
    expect(printed()).toBe("Unknown option '--snel'. See: npm start -- --help\n");
  });
});
