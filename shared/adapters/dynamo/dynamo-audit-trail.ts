import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AuditTrail } from '#shared/ports/audit-trail.ts';
import { putOfAuditLine } from './audit-row.ts';
import { transact } from './conditional-write.ts';

/** DynamoDB limit: actions in one transaction. */
const MAX_TRANSACTION = 100;

/** Written as transactions even when it is one line: only these can carry a condition each and survive a lost answer without a second line. */
export const dynamoAuditTrail = (db: DynamoDBDocumentClient, TableName: string): AuditTrail => ({
  async write(lines) {
    for (let from = 0; from < lines.length; from += MAX_TRANSACTION) {
      const writes = lines
        .slice(from, from + MAX_TRANSACTION)
        .map((line) => ({ Put: putOfAuditLine(TableName, line) }));
      if ((await transact(db, writes)) === 'refused') throw new Error('an audit line could not be written');
    }
  },
});
