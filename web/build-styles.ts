import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { PurgeCSS } from 'purgecss';
import { resolveTokens } from './resolve-tokens.ts';
import type { Theme } from './theme/theme.ts';
import { themeCss } from './theme/theme-files.ts';

const HERE = import.meta.dirname;

type Styles = {
  readonly theme: Theme;
  /** The built pages: what none of them uses is left out. */
  readonly pages: readonly string[];
  readonly folder: string;
};

/**
 * `report.css`, `console.css` and, for the page that prints, `kit.css`: their own files, then the theme. Of the 2,780 tokens of the theme package some hundreds are reachable
 * from what remains; only those stay.
 */
export async function buildStyles({ theme, pages, folder }: Styles): Promise<void> {
  const [report, console, kit] = await Promise.all([
    bundle(['report/report.css'], theme),
    bundle(['console/console.css'], theme),
    bundle(['kit/kit.css', 'console/material/material.css'], theme),
  ]);
  await Promise.all([
    purge(report, [...pages, await sources()].join('\n'), COMPOSED).then((css) =>
      writeFile(join(folder, 'report.css'), css),
    ),
    // The console makes its class names while it runs, so only tokens go.
    purge(console, '', [/./]).then((css) => writeFile(join(folder, 'console.css'), css)),
    purge(kit, '', [/./]).then((css) => writeFile(join(folder, 'kit.css'), css)),
  ]);
}

/** Made of a kind and a word, so that no source has them whole. */
const COMPOSED = [/^utrecht-alert--/, /--invalid$/];

/** What scripts and functions can put on a page stands in their sources. */
async function sources(): Promise<string> {
  const folders = [join(HERE, 'report'), join(HERE, '../shared/html')];
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder)).filter((file) => /(?<!\.test)\.ts$/.test(file)).map((file) => join(folder, file)),
    ),
  );
  return (await Promise.all(files.flat().map((file) => readFile(file, 'utf8')))).join('\n');
}

async function bundle(files: readonly string[], theme: Theme): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: [...files, 'theme/tokens.css'].map((file) => `@import "./${file}";\n`).join('') + themeCss(theme),
      resolveDir: HERE,
      loader: 'css',
    },
    bundle: true,
    // No nesting: phones of 2020 read it.
    target: ['chrome87', 'firefox78', 'safari14'],
    write: false,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

async function purge(css: string, html: string, keep: RegExp[]): Promise<string> {
  const [result] = await new PurgeCSS().purge({
    content: [{ raw: html, extension: 'html' }],
    css: [{ raw: css }],
    variables: true,
    // Of the component library, and on none of our pages: every field can be filled in, and is wrong only when words say so.
    blocklist: [/:disabled/, /:read-only/, /:user-invalid/, /:invalid/],
    safelist: { standard: keep, greedy: [], deep: [], keyframes: [], variables: [] },
    defaultExtractor: (content) => content.match(/[\w:-]+/g) ?? [],
  });
  const once = await minified(result?.css ?? '');
  // Once more: what a token stood for may be shorter, or the same as what stands beside it.
  return minified(resolveTokens(once));
}

const minified = async (css: string): Promise<string> =>
  (await transform(css, { loader: 'css', minify: true, legalComments: 'none' })).code;
