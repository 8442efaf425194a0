import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readDirectory } from '#shared/contracts/directory-import.ts';
import type { Location } from '#shared/domain/directory.ts';
import { LANGUAGES } from '#shared/domain/words.ts';
import { loadMunicipality } from '../../infra/config.ts';
import { loadTheme } from '../theme/theme.ts';
import { themeCss } from '../theme/theme-files.ts';
import { kitTownOf } from './kit-pages.ts';
import { printKit } from './print-kit.ts';

const HERE = import.meta.dirname;
const DEMO_DIRECTORY = join(HERE, '../../infra/local/demo-directory.json');

const USAGE = `Usage: npm run kit -- --municipality <slug> --code <code> [--directory <file.json>] [--language nl] [--out <folder>]

Makes what a shop or organisation hangs up and hands out, in the look of the municipality: a poster (A4), cards for the till (four A6 to a
page) and slips of paper (two A5 to a page), each with the QR code of that location. The location comes from the directory file that was
imported; without one, from the demo's.`;

/** Exit 2: wrong use; exit 1: the directory does not know this code, or is wrong. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      municipality: { type: 'string', default: 'demo' },
      code: { type: 'string' },
      directory: { type: 'string', default: DEMO_DIRECTORY },
      language: { type: 'string', default: 'nl' },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const language = LANGUAGES.find((known) => known === values.language);
  if (values.help) return say(USAGE, 0);
  if (!values.code || !language) return say(USAGE, 2);

  const config = loadMunicipality(values.municipality);
  const reading = readDirectory(JSON.parse(await readFile(values.directory, 'utf8')));
  if (reading.kind === 'wrong') return say([`${values.directory} is wrong:`, ...reading.problems].join('\n  '), 1);
  const { locations } = reading.directory;
  const location = locations.find(({ id }) => id === values.code);
  if (!location) return say(`There is no location '${values.code}'. ${known(locations)}`, 1);

  const theme = loadTheme(config.theme);
  const css = themeCss(theme) + (await readFile(join(HERE, 'kit.css'), 'utf8'));
  const folder = values.out ?? join(HERE, '../../dist/kit', config.slug, location.id);
  const place = { code: location.id, name: location.name };
  const kit = { town: kitTownOf(config, theme.logo), place, baseUrl: config.baseUrl, language };
  const written = await printKit(kit, css, folder);
  return say(`For ${location.name}:\n${written.map((file) => `  ${relative(process.cwd(), file)}`).join('\n')}`, 0);
}

const known = (locations: readonly Location[]): string =>
  locations.length > 0 ? `There is: ${locations.map(({ id }) => id).join(', ')}.` : 'The directory has none yet.';

function say(text: string, exitCode: number): number {
  console.log(text);
  return exitCode;
}

process.exitCode = await main();
