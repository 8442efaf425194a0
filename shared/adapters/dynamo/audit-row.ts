import { randomUUID } from 'node:crypto';
import type { AuditLine } from '#shared/ports/audit-trail.ts';
import { auditKey } from './keys.ts';

/** Random at the end of the key: two lines about one signal in the same second are two lines. */
export const rowOfAuditLine = ({ signalId, removeAt, ...line }: AuditLine) => ({
  ...auditKey(signalId, line.at, randomUUID()),
  ...line,
  ttl: removeAt,
});

/** The only way into the audit table: no line ever replaces another. */
export const putOfAuditLine = (TableName: string, line: AuditLine) => ({
  TableName,
  Item: rowOfAuditLine(line),
  ConditionExpression: 'attribute_not_exists(pk)',
});
