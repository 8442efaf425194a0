import { join } from 'node:path';
import { runOrFail } from './process-group.ts';

const PROJECT = join(import.meta.dirname, '../..');
/** Where `npm run build` puts the site: who works on the pages builds again, and reloads. */
export const BUILT_SITE = join(PROJECT, 'dist/web');

/** In a process of its own, so that Ctrl-C ends it half-way. */
export const buildWebSite = (slug: string, folder: string, signal: AbortSignal): Promise<string> =>
  runOrFail(
    'The web site could not be built:',
    process.execPath,
    ['web/build.ts', '--municipality', slug, '--out-dir', folder],
    { env: process.env, cwd: PROJECT, signal },
  );
