import { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { COUNTERS } from '#shared/adapters/dynamo/keys.ts';
import { TABLES } from '#shared/adapters/dynamo/table-schema.ts';
import { type Protection, restorableTable } from './table-props.ts';

/** Facts that cannot be linked to a person, the erasure ledger and the counters of posters. */
export class StatisticsTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, props: { protection: Protection }) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', restorableTable(TABLES.statistics, props.protection));
  }

  /** A milestone puts the whole fact again; an erasure adds its ledger entry and its proof. */
  grantWriteFacts(to: IGrantable): void {
    Grant.addToPrincipal({ grantee: to, actions: ['dynamodb:PutItem'], resourceArns: [this.table.tableArn] });
  }

  /** The coordinator reads the counters of a month. Facts, ledger and proofs lie under other keys. */
  grantReadCounters(to: IGrantable): void {
    this.allowCounters(to, 'dynamodb:Query');
  }

  /** The public form adds one to a counter. Facts, ledger and proofs lie under other keys, which it can neither change nor read. */
  grantCount(to: IGrantable): void {
    this.allowCounters(to, 'dynamodb:UpdateItem');
  }

  private allowCounters(to: IGrantable, action: string): void {
    Grant.addToPrincipal({
      grantee: to,
      actions: [action],
      resourceArns: [this.table.tableArn],
      conditions: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${COUNTERS}*`] },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    });
  }
}
