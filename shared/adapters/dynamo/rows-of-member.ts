import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { MemberId } from '#shared/domain/ids.ts';
import { type RowOfMember, rowOfMemberFrom } from './access-rows.ts';
import { TABLES } from './table-schema.ts';

/** A member's sessions and passkeys, oldest first. A handful: sessions end by themselves. */
export async function rowsOfMember(
  client: DynamoDBDocumentClient,
  TableName: string,
  memberId: MemberId,
): Promise<RowOfMember[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName,
      IndexName: TABLES.access.indexes.byMember.name,
      KeyConditionExpression: 'memberId = :memberId',
      ExpressionAttributeValues: { ':memberId': memberId },
    },
  );
  const rows: RowOfMember[] = [];
  for await (const { Items = [] } of pages) rows.push(...Items.map(rowOfMemberFrom));
  return rows;
}
