import { randomUUID } from 'node:crypto';
import { localMonth } from '#shared/domain/amsterdam.ts';
import type { MemberId } from '#shared/domain/ids.ts';
import type { AccountAuditLine, AuditLine, DirectoryAuditLine, LogAuditLine } from '#shared/ports/audit-trail.ts';
import { accountAuditKey, auditKey, directoryAuditKey, doerMonth, logAuditKey } from './keys.ts';

type Line = AuditLine | DirectoryAuditLine | LogAuditLine | AccountAuditLine;

/** Of how people get in, only a reset is about somebody else. */
function keyOf(line: Exclude<Line, AuditLine>) {
  if (line.event === 'read-member-log') return logAuditKey;
  return line.about === undefined || line.event === 'reset-passkeys' ? accountAuditKey : directoryAuditKey;
}

/** Random at the end of the key: two lines about one signal in the same second are two lines. */
export function rowOfAuditLine(line: Line) {
  if (!('signalId' in line)) {
    const { removeAt, ...rest } = line;
    return { ...keyOf(line)(localMonth(rest.at), rest.at, randomUUID()), ...rest, ...doneBy(rest), ttl: removeAt };
  }
  const { signalId, removeAt, ...rest } = line;
  return { ...auditKey(signalId, rest.at, randomUUID()), ...rest, ...doneBy(rest), ttl: removeAt };
}

type Done = { readonly by: MemberId | 'system'; readonly at: AuditLine['at'] };
const doneBy = ({ by, at }: Done) => (by === 'system' ? {} : { doerMonth: doerMonth(by, localMonth(at)) });

/** The only way into the audit table: no line ever replaces another. */
export const putOfAuditLine = (TableName: string, line: Line) => ({
  TableName,
  Item: rowOfAuditLine(line),
  ConditionExpression: 'attribute_not_exists(pk)',
});
