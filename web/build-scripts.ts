import { join } from 'node:path';
import { build } from 'esbuild';

const HERE = import.meta.dirname;

/** One file per page. Phones of 2020 read it; older ones have the form without script. */
export async function buildScripts(folder: string): Promise<void> {
  await build({
    entryPoints: {
      report: join(HERE, 'report/main.ts'),
      status: join(HERE, 'report/status.ts'),
      console: join(HERE, 'console/main.tsx'),
    },
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'warning',
  });
}
