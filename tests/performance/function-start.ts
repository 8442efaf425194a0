import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * How long each function takes to load, against a bare handler with the SDK's DocumentClient under esbuild's defaults (start = 1.00). Measures
 * the bundles of the last synth: `npm run synth && npm run performance:start`. Rounds are interleaved and medians compared, since one machine is
 * never equally fast twice. Exit 1 when the report function is over its budget.
 */
const ROUNDS = 21;
const MAX_REPORT_START = 0.6;
const ROOT = join(import.meta.dirname, '../..');
const ENVIRONMENT = {
  ...process.env,
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
};

const BARE = `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
const db = DynamoDBDocumentClient.from(new DynamoDBClient());
export const handler = async () => db.send(new GetCommand({ TableName: 'bare', Key: { pk: 'bare' } }));
`;

const work = mkdtempSync(join(tmpdir(), 'function-start-'));
try {
  const bare = join(work, 'bare.js');
  buildSync({
    stdin: { contents: BARE, resolveDir: ROOT },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: bare,
    logLevel: 'error',
  });
  const candidates = [{ name: 'bare handler', file: bare, environment: {} }, ...deployedFunctions()];
  const times = new Map(candidates.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, file, environment } of candidates) times.get(name)?.push(load(file, environment));
  }
  const reference = median(times.get('bare handler') ?? []);
  console.log(
    `${'function'.padEnd(16)}${'KB'.padStart(6)}${'start'.padStart(8)}   (bare handler: ${reference.toFixed(0)} ms, median of ${ROUNDS})`,
  );
  for (const { name, file } of candidates) {
    const ratio = median(times.get(name) ?? []) / reference;
    console.log(
      `${name.padEnd(16)}${(statSync(file).size / 1024).toFixed(0).padStart(6)}${ratio.toFixed(2).padStart(8)}`,
    );
    if (name === 'report' && ratio > MAX_REPORT_START) process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true });
}

/** The functions of the last synth with the environment that they are deployed with. */
function deployedFunctions() {
  const assembly = join(ROOT, 'cdk.out');
  const template = JSON.parse(readFileSync(join(assembly, 'Omzien-demo-Service.template.json'), 'utf8'));
  const resources: { Type: string; Properties: Record<string, never>; Metadata?: Record<string, string> }[] =
    Object.values(template.Resources);
  return resources
    .filter(({ Type, Metadata }) => Type === 'AWS::Lambda::Function' && Metadata?.['aws:asset:path'])
    .map(({ Properties, Metadata }) => {
      const variables: Record<string, unknown> = Properties['Environment']?.['Variables'] ?? {};
      // What CloudFormation fills in (names, ARNs) is only read at a call, not at the start.
      const environment = Object.fromEntries(
        Object.entries(variables).map(([name, value]) => [name, typeof value === 'string' ? value : 'none']),
      );
      const name = String(variables['POWERTOOLS_SERVICE_NAME']).replace(/^demo-/, '');
      return { name, file: join(assembly, Metadata?.['aws:asset:path'] ?? '', 'index.js'), environment };
    });
}

/** Milliseconds to load a bundle in a fresh process, without those to start node itself. */
function load(file: string, environment: Record<string, string>): number {
  const script = `const t = performance.now(); require(${JSON.stringify(file)}); process.stdout.write(String(performance.now() - t)); process.exit(0);`;
  const run = spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    env: { ...ENVIRONMENT, ...environment },
  });
  if (run.status !== 0) throw new Error(`${file} does not load: ${run.stderr.split('\n').slice(0, 8).join('\n')}`);
  return Number(run.stdout);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
