import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { cdkEnvironment, type LocalAws } from './local-aws.ts';
import { runOrFail } from './process-group.ts';

const PROJECT = join(import.meta.dirname, '../..');
const CDK = join(PROJECT, 'node_modules/aws-cdk/bin/cdk');

export type CdkRun = {
  readonly aws: LocalAws;
  /** Everything that the CDK writes goes here, so that starts side by side do not meet. */
  readonly folder: string;
  readonly signal: AbortSignal;
};

const TableOutputs = z.object({
  SignalsTableName: z.string(),
  DirectoryTableName: z.string(),
  AccessTableName: z.string(),
  StatisticsTableName: z.string(),
  AuditTableName: z.string(),
});
const ServiceOutputs = z.object({ ApiId: z.string(), ClockFunctionName: z.string() });

export type Deployed = {
  readonly tables: {
    readonly signals: string;
    readonly directory: string;
    readonly access: string;
    readonly statistics: string;
    readonly audit: string;
  };
  readonly apiId: string;
  readonly clockFunctionName: string;
};

/** What every account needs once before the CDK can deploy into it. Away from cdk.json, or it would synthesise the app for it first. */
export const bootstrap = (run: CdkRun): Promise<string> =>
  cdk(run, 'cdk bootstrap failed:', ['bootstrap', `aws://${run.aws.account}/${run.aws.region}`], run.folder);

/** Bundles the functions and writes the templates; needs no emulator. */
export const synthesise = (run: CdkRun, slug: string, baseUrl: string): Promise<string> =>
  cdk(run, 'cdk synth failed:', [
    'synth',
    '--quiet',
    ...['--context', `municipality=${slug}`, '--context', `baseUrl=${baseUrl}`],
    ...['--output', assemblyOf(run)],
  ]);

/** Deploys what `synthesise` wrote: everything but the Web stack, whose place the front server takes. */
export async function deploy(run: CdkRun, slug: string): Promise<Deployed> {
  const [data, service] = [`Omzien-${slug}-Data`, `Omzien-${slug}-Service`];
  const outputsFile = join(run.folder, 'outputs.json');
  await cdk(run, 'cdk deploy failed:', [
    'deploy',
    ...[data, service],
    ...['--app', assemblyOf(run)],
    ...['--require-approval', 'never'],
    ...['--outputs-file', outputsFile],
  ]);
  const outputs = z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(outputsFile, 'utf8')));
  const names = TableOutputs.parse(outputs[data]);
  const { ApiId, ClockFunctionName } = ServiceOutputs.parse(outputs[service]);
  return {
    tables: {
      signals: names.SignalsTableName,
      directory: names.DirectoryTableName,
      access: names.AccessTableName,
      statistics: names.StatisticsTableName,
      audit: names.AuditTableName,
    },
    apiId: ApiId,
    clockFunctionName: ClockFunctionName,
  };
}

const assemblyOf = ({ folder }: CdkRun): string => join(folder, 'assembly');

const cdk = (
  { aws, folder, signal }: CdkRun,
  whatFailed: string,
  args: readonly string[],
  cwd = PROJECT,
): Promise<string> =>
  runOrFail(whatFailed, process.execPath, [CDK, ...args, '--ci'], {
    env: cdkEnvironment(aws, folder),
    cwd,
    signal,
  });
