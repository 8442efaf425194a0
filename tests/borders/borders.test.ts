import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const BIOME = join(ROOT, 'node_modules/.bin/biome');

type Import = { readonly folder: string; readonly imported: string };

/**
 * For every folder with a border, imports that cross it and imports that may. Each is linted as if it were a file of that folder, so a rule
 * that stops working, or that was never right, fails here. The rules themselves are in biome.json.
 */
const BORDERS: Readonly<Record<string, { readonly may: readonly string[]; readonly mayNot: readonly string[] }>> = {
  'shared/domain': {
    may: ['./time.ts', '#shared/domain/time.ts'],
    mayNot: [
      'zod/mini',
      'node:crypto',
      '#shared/ports/mailer.ts',
      '#shared/contracts/fields.ts',
      '@aws-sdk/client-ses',
    ],
  },
  'shared/ports': {
    may: ['#shared/domain/signal.ts'],
    mayNot: ['#shared/usecases/advance.ts', '#shared/adapters/dynamo/keys.ts', 'zod/mini'],
  },
  'shared/usecases': {
    may: ['./audit-line.ts', '#shared/ports/mailer.ts', '#shared/domain/life.ts'],
    mayNot: [
      '#shared/adapters/dynamo/keys.ts',
      '#shared/contracts/console.ts',
      '#shared/mail/write-mail.ts',
      'node:crypto',
      '#shared/runtime/log.ts',
    ],
  },
  'shared/contracts': {
    may: ['zod/mini', '#shared/domain/words.ts'],
    mayNot: ['zod', '#shared/ports/mailer.ts', '#shared/http/body.ts'],
  },
  'shared/adapters/dynamo': {
    may: ['./keys.ts', '@aws-sdk/lib-dynamodb', 'zod/mini', 'node:timers/promises', '#shared/ports/signal-store.ts'],
    mayNot: ['#shared/usecases/advance.ts', '#shared/http/body.ts', '#shared/contracts/console.ts', 'zod'],
  },
  'shared/texts/nl': {
    may: ['../mail-texts.ts', '#shared/domain/words.ts'],
    mayNot: ['#shared/contracts/console.ts', 'zod/mini'],
  },
  'shared/mail': {
    may: ['#shared/texts/nl/mail.ts'],
    mayNot: ['#shared/adapters/ses/ses-mailer.ts', '#shared/usecases/advance.ts'],
  },
  'shared/html': {
    may: ['#shared/contracts/report-form.ts', '#shared/texts/texts.ts'],
    mayNot: ['#shared/http/body.ts', '#shared/ports/mailer.ts', 'preact'],
  },
  'shared/http': {
    may: ['@middy/core', 'aws-lambda', '#shared/runtime/log.ts', '#shared/contracts/problem.ts'],
    mayNot: ['#shared/runtime/environment.ts', '#shared/usecases/advance.ts', '#shared/adapters/dynamo/keys.ts'],
  },
  'shared/runtime': {
    may: ['#shared/adapters/ses/ses-mailer.ts', '@aws-lambda-powertools/logger'],
    mayNot: ['#shared/http/body.ts', '#shared/contracts/console.ts'],
  },
  'shared/testing': {
    may: ['vitest', 'fast-check', '#shared/ports/mailer.ts'],
    mayNot: ['#shared/adapters/memory/memory-world.ts', '#shared/usecases/advance.ts'],
  },
  'functions/report': {
    may: ['./split-submission.ts', '#shared/usecases/advance.ts', '#shared/http/body.ts'],
    mayNot: [
      '../console/cookies.ts',
      '#shared/testing/builders.ts',
      '#shared/adapters/memory/memory-world.ts',
      '../../infra/config.ts',
      '../../web/build.ts',
    ],
  },
  'infra/stacks': {
    may: ['../config.ts', 'aws-cdk-lib', '#shared/contracts/routes.ts'],
    mayNot: ['../../functions/report/index.ts', '#shared/usecases/advance.ts', '#shared/http/body.ts'],
  },
  'web/console': {
    may: ['preact', '#shared/contracts/console.ts', '#shared/texts/texts.ts'],
    mayNot: [
      '#shared/usecases/advance.ts',
      '#shared/adapters/dynamo/keys.ts',
      '#shared/runtime/log.ts',
      '../../functions/report/split-submission.ts',
      '#shared/http/body.ts',
    ],
  },
};

const crossings = Object.entries(BORDERS).flatMap(([folder, { mayNot }]) =>
  mayNot.map((imported) => ({ folder, imported })),
);
const passages = Object.entries(BORDERS).flatMap(([folder, { may }]) => may.map((imported) => ({ folder, imported })));

const nameOf = ({ folder, imported }: Import): string => `${folder} ${imported}`;
let refused: ReadonlySet<string>;
beforeAll(() => {
  refused = refusedImports([...crossings, ...passages]);
});

describe('the borders between folders', () => {
  it.each(crossings)('$folder may not import $imported', ({ folder, imported }) => {
    expect(refused).toContain(nameOf({ folder, imported }));
  });

  it.each(passages)('$folder may import $imported', ({ folder, imported }) => {
    expect(refused).not.toContain(nameOf({ folder, imported }));
  });

  it('are drawn around folders that exist', () => {
    expect(Object.keys(BORDERS).filter((folder) => !existsSync(join(ROOT, folder)))).toEqual([]);
  });
});

/** Lints one small file per import, each as if it lay in its folder, and gives those that were refused. */
function refusedImports(cases: readonly Import[]): ReadonlySet<string> {
  const project = mkdtempSync(join(tmpdir(), 'borders-'));
  try {
    const config = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
    writeFileSync(join(project, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }));
    cases.forEach(({ folder, imported }, index) => {
      mkdirSync(join(project, folder), { recursive: true });
      writeFileSync(
        join(project, folder, `case-${index}.ts`),
        `import { something } from '${imported}';\nexport const used = something;\n`,
      );
    });
    const run = spawnSync(
      BIOME,
      ['lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none'],
      { cwd: project, encoding: 'utf8' },
    );
    if (run.error) throw run.error;
    const refused = [...run.stdout.matchAll(/case-(\d+)\.ts/g)].map(([, index]) => cases[Number(index)]);
    return new Set(refused.flatMap((one) => (one ? [nameOf(one)] : [])));
  } finally {
    rmSync(project, { recursive: true });
  }
}
