import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ImportedDirectory, readDirectory } from '#shared/contracts/directory-import.ts';
import { StartFailure } from './start-failure.ts';

const FILE = join(import.meta.dirname, 'demo-directory.json');
/** A few streets for show, each in its own part of town; not the address register. */
const STREETS = join(import.meta.dirname, 'demo-streets.csv');

/** Rotterdam's postcodes and neighbourhoods with made-up partners and people. */
export const demoDirectory = async (): Promise<ImportedDirectory> =>
  checkedDirectory(JSON.parse(await readFile(FILE, 'utf8')), FILE, await readFile(STREETS, 'utf8'));

/** `source` says in the failure where the mistakes are. */
export function checkedDirectory(input: unknown, source: string, streets?: string): ImportedDirectory {
  const reading = readDirectory(input, streets);
  if (reading.kind === 'wrong') throw new StartFailure(`${source}:\n${reading.problems.join('\n')}`);
  return reading.directory;
}
