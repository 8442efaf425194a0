import type { ErasureLedger } from '#shared/ports/erasure-ledger.ts';
import type { SignalCensus } from '#shared/ports/signal-census.ts';
import { idFromKeys } from '../dynamo/index-rows.ts';
import { ledgerOf } from '../dynamo/keys.ts';
import { endedFromRow } from '../dynamo/statistics-rows.ts';
import type { MemoryWorld } from './memory-world.ts';

export const memorySignalCensus = ({ signals }: MemoryWorld): SignalCensus => ({
  everyId: async () => signals.rows().map(idFromKeys),
});

export const memoryErasureLedger = ({ statistics }: MemoryWorld): ErasureLedger => ({
  async endedOn(days) {
    const asked = new Set<unknown>(days.map(ledgerOf));
    return statistics
      .rows()
      .filter(({ pk }) => asked.has(pk))
      .map(endedFromRow);
  },
});
