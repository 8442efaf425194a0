import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import type { DirectoryImport, ImportedDirectory } from '#shared/contracts/directory-import.ts';
import { SITE_HEADERS } from '#shared/contracts/site-headers.ts';
import { type CleanUp, cleanUp } from './clean-up.ts';
import { eventBus, startCourier } from './courier.ts';
import { checkedDirectory, demoDirectory } from './demo-directory.ts';
import { bootstrap, type CdkRun, type Deployed, deploy, synthesise } from './deploy.ts';
import { type Emulator, startEmulator } from './emulator.ts';
import { type FrontServer, startFrontServer } from './front-server.ts';
import { importDirectory } from './import-directory.ts';
import { type LocalAws, localAws } from './local-aws.ts';
import { emulatorMailbox } from './mailbox.ts';
import type { StartFailure } from './start-failure.ts';
import { staticFiles } from './static-files.ts';
import { startSweeps } from './sweep.ts';
import { switchOnTimeToLive } from './time-to-live.ts';
import { together } from './together.ts';
import { buildWebSite } from './web-site.ts';

export type LocalOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  /** Hours become seconds: the municipality `demo-fast`, and a sweep every five seconds. */
  readonly fast?: boolean;
  readonly onProgress?: (line: string) => void;
  /** Instead of the demo directory, in the shape of an import file. */
  readonly directory?: z.input<typeof DirectoryImport>;
  /** Where the site is built and served from; otherwise a temporary folder, so that starts side by side do not meet. */
  readonly siteFolder?: string;
  /** Ends the set-up half-way; what was started by then is stopped before the promise rejects. */
  readonly signal?: AbortSignal;
};

export type LocalOmzien = {
  /** `http://localhost:<port>`, for the form; the console is under /console/, the mails under /local/inbox. */
  readonly url: string;
  readonly emulatorUrl: string;
  readonly region: string;
  /** The emulator reads the account from the access key; the secret is any. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly tables: Deployed['tables'];
  readonly clockFunctionName: string;
  readonly emulatorLogFile: string;
  readonly directory: ImportedDirectory;
  /** Resolves when the emulator ends by itself; what else runs is then stopped already. */
  readonly broken: Promise<StartFailure>;
  stop(): Promise<void>;
};

/** The whole of Omzien on this computer: the real stacks on the emulator, behind one port with production headers. */
export async function startLocal(options: LocalOptions): Promise<LocalOmzien> {
  const undo = cleanUp();
  const abort = new AbortController();
  const passOn = (): void => abort.abort(options.signal?.reason);
  options.signal?.addEventListener('abort', passOn, { once: true });
  if (options.signal?.aborted) passOn();
  try {
    return await setUp(options, { abort, undo, done: progress(options.onProgress) });
  } catch (failure) {
    await undo.run();
    throw failure;
  } finally {
    options.signal?.removeEventListener('abort', passOn);
  }
}

type Progress = (what: string) => void;
type SetUp = { readonly abort: AbortController; readonly undo: CleanUp; readonly done: Progress };

async function setUp(options: LocalOptions, setting: SetUp): Promise<LocalOmzien> {
  const { port, fast = false } = options;
  const { abort, undo, done } = setting;
  const slug = fast ? 'demo-fast' : 'demo';
  const directory = options.directory ? checkedDirectory(options.directory, 'directory') : await demoDirectory();

  const front = await startFrontServer(port, SITE_HEADERS);
  undo.add(() => front.close());
  const url = `http://localhost:${front.port}`;
  const folder = await mkdtemp(join(tmpdir(), 'omzien-local-'));
  undo.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  const siteFolder = options.siteFolder ?? join(folder, 'site');
  const synthesis: CdkRun = { aws: localAws(NOBODY, slug), folder, signal: abort.signal };
  const [emulator] = await together(abort, [
    bootstrappedEmulator(options, setting, synthesis, slug),
    synthesise(synthesis, slug, url).then(() => done('Stacks synthesised')),
  ]);
  const run = { ...synthesis, aws: localAws(emulator.endpoint, slug) };
  const [deployed] = await together(abort, [
    deployedAndFilled(run, setting, slug, directory),
    buildWebSite(slug, siteFolder, abort.signal).then(() => done('Web site built')),
  ]);
  await serve({ front, emulator, aws: run.aws, deployed, siteFolder, fast, undo });
  abort.signal.throwIfAborted();

  const broken = emulator.died.then(async (failure) => {
    await undo.run();
    return failure;
  });
  return {
    url,
    emulatorUrl: emulator.endpoint,
    region: run.aws.region,
    credentials: run.aws.sdk.credentials,
    tables: deployed.tables,
    clockFunctionName: deployed.clockFunctionName,
    emulatorLogFile: emulator.logFile,
    directory,
    broken,
    stop: () => undo.run(),
  };
}

/** Synthesis reaches for no AWS; should it ever, nobody answers here. */
const NOBODY = 'http://127.0.0.1:9';

async function bootstrappedEmulator(
  { onProgress }: LocalOptions,
  { abort, undo, done }: SetUp,
  synthesis: CdkRun,
  slug: string,
): Promise<Emulator> {
  const emulator = await startEmulator({
    signal: abort.signal,
    onInstall: () => onProgress?.('Installing the AWS emulator, this once…'),
  });
  undo.add(() => emulator.stop());
  void emulator.died.then((failure) => abort.abort(failure));
  done('Emulator ready');
  await bootstrap({ ...synthesis, aws: localAws(emulator.endpoint, slug) });
  done('Account bootstrapped');
  return emulator;
}

async function deployedAndFilled(
  run: CdkRun,
  { abort, done }: SetUp,
  slug: string,
  directory: ImportedDirectory,
): Promise<Deployed> {
  const deployed = await deploy(run, slug);
  done('Stacks deployed');
  await together(abort, [
    switchOnTimeToLive(run.aws, deployed.tables),
    importDirectory(run.aws, deployed.tables.directory, directory),
  ]);
  done('Directory imported');
  return deployed;
}

type Running = {
  readonly front: FrontServer;
  readonly emulator: Emulator;
  readonly aws: LocalAws;
  readonly deployed: Deployed;
  readonly siteFolder: string;
  readonly fast: boolean;
  readonly undo: CleanUp;
};

async function serve({ front, emulator, aws, deployed, siteFolder, fast, undo }: Running): Promise<void> {
  const mailbox = emulatorMailbox(emulator.endpoint);
  const bus = eventBus(aws);
  undo.add(() => bus.close());
  const courier = await startCourier(mailbox, bus.put);
  undo.add(() => courier.stop());
  if (fast) {
    const sweeps = startSweeps(aws, deployed.clockFunctionName);
    undo.add(() => sweeps.stop());
  }
  front.open({
    files: staticFiles(siteFolder),
    api: { host: `${deployed.apiId}.execute-api.localhost:${emulator.port}`, port: emulator.port },
    mailbox,
  });
}

function progress(onProgress: LocalOptions['onProgress']): Progress {
  const from = performance.now();
  return (what) => onProgress?.(`${what} (${Math.round((performance.now() - from) / 1000)} s)`);
}
