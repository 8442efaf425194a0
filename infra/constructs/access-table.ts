import { ProjectionType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { FORM_KEYS, MAILBOXES, WATCH } from '#shared/adapters/dynamo/keys.ts';
import { TABLES } from '#shared/adapters/dynamo/table-schema.ts';
import { grantUnder } from './grant-under.ts';
import { numberKey, type Protection, protectionOf, textKey } from './table-props.ts';

const BY_MEMBER = TABLES.access.indexes.byMember;

/** Sign-in codes, sessions, passkeys, the keys of daily mails and of the form. Without backups: a restored session would be an open door. */
export class AccessTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, props: { protection: Protection }) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      ...protectionOf(props.protection),
      partitionKey: textKey(TABLES.access.partitionKey),
      timeToLiveAttribute: TABLES.access.timeToLive,
      globalSecondaryIndexes: [
        {
          indexName: BY_MEMBER.name,
          partitionKey: textKey(BY_MEMBER.partitionKey),
          sortKey: numberKey(BY_MEMBER.sortKey),
          projectionType: ProjectionType.ALL,
        },
      ],
    });
  }

  /** Codes are counted down, sessions renewed and ended, passkeys added and removed. */
  grantSignIn(to: IGrantable): void {
    this.allow(to, ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']);
    Grant.addToPrincipal({
      grantee: to,
      actions: ['dynamodb:Query'],
      resourceArns: [`${this.table.tableArn}/index/${BY_MEMBER.name}`],
    });
  }

  /** A put that only one run of the day wins; what the clock did and which alarms ring is noted in the same way. */
  grantDoOncePerDay(to: IGrantable): void {
    this.allow(to, ['dynamodb:PutItem']);
  }

  /** Whether mail reaches a mailbox is noted under its HMAC. */
  grantNoteMail(to: IGrantable): void {
    grantUnder(this.table, [`${MAILBOXES}*`], to, ['dynamodb:UpdateItem']);
  }

  /** The books go on from what they counted last night. */
  grantReadJobs(to: IGrantable): void {
    grantUnder(this.table, [`${WATCH}*`], to, ['dynamodb:BatchGetItem']);
  }

  /** The coordinator sees how the system does. */
  grantReadWatch(to: IGrantable): void {
    grantUnder(this.table, [`${WATCH}*`, `${MAILBOXES}*`], to, ['dynamodb:BatchGetItem']);
  }

  /** The public form makes and reads its own keys. Codes and sessions lie under other keys, which it can neither change nor read. */
  grantFormKeys(to: IGrantable): void {
    grantUnder(this.table, [`${FORM_KEYS}*`], to, ['dynamodb:UpdateItem']);
  }

  private allow(to: IGrantable, actions: string[]): void {
    Grant.addToPrincipal({ grantee: to, actions, resourceArns: [this.table.tableArn] });
  }
}
