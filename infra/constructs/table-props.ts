import { RemovalPolicy } from 'aws-cdk-lib';
import { type Attribute, AttributeType, type TablePropsV2 } from 'aws-cdk-lib/aws-dynamodb';

/** `production` data outlives its stack and refuses deletion; a demo leaves nothing behind. */
export type Protection = 'production' | 'demo';

export const removalPolicyOf = (protection: Protection): RemovalPolicy =>
  protection === 'production' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

export const protectionOf = (protection: Protection) =>
  ({
    deletionProtection: protection === 'production',
    removalPolicy: removalPolicyOf(protection),
  }) satisfies Partial<TablePropsV2>;

/** Days during which DynamoDB can put a table back to any second; what is erased stays restorable that long. */
export const restorableFor = (days: number) =>
  ({
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: days },
  }) satisfies Partial<TablePropsV2>;

export const textKey = (name: string): Attribute => ({ name, type: AttributeType.STRING });

/** Sort keys of the indexes are moments or orders: whole numbers. */
export const numberKey = (name: string): Attribute => ({ name, type: AttributeType.NUMBER });

/** The longest that DynamoDB can put a table back. */
const MAX_RESTORABLE_DAYS = 35;

type Schema = { readonly partitionKey: string; readonly sortKey: string; readonly timeToLive?: string };

/** A table with nothing of residents in it: no key of its own, and restorable as far back as can be. */
export const restorableTable = (
  { partitionKey, sortKey, timeToLive }: Schema,
  protection: Protection,
): TablePropsV2 => ({
  ...protectionOf(protection),
  ...restorableFor(MAX_RESTORABLE_DAYS),
  partitionKey: textKey(partitionKey),
  sortKey: textKey(sortKey),
  ...(timeToLive && { timeToLiveAttribute: timeToLive }),
});
