import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';

/**
 * Lets somebody do something with the items under these partition keys, `*` at the end for all that begin so, and with no others. `Null` refuses a
 * request that names no key at all, which `ForAllValues` would let through.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
export function grantUnder(table: TableV2, keys: readonly string[], to: IGrantable, actions: readonly string[]): void {
  Grant.addToPrincipal({
    grantee: to,
    actions: [...actions],
    resourceArns: [table.tableArn],
    conditions: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...keys] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
  });
}
