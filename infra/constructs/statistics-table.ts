import { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { COUNTERS, FACTS, LEDGER, PRACTICES } from '#shared/adapters/dynamo/keys.ts';
import { TABLES } from '#shared/adapters/dynamo/table-schema.ts';
import { grantUnder } from './grant-under.ts';
import { type Protection, restorableTable } from './table-props.ts';

/** Facts that cannot be linked to a person, the erasure ledger, proofs of erasure, the counters of posters, and how partners practised. */
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

  /** The coordinator reads the facts and the counters of a month, and how partners practised. Ledger and proofs lie under other keys. */
  grantReadFigures(to: IGrantable): void {
    grantUnder(this.table, [`${FACTS}*`, `${COUNTERS}*`, PRACTICES], to, ['dynamodb:Query']);
  }

  /** The books compare facts and ledger with the signals. */
  grantReadBooks(to: IGrantable): void {
    grantUnder(this.table, [`${FACTS}*`, `${LEDGER}*`], to, ['dynamodb:Query']);
  }

  /** The public form adds one to a counter. Facts, ledger and proofs lie under other keys, which it can neither change nor read. */
  grantCount(to: IGrantable): void {
    grantUnder(this.table, [`${COUNTERS}*`], to, ['dynamodb:UpdateItem']);
  }
}
