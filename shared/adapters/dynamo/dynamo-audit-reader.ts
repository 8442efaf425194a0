import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry, AuditReader } from '#shared/ports/audit-trail.ts';
import { BadPageToken } from '#shared/ports/bad-page-token.ts';
import type { Page, PageRequest } from '#shared/ports/page.ts';
import { auditEntryFromRow, auditPositionIn, auditPositionOf, auditTokenOf, leaverFromRow } from './audit-entry.ts';
import { directoryAudit, doerMonth } from './keys.ts';
import { rowsUnder } from './rows-under.ts';
import { TABLES } from './table-schema.ts';

const { partitionKey, sortKey, indexes } = TABLES.audit;
const { byDoer } = indexes;

export function dynamoAuditReader(db: DynamoDBDocumentClient, TableName: string): AuditReader {
  type List = {
    readonly index?: string;
    readonly attribute: string;
    readonly value: string;
    readonly from: Readonly<Record<string, unknown>> | undefined;
  };
  /** One row more than asked for says whether there is a next page. */
  const page = async ({ index, attribute, value, from }: List, limit: number): Promise<Page<AuditEntry>> => {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName,
        ...(index ? { IndexName: index } : { ConsistentRead: true }),
        KeyConditionExpression: '#list = :list',
        ExpressionAttributeNames: { '#list': attribute },
        ExpressionAttributeValues: { ':list': value },
        ScanIndexForward: false,
        Limit: limit + 1,
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    const shown = Items.slice(0, limit);
    const last = shown.at(-1);
    const more = Items.length > limit || LastEvaluatedKey !== undefined;
    return {
      items: shown.map(auditEntryFromRow),
      ...(last && more && { next: auditTokenOf(auditPositionOf(last)) }),
    };
  };

  return {
    async linesOf(signalId, { limit, after }: PageRequest) {
      const from = after === undefined ? undefined : auditPositionIn(after);
      if (from && from.pk !== signalId) throw new BadPageToken();
      const start = from && { [partitionKey]: from.pk, [sortKey]: from.sk };
      return page({ attribute: partitionKey, value: signalId, from: start }, limit);
    },
    async linesBy(member, month, { limit, after }: PageRequest) {
      const value = doerMonth(member, month);
      const from = after === undefined ? undefined : auditPositionIn(after);
      const start = from && {
        [partitionKey]: from.pk,
        [sortKey]: from.sk,
        [byDoer.partitionKey]: value,
        [byDoer.sortKey]: from.at,
      };
      return page({ index: byDoer.name, attribute: byDoer.partitionKey, value, from: start }, limit);
    },
    async leavers(months) {
      const found = await Promise.all(months.map((month) => rowsUnder(db, TableName, directoryAudit(month))));
      return found.flat().flatMap((row) => leaverFromRow(row) ?? []);
    },
  };
}
