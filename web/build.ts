import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadMunicipality } from '../infra/config.ts';
import { pagesOf } from './build-pages.ts';
import { buildScripts } from './build-scripts.ts';
import { buildStyles } from './build-styles.ts';

const HERE = import.meta.dirname;

/** Makes the whole site of a municipality: its pages, the console, styles and scripts. What was in `outDir` before is gone. */
export async function buildWeb({ municipality, outDir }: { municipality: string; outDir: string }): Promise<void> {
  const config = loadMunicipality(municipality);
  const pages = pagesOf(config);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(join(outDir, 'assets'), { recursive: true });
  await mkdir(join(outDir, 'console'));
  await Promise.all([
    ...[...pages].map(([path, page]) => writePage(join(outDir, path), page)),
    buildScripts(join(outDir, 'assets')),
    buildStyles({ theme: config.theme ?? 'demo', pages: [...pages.values()], folder: join(outDir, 'assets') }),
    copyFile(join(HERE, 'theme/icon.svg'), join(outDir, 'assets/icon.svg')),
    copyFile(join(HERE, 'console/index.html'), join(outDir, 'console/index.html')),
  ]);
}

async function writePage(file: string, page: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, page);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      municipality: { type: 'string', default: 'demo' },
      'out-dir': { type: 'string', default: join(HERE, '../dist/web') },
    },
  });
  await buildWeb({ municipality: values.municipality, outDir: values['out-dir'] });
}
