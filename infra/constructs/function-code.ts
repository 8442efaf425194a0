import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { type AssetCode, Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export type FunctionName = 'report' | 'console' | 'signal-changes' | 'clock' | 'mail-feedback';

/**
 * What a function loads when it is first asked for: `functions/<name>/<file>.lazy.ts`, imported as it is called after bundling, so as
 * `await import('./<file>.lazy.js')`. Each becomes a file of its own.
 */
const loadedLater = (name: FunctionName): string[] =>
  readdirSync(join(ROOT, 'functions', name)).flatMap((file) => /^(.+\.lazy)\.ts$/.exec(file)?.[1] ?? []);

/** Packages that a function loads when it is first asked for what they do: each in one file, where Node looks for a package. */
const PACKAGES_LATER: Readonly<Partial<Record<FunctionName, readonly string[]>>> = {
  console: ['@simplewebauthn/server'],
};

/** Writes what is deployed of a function to a folder: `index.js`, and beside it what is loaded later. */
export function buildFunction(name: FunctionName, folder: string): void {
  const later = loadedLater(name);
  const packages = PACKAGES_LATER[name] ?? [];
  const files = ['index', ...later].map((file) => `functions/${name}/${file}.ts`);
  bundle(files, folder, [...later.map((file) => `./${file}.js`), ...packages]);
  for (const one of packages) bundle([{ in: one, out: `node_modules/${one}/index` }], folder, []);
}

type Entries = string[] | { in: string; out: string }[];

/** `external`: left where it is imported, to be loaded at run time. */
function bundle(entryPoints: Entries, outdir: string, external: readonly string[]): void {
  buildSync({
    absWorkingDir: ROOT,
    entryPoints,
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node24',
    // Measured: CJS, minified, SDK bundled in from its ES modules starts in 0.61 of the time of a bare handler with the
    // SDK of the runtime; the environment-only credentials bring it to 0.43.
    format: 'cjs',
    mainFields: ['module', 'main'],
    minify: true,
    charset: 'utf8',
    external: [
      ...external,
      // No AWS service that we call streams events. The SDK would load that part only then, but ties half of itself to it in the bundle.
      '@smithy/core/event-streams',
    ],
    alias: { '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'environment-credentials.ts') },
    logLevel: 'warning',
  });
}

/** Built at synth, by the esbuild of this project. An asset of the CDK, so that what did not change is not deployed again. */
export const codeOf = (name: FunctionName): AssetCode =>
  Code.fromAsset(join(ROOT, 'functions', name), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('not-used'),
      local: {
        tryBundle(folder) {
          buildFunction(name, folder);
          return true;
        },
      },
    },
  });
