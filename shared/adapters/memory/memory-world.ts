import type { EpochSeconds } from '#shared/domain/time.ts';
import { TABLES } from '../dynamo/table-schema.ts';
import { type MemoryTable, memoryTable, type Row, type RowKey } from './memory-table.ts';

export type TableName = keyof typeof TABLES;
export type TableRows = Readonly<Record<TableName, readonly Row[]>>;

/** All tables of one deployment. Every memory store of a test shares one, so that the test can look at everything that is kept. */
export type MemoryWorld = Readonly<Record<TableName, MemoryTable>> & {
  /** Every row of every table. */
  dump(): TableRows;
  /** What the time-to-live service would have removed by now, at its fastest. Gives the number of rows that went. */
  removeExpired(now: EpochSeconds): number;
};

export function memoryWorld(): MemoryWorld {
  const tables = {
    signals: memoryTable(),
    directory: memoryTable(),
    access: memoryTable(),
    statistics: memoryTable(),
    audit: memoryTable(),
  };
  return {
    ...tables,
    dump: () => ({
      signals: tables.signals.rows(),
      directory: tables.directory.rows(),
      access: tables.access.rows(),
      statistics: tables.statistics.rows(),
      audit: tables.audit.rows(),
    }),
    removeExpired(now) {
      let removed = 0;
      for (const table of Object.values(tables)) {
        for (const row of table.rows()) {
          const { [TIME_TO_LIVE]: end } = row;
          if (typeof end !== 'number' || end > now) continue;
          table.remove(keyOf(row));
          removed += 1;
        }
      }
      return removed;
    },
  };
}

const TIME_TO_LIVE = TABLES.signals.timeToLive;

function keyOf({ pk, sk }: Row): RowKey {
  if (typeof pk !== 'string') throw new TypeError('a row without a key');
  return typeof sk === 'string' ? { pk, sk } : { pk };
}
