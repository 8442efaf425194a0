import { join } from 'node:path';
import { runOrFail } from './process-group.ts';

const PROJECT = join(import.meta.dirname, '../..');
export const WEB_FOLDER = join(PROJECT, 'dist/web');

/** In a process of its own, so that Ctrl-C ends it half-way. */
import { existsSync } from 'node:fs';
export const buildWebSite = async (signal: AbortSignal) => (existsSync('web/build.ts') ? build(signal) : '');
const build = (signal: AbortSignal): Promise<string> =>
  runOrFail('The web site could not be built:', process.execPath, ['web/build.ts'], {
    env: process.env,
    cwd: PROJECT,
    signal,
  });
