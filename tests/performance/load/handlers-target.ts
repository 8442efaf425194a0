import { setTimeout as delay } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { documentClient } from '#shared/adapters/dynamo/document-client.ts';
import { dynamoArea } from '#shared/adapters/dynamo/dynamo-area.ts';
import { dynamoCounterStore } from '#shared/adapters/dynamo/dynamo-counter-store.ts';
import { dynamoDirectory } from '#shared/adapters/dynamo/dynamo-directory.ts';
import { dynamoFormKeys } from '#shared/adapters/dynamo/dynamo-form-keys.ts';
import { dynamoRequestIntake } from '#shared/adapters/dynamo/dynamo-signal-intake.ts';
import { dynamoSignalStore } from '#shared/adapters/dynamo/dynamo-signal-store.ts';
import { dynamoStatusReader } from '#shared/adapters/dynamo/dynamo-status-reader.ts';
import { memoryCounterStore } from '#shared/adapters/memory/memory-counter-store.ts';
import { memoryDirectory } from '#shared/adapters/memory/memory-directory.ts';
import { memoryFormKeys } from '#shared/adapters/memory/memory-form-keys.ts';
import {
  memoryRequestIntake,
  memorySignalStore,
  memoryStatusReader,
} from '#shared/adapters/memory/memory-signal-store.ts';
import { memoryWorld } from '#shared/adapters/memory/memory-world.ts';
import { noRegisters } from '#shared/adapters/registers/no-registers.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { mailWriterNow } from '#shared/mail/write-mail.ts';
import type { Directory, DirectoryStore } from '#shared/ports/directory-store.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { now } from '#shared/runtime/now.ts';
import {
  hmacHex,
  idFromKey,
  newFactId,
  newRequestId,
  newSecretId,
  newToken,
  sha256Hex,
} from '#shared/runtime/random-and-hash.ts';
import { addressKey, letterCodeOf, mailboxKeyOf } from '#shared/runtime/signal-keys.ts';
import { settings } from '#shared/testing/builders.ts';
import { type AdvanceDeps, advance } from '#shared/usecases/advance.ts';
import { sweep } from '#shared/usecases/sweep.ts';
import { createHandlers, type ReportDeps } from '../../../functions/report/handlers.ts';
import { unroutedPages } from '../../../functions/report/unrouted-pages.ts';
import { followChanges } from '../../../functions/signal-changes/follow-changes.ts';
import { createTables } from '../../contract/create-tables.ts';
import { LOCAL } from '../../contract/dynamo-stores.ts';
import { anEvent, lambdaContext } from '../../support/http.ts';
import type { Target } from './drive.ts';
import { aForm } from './form.ts';

export type Stores = Pick<ReportDeps, 'status' | 'counters' | 'formKeys' | 'requests'> & {
  readonly signals: SignalStore;
  readonly directory: DirectoryStore;
  readonly area: ReportDeps['directory'];
};

export function memoryStores(): Stores {
  const world = memoryWorld();
  const directory = memoryDirectory(world);
  return {
    signals: memorySignalStore(world),
    directory,
    area: directory,
    status: memoryStatusReader(world),
    counters: memoryCounterStore(world),
    formKeys: memoryFormKeys(world, newSecretId),
    requests: memoryRequestIntake(world),
  };
}

/** On fresh tables of an engine on this computer. */
export async function dynamoDbStores(endpoint: string) {
  const client = new DynamoDBClient({ ...LOCAL, endpoint });
  const db = documentClient(client);
  const tables = await createTables(client, ['signals', 'statistics', 'audit', 'directory', 'access']);
  const stores: Stores = {
    signals: dynamoSignalStore(db, tables),
    directory: dynamoDirectory(db, tables.directory),
    area: dynamoArea(db, tables.directory),
    status: dynamoStatusReader(db, tables.signals),
    counters: dynamoCounterStore(db, tables.statistics),
    formKeys: dynamoFormKeys(db, tables.access, newSecretId),
    requests: dynamoRequestIntake(db, tables.signals),
  };
  return { stores, db, tables, close: () => client.destroy() };
}

/** As a Lambda reads a stream: so many records at most, one batch after the other. */
const BATCH = 25;
const SWEEP_EVERY_MS = 60_000;

export type HandlersTarget = Target & {
  readonly advance: (id: SignalId) => Promise<void>;
  /** Waits for the batch that runs. */
  stop(): Promise<void>;
};

/** Our own code alone, from the event of the API to the mail: the stream is a queue, and mail is only counted. */
export async function handlersTarget(stores: Stores, directory: Directory): Promise<HandlersTarget> {
  await stores.directory.importDirectory(directory);
  const told = new Set<string>();
  const changed: SignalId[] = [];
  const signals = noticing(stores.signals, (id) => changed.push(id));
  const keyedHash = async (text: string) => hmacHex('a secret of the load', text);
  const advancing: AdvanceDeps = {
    signals,
    directory: stores.directory,
    settings,
    now,
    newToken,
    write: mailWriterNow(settings, noOwnTexts),
    registers: noRegisters,
    onRegistersSilent: complain,
    mailer: {
      async send({ about }) {
        if (about?.effect.endsWith('-owner-first')) told.add(about.signalId);
        return 'sent';
      },
    },
    wakeUp: { wakeAt: async () => undefined },
    addressKey: addressKey(keyedHash),
    mailboxKey: mailboxKeyOf(keyedHash),
    letterCode: letterCodeOf(keyedHash),
    hash: sha256Hex,
    onKeyFailure: complain,
    onMailFailure: complain,
  };
  const advanceOne = (id: SignalId) => advance(advancing, id);

  const deps: ReportDeps = {
    settings,
    textsNow: noOwnTexts,
    signals,
    status: stores.status,
    directory: stores.area,
    counters: stores.counters,
    onCountFailure: complain,
    now,
    idFromKey,
    newFactId,
    requests: stores.requests,
    newRequestId,
    digest: sha256Hex,
    formKeys: stores.formKeys,
    keyedHash: hmacHex,
    onFormKeyFailure: complain,
  };
  const report = httpFunction(createHandlers(deps), unroutedPages(deps));
  const call = async (route: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await report(
      anEvent(route, { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }),
      lambdaContext,
    );
    return { status: answer.statusCode ?? 200, body: answer.body };
  };

  const follow = followChanges({ advance: advanceOne, onFault: complain, onRemovedByTimeToLive: complain });
  const stopping = new AbortController();
  const following = followQueue(changed, follow, stopping.signal);
  const sweeping = setInterval(() => {
    void sweep({ signals, advance: advanceOne, now, onFault: complain }).catch(complain);
  }, SWEEP_EVERY_MS);

  return {
    async post(key) {
      const { status, body } = await call('POST /v1/signals', aForm(), { 'idempotency-key': key });
      return { status, ...(status === 201 && { reference: JSON.parse(body ?? '').reference }) };
    },
    askAfter: async (reference) => (await call('POST /v1/signal-status', { reference })).status,
    told: async () => told,
    advance: advanceOne,
    async stop() {
      clearInterval(sweeping);
      stopping.abort();
      await following;
    },
  };
}

const noOwnTexts = async () => ({});
const complain = (...said: readonly unknown[]): void =>
  console.error('a fault:', ...said.filter((one) => one instanceof Error));

/** Every write is a record of the stream. */
const noticing = (store: SignalStore, onChange: (id: SignalId) => void): SignalStore => ({
  ...store,
  async add(signal) {
    const added = await store.add(signal);
    if (added.kind === 'added') onChange(signal.id);
    return added;
  },
  async replace(next) {
    const outcome = await store.replace(next);
    if (outcome === 'replaced') onChange(next.id);
    return outcome;
  },
  async change(next, beside) {
    const outcome = await store.change(next, beside);
    if (outcome === 'replaced') onChange(next.id);
    return outcome;
  },
});

async function followQueue(
  changed: SignalId[],
  follow: ReturnType<typeof followChanges>,
  stopping: AbortSignal,
): Promise<void> {
  while (!stopping.aborted) {
    const batch = changed.splice(0, BATCH);
    if (batch.length === 0) await delay(5);
    else
      await follow({
        Records: batch.map((id) => ({ dynamodb: { Keys: { pk: { S: id } } } })),
      } satisfies DynamoDBStreamEvent);
  }
}
