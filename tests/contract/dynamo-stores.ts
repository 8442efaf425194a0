import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '#shared/adapters/dynamo/document-client.ts';
import { dynamoAccessStore } from '#shared/adapters/dynamo/dynamo-access-store.ts';
import { dynamoAuditReader } from '#shared/adapters/dynamo/dynamo-audit-reader.ts';
import { dynamoAuditTrail } from '#shared/adapters/dynamo/dynamo-audit-trail.ts';
import { dynamoBacklog } from '#shared/adapters/dynamo/dynamo-backlog.ts';
import { dynamoCounterStore } from '#shared/adapters/dynamo/dynamo-counter-store.ts';
import { dynamoDirectory } from '#shared/adapters/dynamo/dynamo-directory.ts';
import { dynamoDirectoryEditor } from '#shared/adapters/dynamo/dynamo-directory-editor.ts';
import { dynamoErasureLedger } from '#shared/adapters/dynamo/dynamo-erasure-ledger.ts';
import { dynamoFormKeys } from '#shared/adapters/dynamo/dynamo-form-keys.ts';
import { dynamoOwnTexts } from '#shared/adapters/dynamo/dynamo-own-texts.ts';
import { dynamoPasskeyStore } from '#shared/adapters/dynamo/dynamo-passkey-store.ts';
import { dynamoSignalCensus } from '#shared/adapters/dynamo/dynamo-signal-census.ts';
import { dynamoRequestIntake } from '#shared/adapters/dynamo/dynamo-signal-intake.ts';
import { dynamoSignalLists } from '#shared/adapters/dynamo/dynamo-signal-lists.ts';
import { dynamoSignalStore } from '#shared/adapters/dynamo/dynamo-signal-store.ts';
import { dynamoStatisticsReader } from '#shared/adapters/dynamo/dynamo-statistics-reader.ts';
import { dynamoStatusReader } from '#shared/adapters/dynamo/dynamo-status-reader.ts';
import { dynamoWatchNotes, dynamoWatchReader } from '#shared/adapters/dynamo/dynamo-watch-store.ts';
import type { RawRow } from '#shared/testing/contract.ts';
import { createTables, type TableName } from './create-tables.ts';

/** Settings of every client of an engine on this computer. */
export const LOCAL = { region: 'eu-central-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };

export type Engine = {
  readonly client: DynamoDBClient;
  /** A client without anything that a test did to another one. It shares the connections. */
  anotherClient(): DynamoDBClient;
};

export function engineAt(endpoint: string): Engine {
  const client = new DynamoDBClient({ ...LOCAL, endpoint });
  const { requestHandler } = client.config;
  return { client, anotherClient: () => new DynamoDBClient({ ...LOCAL, endpoint, requestHandler }) };
}

/**
 * Opens the stores on fresh tables of a running engine. `running` is asked for at every opening, because the engine starts after the
 * suite was read. Every opening has a client of its own, so that a fault of one test is no fault of the next.
 */
export function dynamoStores(running: () => Engine) {
  const fresh = async <Name extends TableName>(...names: Name[]) => {
    const { client, anotherClient } = running();
    const tables = await createTables(client, names);
    const dump = async (): Promise<Record<Name, RawRow[]>> => {
      const entries = await Promise.all(
        names.map(async (name) => [name, await allRows(client, tables[name])] as const),
      );
      return Object.fromEntries(entries) as Record<Name, RawRow[]>;
    };
    return { db: documentClient(anotherClient()), tables, dump };
  };

  return {
    async openSignals() {
      const { db, tables, dump } = await fresh('signals', 'statistics', 'audit');
      return { ...signalStores(db, tables), db, tables, dump };
    },
    async openDirectory() {
      const { db, tables, dump } = await fresh('directory');
      return { directory: dynamoDirectory(db, tables.directory), db, tables, dump };
    },
    async openEditor() {
      const { db, tables, dump } = await fresh('directory', 'audit');
      return {
        directory: dynamoDirectory(db, tables.directory),
        editor: dynamoDirectoryEditor(db, tables),
        texts: dynamoOwnTexts(db, tables.directory),
        log: dynamoAuditReader(db, tables.audit),
        db,
        tables,
        dump,
      };
    },
    async openAccess() {
      const { db, tables, dump } = await fresh('access');
      return { access: dynamoAccessStore(db, tables.access), db, tables, dump };
    },
    async openWatch() {
      const { db, tables, dump } = await fresh('access');
      const watch = { ...dynamoWatchReader(db, tables.access), ...dynamoWatchNotes(db, tables.access) };
      return { watch, dump };
    },
    async openPasskeys() {
      const { db, tables, dump } = await fresh('access');
      return { passkeys: dynamoPasskeyStore(db, tables.access), db, tables, dump };
    },
    async openBooks() {
      const { db, tables } = await fresh('signals', 'statistics', 'audit');
      return {
        ...signalStores(db, tables),
        census: dynamoSignalCensus(db, tables.signals),
        ledger: dynamoErasureLedger(db, tables.statistics),
        backlog: dynamoBacklog(db, tables.signals),
      };
    },
    async openCounters() {
      const { db, tables, dump } = await fresh('statistics');
      return { counters: dynamoCounterStore(db, tables.statistics), db, tables, dump };
    },
    async openFormKeys() {
      const { db, tables, dump } = await fresh('access');
      return { another: (newKey: () => string) => dynamoFormKeys(db, tables.access, newKey), dump };
    },
    async openStatistics() {
      const { db, tables, dump } = await fresh('signals', 'statistics', 'audit');
      return {
        ...signalStores(db, tables),
        statistics: dynamoStatisticsReader(db, tables.statistics),
        db,
        tables,
        dump,
      };
    },
    async openAudit() {
      const { db, tables, dump } = await fresh('audit');
      return { audit: dynamoAuditTrail(db, tables.audit), log: dynamoAuditReader(db, tables.audit), db, tables, dump };
    },
  };
}

export type DynamoStores = ReturnType<typeof dynamoStores>;

const signalStores = (
  db: DynamoDBDocumentClient,
  tables: { readonly signals: string; readonly statistics: string; readonly audit: string },
) => ({
  signals: { ...dynamoSignalStore(db, tables), ...dynamoSignalLists(db, tables.signals) },
  statuses: dynamoStatusReader(db, tables.signals),
  requests: dynamoRequestIntake(db, tables.signals),
});

/** Only a test may read a whole table. */
async function allRows(client: DynamoDBClient, TableName: string): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  const pages = paginateScan({ client: documentClient(client) }, { TableName, ConsistentRead: true });
  for await (const { Items = [] } of pages) rows.push(...Items);
  return rows;
}
