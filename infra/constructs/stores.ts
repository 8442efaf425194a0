import type { AccessTable } from './access-table.ts';
import type { AuditTable } from './audit-table.ts';
import type { DirectoryTable } from './directory-table.ts';
import type { HashSecret } from './hash-secret.ts';
import type { SignalsTable } from './signals-table.ts';
import type { StatisticsTable } from './statistics-table.ts';

/** Where everything is kept: a function asks each for what its job needs. */
export type Stores = {
  readonly signals: SignalsTable;
  readonly directory: DirectoryTable;
  readonly access: AccessTable;
  readonly statistics: StatisticsTable;
  readonly audit: AuditTable;
  readonly hashSecret: HashSecret;
};
