import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

/** A browser without a window: prints what shops hang up, takes the pictures, runs the tests. It calls nobody of its own accord. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

export const launchChromium = async (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath: await unpackedChromium(), args: [...ARGUMENTS, ...more] });

const require = createRequire(import.meta.url);
const PACKAGE = require.resolve('@sparticuz/chromium');
const UNPACK = 'import(process.argv[1]).then(({ default: chromium }) => chromium.executablePath())';

/**
 * Where the browser of the package lies, unpacked once per version. The package itself unpacks into the temporary folder for everybody to see, so that
 * a second process starts what the first still writes (`ETXTBSY`). Here it does so in a folder of its own, which gets its name when all is there:
 * of two that come at once, the second finds that name taken and uses what the first made.
 */
export async function unpackedChromium(): Promise<string> {
  const { version }: { version: string } = JSON.parse(
    await readFile(join(dirname(PACKAGE), '../package.json'), 'utf8'),
  );
  const folder = join(tmpdir(), `omzien-chromium-${version}`);
  const executable = join(folder, 'chromium');
  if (existsSync(executable)) return executable;

  const own = await mkdtemp(`${folder}-`);
  try {
    const environment = { ...process.env, TMPDIR: own };
    const node = ['--input-type=module', '--eval', UNPACK, pathToFileURL(PACKAGE).href];
    await promisify(execFile)(process.execPath, node, { env: environment });
    await rename(own, folder);
  } catch (fault) {
    await rm(own, { recursive: true, force: true });
    if (!existsSync(executable)) throw fault;
  }
  return executable;
}
