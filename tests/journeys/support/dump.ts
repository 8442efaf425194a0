import { readFile } from 'node:fs/promises';
import { type AttributeValue, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { GetScheduleCommand, paginateListSchedules, SchedulerClient } from '@aws-sdk/client-scheduler';
import { TABLES } from '#shared/adapters/dynamo/table-schema.ts';
import { mails } from './mailbox.ts';
import type { Town } from './town.ts';

type Row = Record<string, AttributeValue>;
type Local = Pick<Town, 'local'>;

/** Every item of a table as it lies there. */
export async function rowsOf({ local }: Local, table: keyof Town['local']['tables']): Promise<Row[]> {
  const client = new DynamoDBClient(connection(local));
  try {
    const rows: Row[] = [];
    for await (const { Items = [] } of paginateScan({ client }, { TableName: local.tables[table] }))
      rows.push(...Items);
    return rows;
  } finally {
    client.destroy();
  }
}

/** Every item of every table, as text to search. */
export async function tablesAsText(town: Local): Promise<string> {
  const names = Object.keys(town.local.tables) as (keyof Town['local']['tables'])[];
  const tables = await Promise.all(names.map(async (name) => ({ name, rows: await rowsOf(town, name) })));
  return JSON.stringify(tables);
}

/** The keys of the rows of every table and of its indexes: they are seen outside the tables, by services that nobody erases. */
export async function keysAsText(town: Local): Promise<string> {
  const names = Object.keys(town.local.tables) as (keyof Town['local']['tables'])[];
  const rows = (await Promise.all(names.map((name) => rowsOf(town, name)))).flat();
  return JSON.stringify(rows.map((row) => Object.entries(row).filter(([name]) => INDEXED.has(name))));
}
const INDEXED: ReadonlySet<string> = new Set([
  ...['pk', 'sk'],
  ...Object.values(TABLES.signals.indexes).flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]),
  ...TABLES.signals.projected,
]);

/** What leaves the tables: mails, logs, schedules, failed messages. A mail's own recipient is left out: it has to get there. */
export async function outsideTheTables(town: Local): Promise<string> {
  const parts = await Promise.all([
    mailTexts(town),
    functionLogs(town),
    emulatorLog(town),
    schedules(town),
    failures(town),
  ]);
  return parts.join('\n');
}

async function mailTexts(town: Local): Promise<string> {
  return (await mails(town)).map(({ subject, text, html }) => [subject, text, html].join('\n')).join('\n');
}

/** The log of the emulator tells to whom each mail goes; that part of the line is the mail's recipient again. */
async function emulatorLog({ local }: Local): Promise<string> {
  return (await readFile(local.emulatorLogFile, 'utf8')).replaceAll(/(SES SendEmail: \S+) -> \[[^\]]*\]/g, '$1');
}

async function functionLogs({ local }: Local): Promise<string> {
  const { logGroups } = await ask<{ logGroups: { logGroupName: string }[] }>(local, 'Logs_20140328.DescribeLogGroups');
  const all: string[] = [];
  for (const { logGroupName } of logGroups) {
    let nextToken: string | undefined;
    do {
      const request = { logGroupName, ...(nextToken && { nextToken }) };
      const page = await ask<LogPage>(local, 'Logs_20140328.FilterLogEvents', request);
      all.push(...page.events.map(({ message }) => message));
      nextToken = page.nextToken;
    } while (nextToken);
  }
  if (all.length === 0) throw new Error('no function has logged anything: then this shows nothing');
  return all.join('\n');
}
type LogPage = { readonly events: { message: string }[]; readonly nextToken?: string };

/** Name, moment and input of every schedule. */
export async function schedules({ local }: Local): Promise<string> {
  const client = new SchedulerClient(connection(local));
  try {
    const found: string[] = [];
    for await (const { Schedules = [] } of paginateListSchedules({ client }, {})) {
      for (const { Name, GroupName } of Schedules) {
        const whole = await client.send(new GetScheduleCommand({ Name, GroupName })).catch(() => undefined); // it ran, and deleted itself, in between
        found.push(JSON.stringify([Name, whole?.ScheduleExpression, whole?.Description, whole?.Target]));
      }
    }
    return found.join('\n');
  } finally {
    client.destroy();
  }
}

/** What failed every time waits in queues. Read without taking it away. */
export async function failures({ local }: Local): Promise<string> {
  const { QueueUrls = [] } = await ask<{ QueueUrls?: string[] }>(local, 'AmazonSQS.ListQueues');
  const waiting = await Promise.all(
    QueueUrls.map((QueueUrl) =>
      ask<{ Messages?: unknown[] }>(local, 'AmazonSQS.ReceiveMessage', {
        QueueUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 0,
      }),
    ),
  );
  return waiting.flatMap(({ Messages = [] }) => Messages.map((message) => JSON.stringify(message))).join('\n');
}

/** For services that the project itself has no client of. */
async function ask<Answer>({ emulatorUrl, region, credentials }: Town['local'], target: string, body: object = {}) {
  const service = target.startsWith('Logs') ? 'logs' : 'sqs';
  const response = await fetch(emulatorUrl, {
    method: 'POST',
    headers: {
      'content-type': `application/x-amz-json-1.${service === 'logs' ? 1 : 0}`,
      'x-amz-target': target,
      authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=none`,
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${target} answered ${response.status}`);
  return (await response.json()) as Answer;
}

const connection = ({ emulatorUrl, region, credentials }: Town['local']) => ({
  endpoint: emulatorUrl,
  region,
  credentials: { ...credentials },
});
