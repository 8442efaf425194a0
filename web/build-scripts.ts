import { join } from 'node:path';
import { build } from 'esbuild';
import type { OwnTexts } from '#shared/texts/own-texts.ts';
import type { LetterTown } from './console/letter/letter-town.ts';
import type { KitTown } from './kit/sheets.ts';

const HERE = import.meta.dirname;

/** One file per page. Phones of 2020 read it; older ones have the form without script. */
export type OfMunicipality = {
  readonly texts?: OwnTexts | undefined;
  readonly kit: KitTown;
  readonly letter: LetterTown;
};

export async function buildScripts(folder: string, of: OfMunicipality): Promise<void> {
  await Promise.all([buildPages(folder), buildConsole(folder, of), buildModules(folder)]);
}

const COMMON = {
  bundle: true,
  minify: true,
  target: 'es2020',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
} as const;

const buildPages = (folder: string) =>
  build({
    ...COMMON,
    entryPoints: {
      report: join(HERE, 'report/main.ts'),
      status: join(HERE, 'report/status.ts'),
      request: join(HERE, 'report/request.ts'),
    },
    outdir: folder,
    format: 'iife',
  });

/** The console and its pages. What several of them use is a file of its own, under a name that changes with what is in it. */
const buildConsole = (folder: string, { texts, kit, letter }: OfMunicipality) =>
  build({
    ...COMMON,
    define: {
      OWN_TEXTS_OF_MUNICIPALITY: JSON.stringify(texts ?? {}),
      KIT_TOWN_OF_MUNICIPALITY: JSON.stringify(kit),
      LETTER_TOWN_OF_MUNICIPALITY: JSON.stringify(letter),
    },
    entryPoints: { console: join(HERE, 'console/main.tsx') },
    outdir: folder,
    format: 'esm',
    splitting: true,
    chunkNames: 'console/[name]-[hash]',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });

/** What a page fetches only when it needs it: modules that are whole by themselves. */
const buildModules = (folder: string) =>
  build({
    ...COMMON,
    entryPoints: {
      area: join(HERE, 'report/area.ts'),
      check: join(HERE, 'report/check.ts'),
      via: join(HERE, 'report/via.ts'),
      'proof-of-work': join(HERE, 'report/proof-of-work.ts'),
    },
    outdir: folder,
    format: 'esm',
  });
