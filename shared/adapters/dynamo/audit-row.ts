import { randomUUID } from 'node:crypto';
import { localMonth } from '#shared/domain/amsterdam.ts';
import type { MemberId } from '#shared/domain/ids.ts';
import type { AccountAuditLine, AuditLine, DirectoryAuditLine, LogAuditLine } from '#shared/ports/audit-trail.ts';
import { accountAuditKey, auditKey, directoryAuditKey, doerMonth, logAuditKey } from './keys.ts';

/** Random at the end of the key: two lines about one signal in the same second are two lines. */
export function rowOfAuditLine(line: AuditLine | LogAuditLine | AccountAuditLine) {
  if (!('signalId' in line)) {
    const { removeAt, ...rest } = line;
    const keyOf = rest.event === 'read-member-log' ? logAuditKey : accountAuditKey;
    return { ...keyOf(localMonth(rest.at), rest.at, randomUUID()), ...rest, ...doneBy(rest), ttl: removeAt };
  }
  const { signalId, removeAt, ...rest } = line;
  return { ...auditKey(signalId, rest.at, randomUUID()), ...rest, ...doneBy(rest), ttl: removeAt };
}

export const rowOfDirectoryAuditLine = ({ removeAt, ...line }: DirectoryAuditLine) => ({
  ...directoryAuditKey(localMonth(line.at), line.at, randomUUID()),
  ...line,
  ...doneBy(line),
  ttl: removeAt,
});

type Done = { readonly by: MemberId | 'system'; readonly at: AuditLine['at'] };
const doneBy = ({ by, at }: Done) => (by === 'system' ? {} : { doerMonth: doerMonth(by, localMonth(at)) });

/** The only ways into the audit table: no line ever replaces another. */
export const putOfAuditLine = (TableName: string, line: AuditLine | LogAuditLine | AccountAuditLine) =>
  onlyOnce(TableName, rowOfAuditLine(line));
export const putOfDirectoryAuditLine = (TableName: string, line: DirectoryAuditLine) =>
  onlyOnce(TableName, rowOfDirectoryAuditLine(line));

const onlyOnce = <Row extends object>(TableName: string, Item: Row) => ({
  TableName,
  Item,
  ConditionExpression: 'attribute_not_exists(pk)',
});
