import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { dynamoStores, type Engine, engineAt } from './dynamo-stores.ts';
import { HOW_TO_GET_JAVA, hasJava, type LocalDynamo, startDynamoDbLocal } from './dynamodb-local.ts';
import { faultContract } from './fault-contract.ts';
import { SKIPS } from './skips.ts';

if (await hasJava()) {
  describe('on DynamoDB Local', () => {
    let local: LocalDynamo;
    let engine: Engine;

    beforeAll(async () => {
      local = await startDynamoDbLocal();
      engine = engineAt(local.endpoint);
    }, 60_000);
    afterAll(async () => {
      engine?.client.destroy();
      await local?.stop();
    });

    const stores = dynamoStores(() => engine);
    signalStoreContract(stores.openSignals, SKIPS.dynamoDbLocal.signalStore);
    directoryStoreContract(stores.openDirectory, SKIPS.dynamoDbLocal.directory);
    directoryEditorContract(stores.openEditor, SKIPS.dynamoDbLocal.directoryEditor);
    accessStoreContract(stores.openAccess, SKIPS.dynamoDbLocal.accessStore);
    passkeyStoreContract(stores.openPasskeys);
    auditTrailContract(stores.openAudit, SKIPS.dynamoDbLocal.auditTrail);
    counterStoreContract(stores.openCounters, SKIPS.dynamoDbLocal.counterStore);
    formKeysContract(stores.openFormKeys, SKIPS.dynamoDbLocal.formKeys);
    statisticsReaderContract(stores.openStatistics, SKIPS.dynamoDbLocal.statistics);
    booksContract(stores.openBooks);
    watchStoreContract(stores.openWatch);
    faultContract(stores, SKIPS.dynamoDbLocal.faults);
  });
} else {
  const here = process.env['CI'] ? it : it.skip;
  here(`NOT RUN on DynamoDB Local. ${HOW_TO_GET_JAVA}`, () => {
    expect.fail(HOW_TO_GET_JAVA);
  });
  console.warn(`NOT RUN: the store contract on DynamoDB Local. ${HOW_TO_GET_JAVA}`);
}
