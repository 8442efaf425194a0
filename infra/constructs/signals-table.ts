import { Stack, Validations } from 'aws-cdk-lib';
import {
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type GrantOnPrincipalOptions, type IGrantable, type IRole } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { TABLES } from '#shared/adapters/dynamo/table-schema.ts';
import { RESTORABLE_DAYS } from '../restorable-days.ts';
import { numberKey, type Protection, protectionOf, removalPolicyOf, restorableFor, textKey } from './table-props.ts';

const { signals } = TABLES;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html, written out: no wildcards. */
const KEY_USE_TO_READ = ['kms:Decrypt', 'kms:DescribeKey'];
const KEY_USE_TO_WRITE = [
  ...KEY_USE_TO_READ,
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

type Conditions = NonNullable<GrantOnPrincipalOptions['conditions']>;
type SignalsIndex = (typeof signals.indexes)[keyof typeof signals.indexes];

/** Holds every signal. Callers ask for what they need to do, never for `readWrite`; each grant includes the use of the key. */
export class SignalsTable extends Construct {
  readonly table: TableV2;
  private readonly key: Key;

  constructor(scope: Construct, id: string, props: { protection: Protection }) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Encrypts the signals of Omzien',
      enableKeyRotation: true,
      removalPolicy: removalPolicyOf(props.protection),
    });
    this.table = new TableV2(this, 'Table', {
      ...protectionOf(props.protection),
      ...restorableFor(RESTORABLE_DAYS),
      partitionKey: textKey(signals.partitionKey),
      encryption: TableEncryptionV2.customerManagedKey(this.key),
      timeToLiveAttribute: signals.timeToLive,
      dynamoStream: StreamViewType.KEYS_ONLY,
      globalSecondaryIndexes: [
        { ...keysOf(signals.indexes.due), projectionType: ProjectionType.KEYS_ONLY },
        { ...keysOf(signals.indexes.byOwner), ...projected },
        { ...keysOf(signals.indexes.byBackup), ...projected },
        { ...keysOf(signals.indexes.byAddress), projectionType: ProjectionType.KEYS_ONLY },
        { ...keysOf(signals.indexes.byMailTrouble), projectionType: ProjectionType.KEYS_ONLY },
        { ...keysOf(signals.indexes.byLetter), projectionType: ProjectionType.KEYS_ONLY },
        { ...keysOf(signals.indexes.byAttention), projectionType: ProjectionType.KEYS_ONLY },
        { ...keysOf(signals.indexes.byTown), projectionType: ProjectionType.KEYS_ONLY },
        { ...keysOf(signals.indexes.byArea), projectionType: ProjectionType.KEYS_ONLY },
        { ...keysOf(signals.indexes.byVisitor), projectionType: ProjectionType.KEYS_ONLY },
        { ...keysOf(signals.indexes.byRequest), projectionType: ProjectionType.KEYS_ONLY },
      ],
    });
  }

  /** The public form adds a signal. A key that is taken answers with the stored item, which needs no right to read. */
  grantSubmit(to: IGrantable): void {
    this.allowToWrite(to, ['dynamodb:PutItem']);
  }

  /**
   * The public status page reads four attributes, none of them personal. `Select` refuses a read without a projection; `Null`
   * refuses one that names no attributes at all, which `ForAllValues` would let through.
   * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
   */
  grantStatus(to: IGrantable): void {
    this.allowToRead(to, ['dynamodb:GetItem'], this.table.tableArn, {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': [...signals.statusAttributes] },
      StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
      Null: { 'dynamodb:Attributes': 'false' },
    });
  }

  /** People who sign in see their lists, what runs at an address, open signals and act on them. A list is an index query and then a batch read. */
  grantHandle(to: IGrantable): void {
    this.allowToWrite(to, ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem']);
    const { due: _system, byLetter: _residents, ...lists } = signals.indexes;
    for (const index of Object.values(lists)) this.allowToRead(to, ['dynamodb:Query'], this.indexArn(index));
  }

  /** `advance` reads a signal and puts it back with what has been done. It deletes erasure records after their
   * time (`retention.erasureRecord`, docs/adr/0005), and what residents ask once it is filed with the signal of their letter. */
  grantAdvance(to: IGrantable): void {
    this.allowToWrite(to, ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem']);
    this.allowToRead(to, ['dynamodb:Query'], this.indexArn(signals.indexes.byLetter));
  }

  /** The sweep finds what is due. */
  grantSweep(to: IGrantable): void {
    this.allowToRead(to, ['dynamodb:Query'], this.indexArn(signals.indexes.due));
  }

  /** How much the sweep has not come to yet. */
  grantSeeBacklog(to: IGrantable): void {
    this.grantSweep(to);
  }

  /** The daily mail counts what an owner has open. */
  grantDigest(to: IGrantable): void {
    this.allowToRead(to, ['dynamodb:Query'], this.indexArn(signals.indexes.byOwner));
  }

  /** The books look at every signal that is there. */
  grantCountAll(to: IGrantable): void {
    this.grantSweep(to);
    this.allowToRead(to, ['dynamodb:BatchGetItem'], this.table.tableArn);
  }

  /** What became of a mail is recorded on the signal that it was about. */
  grantRecordMailEvents(to: IGrantable): void {
    this.allowToWrite(to, ['dynamodb:GetItem', 'dynamodb:PutItem']);
  }

  /** The stream tells which signal changed, and nothing of what is in it. */
  grantFollow(to: IRole): void {
    this.allowToRead(
      to,
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      this.streamArn,
    );
    Grant.addToPrincipal({ grantee: to, actions: ['dynamodb:ListStreams'], resourceArns: ['*'] });
    Validations.of(to).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'dynamodb:ListStreams knows no resources, and Lambda asks for it before it reads a stream.',
    });
  }

  get streamArn(): string {
    const arn = this.table.tableStreamArn;
    if (!arn) throw new Error('The table of signals has a stream');
    return arn;
  }

  private indexArn({ name }: SignalsIndex): string {
    return `${this.table.tableArn}/index/${name}`;
  }

  private allowToRead(to: IGrantable, actions: string[], resource: string, conditions: Conditions = {}): void {
    Grant.addToPrincipal({ grantee: to, actions, resourceArns: [resource], conditions });
    this.allowKey(to, KEY_USE_TO_READ);
  }

  private allowToWrite(to: IGrantable, actions: string[]): void {
    Grant.addToPrincipal({ grantee: to, actions, resourceArns: [this.table.tableArn] });
    this.allowKey(to, KEY_USE_TO_WRITE);
  }

  /** Through DynamoDB only: a function cannot decrypt anything itself. */
  private allowKey(to: IGrantable, actions: string[]): void {
    const { region } = Stack.of(this);
    Grant.addToPrincipal({
      grantee: to,
      actions,
      resourceArns: [this.key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` } },
    });
  }
}

const projected = { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...signals.projected] };

const keysOf = ({ name, partitionKey, sortKey }: SignalsIndex) =>
  ({
    indexName: name,
    partitionKey: textKey(partitionKey),
    sortKey: numberKey(sortKey),
  }) satisfies GlobalSecondaryIndexPropsV2;
