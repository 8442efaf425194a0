import { memoryAccessStore } from '#shared/adapters/memory/memory-access-store.ts';
import { memoryAuditReader } from '#shared/adapters/memory/memory-audit-reader.ts';
import { memoryAuditTrail } from '#shared/adapters/memory/memory-audit-trail.ts';
import { memoryBacklog } from '#shared/adapters/memory/memory-backlog.ts';
import { memoryErasureLedger, memorySignalCensus } from '#shared/adapters/memory/memory-books.ts';
import { memoryCounterStore } from '#shared/adapters/memory/memory-counter-store.ts';
import { memoryDirectory } from '#shared/adapters/memory/memory-directory.ts';
import { memoryDirectoryEditor } from '#shared/adapters/memory/memory-directory-editor.ts';
import { memoryFormKeys } from '#shared/adapters/memory/memory-form-keys.ts';
import { memoryOwnTexts } from '#shared/adapters/memory/memory-own-texts.ts';
import { memoryPasskeyStore } from '#shared/adapters/memory/memory-passkey-store.ts';
import { memorySignalLists } from '#shared/adapters/memory/memory-signal-lists.ts';
import {
  memoryRequestIntake,
  memorySignalStore,
  memoryStatusReader,
} from '#shared/adapters/memory/memory-signal-store.ts';
import { memoryStatisticsReader } from '#shared/adapters/memory/memory-statistics-reader.ts';
import { memoryWatchStore } from '#shared/adapters/memory/memory-watch-store.ts';
import { memoryWorld } from '#shared/adapters/memory/memory-world.ts';
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
import { SKIPS } from './skips.ts';

async function open() {
  const world = memoryWorld();
  return {
    signals: { ...memorySignalStore(world), ...memorySignalLists(world) },
    statuses: memoryStatusReader(world),
    requests: memoryRequestIntake(world),
    directory: memoryDirectory(world),
    editor: memoryDirectoryEditor(world),
    texts: memoryOwnTexts(world),
    access: memoryAccessStore(world),
    passkeys: memoryPasskeyStore(world),
    audit: memoryAuditTrail(world),
    log: memoryAuditReader(world),
    counters: memoryCounterStore(world),
    statistics: memoryStatisticsReader(world),
    census: memorySignalCensus(world),
    ledger: memoryErasureLedger(world),
    backlog: memoryBacklog(world),
    watch: memoryWatchStore(world),
    another: (newKey: () => string) => memoryFormKeys(world, newKey),
    dump: async () => world.dump(),
  };
}

signalStoreContract(open, SKIPS.memory.signalStore);
directoryStoreContract(open, SKIPS.memory.directory);
directoryEditorContract(open, SKIPS.memory.directoryEditor);
accessStoreContract(open, SKIPS.memory.accessStore);
passkeyStoreContract(open);
auditTrailContract(open, SKIPS.memory.auditTrail);
counterStoreContract(open, SKIPS.memory.counterStore);
formKeysContract(open, SKIPS.memory.formKeys);
statisticsReaderContract(open, SKIPS.memory.statistics);
booksContract(open);
watchStoreContract(open);
