import { randomUUID } from 'node:crypto';
import { localMonth } from '#shared/domain/amsterdam.ts';
import type { AuditLine, DirectoryAuditLine } from '#shared/ports/audit-trail.ts';
import { auditKey, directoryAuditKey } from './keys.ts';

/** Random at the end of the key: two lines about one signal in the same second are two lines. */
export const rowOfAuditLine = ({ signalId, removeAt, ...line }: AuditLine) => ({
  ...auditKey(signalId, line.at, randomUUID()),
  ...line,
  ttl: removeAt,
});

export const rowOfDirectoryAuditLine = ({ removeAt, ...line }: DirectoryAuditLine) => ({
  ...directoryAuditKey(localMonth(line.at), line.at, randomUUID()),
  ...line,
  ttl: removeAt,
});

/** The only ways into the audit table: no line ever replaces another. */
export const putOfAuditLine = (TableName: string, line: AuditLine) => onlyOnce(TableName, rowOfAuditLine(line));
export const putOfDirectoryAuditLine = (TableName: string, line: DirectoryAuditLine) =>
  onlyOnce(TableName, rowOfDirectoryAuditLine(line));

const onlyOnce = <Row extends object>(TableName: string, Item: Row) => ({
  TableName,
  Item,
  ConditionExpression: 'attribute_not_exists(pk)',
});
