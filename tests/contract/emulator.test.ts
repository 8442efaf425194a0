import { afterAll, beforeAll, describe } from 'vitest';
import { accessStoreContract } from '#shared/testing/access-store-contract.ts';
import { auditTrailContract } from '#shared/testing/audit-trail-contract.ts';
import { booksContract } from '#shared/testing/books-contract.ts';
import { counterStoreContract } from '#shared/testing/counter-store-contract.ts';
import { directoryEditorContract } from '#shared/testing/directory-editor-contract.ts';
import { directoryStoreContract } from '#shared/testing/directory-store-contract.ts';
import { formKeysContract } from '#shared/testing/form-keys-contract.ts';
import { passkeyStoreContract } from '#shared/testing/passkey-store-contract.ts';
import { signalStoreContract } from '#shared/testing/signal-store-contract.ts';
import { statisticsReaderContract } from '#shared/testing/statistics-reader-contract.ts';
import { watchStoreContract } from '#shared/testing/watch-store-contract.ts';
import { type Emulator, startEmulator } from '../../infra/local/emulator.ts';
import { awsServices } from './aws-services.ts';
import { dynamoStores, type Engine, engineAt } from './dynamo-stores.ts';
import { faultContract } from './fault-contract.ts';
import { restoreDrill } from './restore-drill.ts';
import { SKIPS } from './skips.ts';

describe('on the AWS emulator', () => {
  let emulator: Emulator;
  let engine: Engine;

  beforeAll(async () => {
    emulator = await startEmulator();
    engine = engineAt(emulator.endpoint);
  }, 120_000);
  afterAll(async () => {
    engine?.client.destroy();
    await emulator?.stop();
  });

  const stores = dynamoStores(() => engine);
  signalStoreContract(stores.openSignals, SKIPS.emulator.signalStore);
  directoryStoreContract(stores.openDirectory, SKIPS.emulator.directory);
  directoryEditorContract(stores.openEditor, SKIPS.emulator.directoryEditor);
  accessStoreContract(stores.openAccess, SKIPS.emulator.accessStore);
  passkeyStoreContract(stores.openPasskeys);
  auditTrailContract(stores.openAudit, SKIPS.emulator.auditTrail);
  counterStoreContract(stores.openCounters, SKIPS.emulator.counterStore);
  formKeysContract(stores.openFormKeys, SKIPS.emulator.formKeys);
  statisticsReaderContract(stores.openStatistics, SKIPS.emulator.statistics);
  booksContract(stores.openBooks);
  watchStoreContract(stores.openWatch);
  faultContract(stores, SKIPS.emulator.faults);
  awsServices(() => emulator.endpoint);
  restoreDrill(() => engine.client);
});
