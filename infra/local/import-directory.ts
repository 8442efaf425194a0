import type { ImportedDirectory } from '#shared/contracts/directory-import.ts';
import type { LocalAws } from './local-aws.ts';

export async function importDirectory(_aws: LocalAws, _table: string, _directory: ImportedDirectory): Promise<void> {}
