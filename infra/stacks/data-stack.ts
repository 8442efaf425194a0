import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { TABLES } from '#shared/adapters/dynamo/table-schema.ts';
import { AccessTable } from '../constructs/access-table.ts';
import { AuditTable } from '../constructs/audit-table.ts';
import { DirectoryTable } from '../constructs/directory-table.ts';
import { HashSecret } from '../constructs/hash-secret.ts';
import { SignalsTable } from '../constructs/signals-table.ts';
import { StatisticsTable } from '../constructs/statistics-table.ts';
import type { Stores } from '../constructs/stores.ts';
import type { Protection } from '../constructs/table-props.ts';

/** What must survive a mistake with the rest: the stores and the key of the hashes. */
export class DataStack extends Stack implements Stores {
  readonly signals: SignalsTable;
  readonly directory: DirectoryTable;
  readonly access: AccessTable;
  readonly statistics: StatisticsTable;
  readonly audit: AuditTable;
  readonly hashSecret: HashSecret;

  constructor(scope: Construct, id: string, props: StackProps & { protection: Protection }) {
    super(scope, id, { ...props, terminationProtection: props.protection === 'production' });
    this.signals = new SignalsTable(this, 'Signals', props);
    this.directory = new DirectoryTable(this, 'Directory', props);
    this.access = new AccessTable(this, 'Access', props);
    this.statistics = new StatisticsTable(this, 'Statistics', props);
    this.audit = new AuditTable(this, 'Audit', props);
    this.hashSecret = new HashSecret(this, 'HashSecret', props);

    new CfnOutput(this, 'SignalsTableName', { value: this.signals.table.tableName });
    new CfnOutput(this, 'DirectoryTableName', { value: this.directory.table.tableName });
    new CfnOutput(this, 'AccessTableName', { value: this.access.table.tableName });
    new CfnOutput(this, 'StatisticsTableName', { value: this.statistics.table.tableName });
    new CfnOutput(this, 'AuditTableName', { value: this.audit.table.tableName });
    new CfnOutput(this, 'HashSecretId', { value: this.hashSecret.secret.secretArn });
  }

  /** The names of the tables, for the environment of a function. */
  get tableNames(): Readonly<Record<string, string>> {
    return {
      [TABLES.signals.environment]: this.signals.table.tableName,
      [TABLES.directory.environment]: this.directory.table.tableName,
      [TABLES.access.environment]: this.access.table.tableName,
      [TABLES.statistics.environment]: this.statistics.table.tableName,
      [TABLES.audit.environment]: this.audit.table.tableName,
    };
  }
}
