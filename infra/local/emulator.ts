import { closeSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { installedEmulator } from './emulator-install.ts';
import { lastLines, type ProcessGroup, startGroup } from './process-group.ts';
import { messageOf, StartFailure } from './start-failure.ts';

export type Emulator = {
  /** `http://127.0.0.1:<port>`: for AWS_ENDPOINT_URL and for the SDK's `endpoint`. */
  readonly endpoint: string;
  readonly port: number;
  readonly logFile: string;
  /** Resolves when the emulator ends without being asked to. */
  readonly died: Promise<StartFailure>;
  stop(): Promise<void>;
};

type EmulatorOptions = {
  readonly signal?: AbortSignal | undefined;
  readonly onInstall?: (() => void) | undefined;
};

const START_LIMIT_MS = 30_000;
const LAUNCHER = join(import.meta.dirname, 'emulator-launcher.py');

/** An AWS of one's own on a free port of this computer only; everything it holds is gone after `stop`. */
export async function startEmulator({ signal, onInstall }: EmulatorOptions = {}): Promise<Emulator> {
  const python = await installedEmulator({ signal, onInstall });
  const folder = await mkdtemp(join(tmpdir(), 'omzien-emulator-'));
  let group: ProcessGroup | undefined;
  let asked = false;
  const stop = async (): Promise<void> => {
    asked = true;
    await group?.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await freePort();
    const logFile = join(folder, 'emulator.log');
    group = await launch(python, { folder, port, logFile });
    const endpoint = `http://127.0.0.1:${port}`;
    await healthy(endpoint, group, logFile, signal);
    return { endpoint, port, logFile, died: unexpectedEnd(group, logFile, () => asked), stop };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

async function launch(
  python: string,
  { folder, port, logFile }: { folder: string; port: number; logFile: string },
): Promise<ProcessGroup> {
  const temporary = join(folder, 'tmp');
  await mkdir(temporary);
  const log = openSync(logFile, 'a');
  try {
    const env = emulatorEnvironment(temporary, port);
    return startGroup(python, [LAUNCHER, folder], { env, cwd: folder, output: log, stdin: 'pipe' });
  } finally {
    closeSync(log);
  }
}

/**
 * Nothing of the caller's environment but the essentials: functions inherit it, and must find neither real AWS credentials
 * nor another Node. The running Node comes first on the PATH, because the emulator runs functions with whatever `node` it finds.
 */
function emulatorEnvironment(temporary: string, port: number): NodeJS.ProcessEnv {
  const { PATH = '', HOME, LANG } = process.env;
  return {
    ...(HOME !== undefined && { HOME }),
    ...(LANG !== undefined && { LANG }),
    PATH: [dirname(process.execPath), PATH].join(delimiter),
    TMPDIR: temporary,
    BIND_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    LAMBDA_EXECUTOR: 'local',
    // listeners on fixed ports that this project has no use for
    SFTP_ENABLED: '0',
    IOT_MTLS_ENABLED: '0',
    // never the Docker containers of this computer
    DOCKER_HOST: 'unix:///nonexistent',
    S3_DATA_DIR: join(temporary, 's3'),
    STATE_DIR: join(temporary, 'state'),
    AWS_EC2_METADATA_DISABLED: 'true',
    PYTHONUNBUFFERED: '1',
  };
}

async function healthy(endpoint: string, group: ProcessGroup, logFile: string, signal?: AbortSignal): Promise<void> {
  const giveUp = Date.now() + START_LIMIT_MS;
  let end: { code: number | null } | undefined;
  void group.ended.then((how) => {
    end = how;
  });
  while (Date.now() < giveUp) {
    signal?.throwIfAborted();
    if (end) throw new StartFailure(`The emulator did not start:\n${await tailOf(logFile)}`);
    const response = await fetch(`${endpoint}/_ministack/health`, { signal: AbortSignal.timeout(2_000) }).catch(
      () => undefined,
    );
    await response?.body?.cancel();
    if (response?.ok) return;
    await delay(50);
  }
  throw new StartFailure(`The emulator gave no sign of life in ${START_LIMIT_MS / 1000} s:\n${await tailOf(logFile)}`);
}

async function unexpectedEnd(group: ProcessGroup, logFile: string, asked: () => boolean): Promise<StartFailure> {
  const { code } = await group.ended;
  if (asked()) return new Promise(() => {});
  return new StartFailure(`The emulator ended unexpectedly (exit ${code ?? 'by a signal'}):\n${await tailOf(logFile)}`);
}

const tailOf = (logFile: string): Promise<string> =>
  readFile(logFile, 'utf8').then(
    (text) => lastLines(text, 10),
    (fault: unknown) => messageOf(fault),
  );

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}
