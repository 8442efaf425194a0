import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentClient } from '#shared/adapters/dynamo/document-client.ts';
import { dynamoDirectory } from '#shared/adapters/dynamo/dynamo-directory.ts';
import { readDirectory } from '#shared/contracts/directory-import.ts';
import { coverageLines } from './directory-coverage.ts';

const USAGE = `Usage: npm run import-directory -- <file.json> --table <DirectoryTableName> [--streets <file.csv>]

Makes the file the directory of a deployment: neighbourhoods, partners, members and postcodes. People and organisations that are not in
the file are removed; postcodes get a new version and switch at once. The table's name is an output of the Data stack. Credentials and
region come from the environment, as for cdk deploy. What a coordinator changed in the console is replaced too. infra/local/demo-directory.json is an example.

--streets: the streets of the postcodes (postcode,street), so that the form can say them. Left out, it says none any more.`;

/** Checks the whole file before anything is written. Exit 2: wrong use; exit 1: a mistake in the file, each with its row. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { table: { type: 'string' }, streets: { type: 'string' }, help: { type: 'boolean' } },
  });
  const [file] = positionals;
  if (values.help) return say(USAGE, 0);
  if (!file || !values.table) return say(USAGE, 2);

  const streets = values.streets && (await readFile(values.streets, 'utf8'));
  const reading = readDirectory(JSON.parse(await readFile(file, 'utf8')), streets);
  if (reading.kind === 'wrong') return say([`${file} was not imported:`, ...reading.problems].join('\n  '), 1);
  const client = new DynamoDBClient();
  await dynamoDirectory(documentClient(client), values.table).importDirectory(reading.directory);
  client.destroy();
  const { neighbourhoods, partners, members, routes, locations } = reading.directory;
  const open = coverageLines(reading.directory);
  const known = routes.flatMap((one) => one.streets ?? []).length;
  return say(
    `Imported ${neighbourhoods.length} neighbourhoods, ${partners.length} partners, ${members.length} members, ${routes.length} postcodes, ${locations.length} locations, ${known} streets.` +
      (open.length > 0 ? ['\nTo look at:', ...open].join('\n  ') : ''),
    0,
  );
}

function say(text: string, exitCode: number): number {
  console.log(text);
  return exitCode;
}

process.exitCode = await main().catch((fault: unknown) =>
  say(fault instanceof Error ? fault.message : String(fault), 1),
);
