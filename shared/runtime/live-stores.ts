import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CALL_LIMITS } from '#shared/adapters/call-limits.ts';
import { documentClient } from '#shared/adapters/dynamo/document-client.ts';
import { dynamoAccessStore } from '#shared/adapters/dynamo/dynamo-access-store.ts';
import { dynamoArea } from '#shared/adapters/dynamo/dynamo-area.ts';
import { dynamoAuditReader } from '#shared/adapters/dynamo/dynamo-audit-reader.ts';
import { dynamoAuditTrail } from '#shared/adapters/dynamo/dynamo-audit-trail.ts';
import { dynamoBacklog } from '#shared/adapters/dynamo/dynamo-backlog.ts';
import { dynamoCounterStore } from '#shared/adapters/dynamo/dynamo-counter-store.ts';
import { dynamoDirectoryEditor } from '#shared/adapters/dynamo/dynamo-directory-editor.ts';
import { type DynamoDirectoryInUse, dynamoDirectoryInUse } from '#shared/adapters/dynamo/dynamo-directory-in-use.ts';
import { dynamoErasureLedger } from '#shared/adapters/dynamo/dynamo-erasure-ledger.ts';
import { dynamoFormKeys } from '#shared/adapters/dynamo/dynamo-form-keys.ts';
import { dynamoOwnTexts } from '#shared/adapters/dynamo/dynamo-own-texts.ts';
import { dynamoPasskeyStore } from '#shared/adapters/dynamo/dynamo-passkey-store.ts';
import { dynamoSignalCensus } from '#shared/adapters/dynamo/dynamo-signal-census.ts';
import { dynamoRequestIntake, dynamoSignalIntake } from '#shared/adapters/dynamo/dynamo-signal-intake.ts';
import { dynamoSignalLists } from '#shared/adapters/dynamo/dynamo-signal-lists.ts';
import { dynamoSignalStore } from '#shared/adapters/dynamo/dynamo-signal-store.ts';
import { dynamoStatisticsReader } from '#shared/adapters/dynamo/dynamo-statistics-reader.ts';
import { dynamoStatusReader } from '#shared/adapters/dynamo/dynamo-status-reader.ts';
import { dynamoWatchNotes, dynamoWatchReader } from '#shared/adapters/dynamo/dynamo-watch-store.ts';
import { TABLES } from '#shared/adapters/dynamo/table-schema.ts';
import type { AccessStore } from '#shared/ports/access-store.ts';
import type { AuditReader, AuditTrail } from '#shared/ports/audit-trail.ts';
import type { Backlog } from '#shared/ports/backlog.ts';
import type { CounterStore } from '#shared/ports/counter-store.ts';
import type { DirectoryEditor } from '#shared/ports/directory-editor.ts';
import type { AreaReader } from '#shared/ports/directory-store.ts';
import type { FormKeys } from '#shared/ports/form-keys.ts';
import type { OwnTextsReader } from '#shared/ports/own-texts-reader.ts';
import type { PasskeyStore } from '#shared/ports/passkey-store.ts';
import type { RequestIntake, SignalIntake } from '#shared/ports/signal-intake.ts';
import type { SignalLists } from '#shared/ports/signal-lists.ts';
import type { SignalStore, StatusReader } from '#shared/ports/signal-store.ts';
import type { StatisticsReader } from '#shared/ports/statistics-reader.ts';
import type { WatchNotes, WatchReader } from '#shared/ports/watch-store.ts';
import type { BalanceBooksDeps } from '#shared/usecases/balance-books.ts';
import { environment } from './environment.ts';
import { newSecretId } from './random-and-hash.ts';

/** One client per container: connections stay open between requests. */
const db = documentClient(new DynamoDBClient(CALL_LIMITS));

const table = (name: keyof typeof TABLES): string => environment(TABLES[name].environment);

export const liveSignals = (): SignalStore =>
  dynamoSignalStore(db, { signals: table('signals'), statistics: table('statistics'), audit: table('audit') });
export const liveLists = (): SignalLists => dynamoSignalLists(db, table('signals'));
export const liveRequests = (): RequestIntake => dynamoRequestIntake(db, table('signals'));
export const liveIntake = (): SignalIntake => dynamoSignalIntake(db, table('signals'));
export const liveStatus = (): StatusReader => dynamoStatusReader(db, table('signals'));
export const liveArea = (): AreaReader => dynamoArea(db, table('directory'));
export const liveOwnTexts = (): OwnTextsReader => dynamoOwnTexts(db, table('directory'));
export const liveDirectory = (): DynamoDirectoryInUse => dynamoDirectoryInUse(db, table('directory'));
export const liveDirectoryEditor = (): DirectoryEditor =>
  dynamoDirectoryEditor(db, { directory: table('directory'), audit: table('audit') });
export const liveAccess = (): AccessStore => dynamoAccessStore(db, table('access'));
export const liveWatchReader = (): WatchReader => dynamoWatchReader(db, table('access'));
export const liveWatchNotes = (): WatchNotes => dynamoWatchNotes(db, table('access'));
export const liveBacklog = (): Backlog => dynamoBacklog(db, table('signals'));
export const liveFormKeys = (): FormKeys => dynamoFormKeys(db, table('access'), newSecretId);
export const livePasskeys = (): PasskeyStore => dynamoPasskeyStore(db, table('access'));
export const liveCounters = (): CounterStore => dynamoCounterStore(db, table('statistics'));
export const liveStatistics = (): StatisticsReader => dynamoStatisticsReader(db, table('statistics'));
export const liveAuditReader = (): AuditReader => dynamoAuditReader(db, table('audit'));
export const liveAudit = (): AuditTrail => dynamoAuditTrail(db, table('audit'));
export const liveBooks = (): Pick<BalanceBooksDeps, 'census' | 'statistics' | 'ledger' | 'watch'> => ({
  census: dynamoSignalCensus(db, table('signals')),
  statistics: dynamoStatisticsReader(db, table('statistics')),
  watch: dynamoWatchReader(db, table('access')),
  ledger: dynamoErasureLedger(db, table('statistics')),
});
