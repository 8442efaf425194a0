import { ProjectionType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { TABLES } from '#shared/adapters/dynamo/table-schema.ts';
import { numberKey, type Protection, restorableTable, textKey } from './table-props.ts';

const BY_DOER = TABLES.audit.indexes.byDoer;

/** Who read or changed which signal, and when. There is no grant to change or delete a line: only its time-to-live ends it. */
export class AuditTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, props: { protection: Protection }) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      ...restorableTable(TABLES.audit, props.protection),
      globalSecondaryIndexes: [
        {
          indexName: BY_DOER.name,
          partitionKey: textKey(BY_DOER.partitionKey),
          sortKey: numberKey(BY_DOER.sortKey),
          projectionType: ProjectionType.ALL,
        },
      ],
    });
  }

  /** A line is put once, on the condition that its key is new. */
  grantAddLines(to: IGrantable): void {
    Grant.addToPrincipal({ grantee: to, actions: ['dynamodb:PutItem'], resourceArns: [this.table.tableArn] });
  }

  /** The coordinator reads the lines of a signal, and those of a member in the index. */
  grantReadLines(to: IGrantable): void {
    Grant.addToPrincipal({
      grantee: to,
      actions: ['dynamodb:Query'],
      resourceArns: [this.table.tableArn, `${this.table.tableArn}/index/${BY_DOER.name}`],
    });
  }
}
