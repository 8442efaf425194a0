import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ImportedDirectory, readDirectory } from '#shared/contracts/directory-import.ts';
import { StartFailure } from './start-failure.ts';

const FILE = join(import.meta.dirname, 'demo-directory.json');

/** Rotterdam's postcodes and neighbourhoods with made-up partners and people. */
export async function demoDirectory(file = FILE): Promise<ImportedDirectory> {
  const reading = readDirectory(JSON.parse(await readFile(file, 'utf8')));
  if (reading.kind === 'wrong') throw new StartFailure(`${file}:\n${reading.problems.join('\n')}`);
  return reading.directory;
}
