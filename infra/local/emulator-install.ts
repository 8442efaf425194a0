import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { lastLines, runToEnd } from './process-group.ts';
import { findPython } from './python.ts';
import { StartFailure } from './start-failure.ts';

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
const FOLDER = join(import.meta.dirname, '../../.emulator');
const UNFINISHED = 'unfinished-';
const AN_HOUR = 3_600_000;

type InstallOptions = {
  readonly signal?: AbortSignal | undefined;
  readonly onInstall?: (() => void) | undefined;
  readonly folder?: string;
  readonly environment?: NodeJS.ProcessEnv;
};

/**
 * Gives the Python of a private virtual environment that holds exactly `requirements.txt`, and makes it when it is not there.
 * It is made under another name and renamed as the last step: what carries the final name is complete, also when an earlier
 * install was interrupted or two starts install at the same time.
 */
export async function installedEmulator({
  signal,
  onInstall,
  folder = FOLDER,
  environment = process.env,
}: InstallOptions = {}): Promise<string> {
  const digest = createHash('sha256')
    .update(await readFile(REQUIREMENTS))
    .digest('hex')
    .slice(0, 12);
  const home = join(folder, digest);
  const python = join(home, 'bin/python');
  const run = { env: withoutPythonSettings(environment), signal };
  if (await works(python, run)) return python;

  const basePython = await findPython(run);
  onInstall?.();
  await mkdir(folder, { recursive: true });
  await removeUnfinished(folder);
  const unfinished = await mkdtemp(join(folder, UNFINISHED));
  try {
    await makeEnvironment(basePython, unfinished, run);
    if (!(await works(python, run))) await rm(home, { recursive: true, force: true }); // its base Python is gone
    await rename(unfinished, home).catch(async (fault: unknown) => {
      if (!(await works(python, run))) throw fault; // another start was first: use that one
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return python;
}

type Run = { readonly env: NodeJS.ProcessEnv; readonly signal: AbortSignal | undefined };

/** What somebody set for their own Python must not reach into this one. Where pip finds its packages (mirror, proxy) stays theirs. */
const withoutPythonSettings = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(PYTHON|VIRTUAL_ENV$|PIP_(USER|TARGET|PREFIX)$)/.test(name)),
  );

async function works(python: string, run: Run): Promise<boolean> {
  const there = await access(python).then(
    () => true,
    () => false,
  );
  if (!there) return false;
  const { code } = await runToEnd(python, ['-c', 'import hypercorn, ministack'], run);
  return code === 0;
}

async function makeEnvironment(basePython: string, home: string, run: Run): Promise<void> {
  const venv = await runToEnd(basePython, ['-m', 'venv', home], run);
  if (venv.code !== 0) {
    throw new StartFailure(`Python could not make a virtual environment:\n${lastLines(venv.output, 5)}`);
  }
  const options = ['--quiet', '--disable-pip-version-check', '--no-input', '--retries', '1', '--timeout', '20'];
  const pip = await runToEnd(
    join(home, 'bin/python'),
    ['-m', 'pip', 'install', ...options, '--require-hashes', '--requirement', REQUIREMENTS],
    run,
  );
  if (pip.code !== 0) {
    const cause = lastLines(pip.output, 1);
    throw new StartFailure(
      `The first start installs the AWS emulator from PyPI and that failed; is there a network? pip: ${cause}`,
    );
  }
}

/** What an interrupted install left. A younger one may be another start that is still at it. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(UNFINISHED)) continue;
    const path = join(folder, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > AN_HOUR) await rm(path, { recursive: true, force: true });
  }
}
