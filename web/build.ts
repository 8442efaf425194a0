import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { escapeHtml } from '#shared/html/html.ts';
import { loadMunicipality } from '../infra/config.ts';
import { pagesOf } from './build-pages.ts';
import { buildScripts } from './build-scripts.ts';
import { buildStyles } from './build-styles.ts';
import { kitTownOf } from './kit/kit-pages.ts';
import { letterTownOf } from './letter-town-of.ts';
import { ROBOTS_TXT, securityTxt } from './site-files.ts';
import { loadTheme, type Theme } from './theme/theme.ts';
import { themeIcon } from './theme/theme-files.ts';

const HERE = import.meta.dirname;

/** Makes the whole site of a municipality: its pages, the console, styles and scripts. What was in `outDir` before is gone. */
export async function buildWeb({ municipality, outDir }: { municipality: string; outDir: string }): Promise<void> {
  const config = loadMunicipality(municipality);
  const theme = loadTheme(config.theme);
  const pages = pagesOf(config);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(join(outDir, 'assets'), { recursive: true });
  await mkdir(join(outDir, 'console'));
  await Promise.all([
    ...[...pages].map(([path, page]) => writePage(join(outDir, path), page)),
    writePage(join(outDir, '.well-known/security.txt'), securityTxt(config, new Date())),
    writePage(join(outDir, 'robots.txt'), ROBOTS_TXT),
    buildScripts(join(outDir, 'assets'), {
      texts: config.texts,
      kit: kitTownOf(config, theme.logo),
      letter: letterTownOf(config),
    }),
    buildStyles({ theme, pages: [...pages.values()], folder: join(outDir, 'assets') }),
    writeFile(join(outDir, 'assets/icon.svg'), themeIcon(theme)),
    writePage(join(outDir, 'console/index.html'), await consolePage(config.names.service, theme)),
  ]);
}

/** The console's page with the name and the colour of the municipality; all else is script, which reads that name here. */
async function consolePage(service: string, { colours }: Theme): Promise<string> {
  const page = await readFile(join(HERE, 'console/index.html'), 'utf8');
  return page.replaceAll('{service}', () => escapeHtml(service)).replace('{brand}', colours.brand);
}

async function writePage(file: string, page: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, page);
}

const USAGE = `Usage: npm run build -- [--municipality <slug>] [--out-dir <folder>]

Makes the site of a municipality (infra/municipalities/<slug>.json; without one, of the demo): the form, the other pages, the console and
their styles, in dist/web. What was in that folder before is gone.`;

/** Exit 2: wrong use. What is wrong in the configuration is thrown, and says so. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      municipality: { type: 'string', default: 'demo' },
      'out-dir': { type: 'string', default: join(HERE, '../dist/web') },
      help: { type: 'boolean' },
    },
    strict: false,
  });
  const { municipality, 'out-dir': outDir, help, ...others } = values;
  const known = typeof municipality === 'string' && typeof outDir === 'string';
  if (!help && known && positionals.length === 0 && Object.keys(others).length === 0)
    return buildWeb({ municipality, outDir });
  console.log(USAGE);
  process.exitCode = help ? 0 : 2;
}

if (import.meta.main) await main();
