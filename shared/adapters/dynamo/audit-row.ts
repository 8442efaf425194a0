import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { localMonth } from '#shared/domain/amsterdam.ts';
import { type MemberId, parseSignalId } from '#shared/domain/ids.ts';
import {
  AUDIT_EVENTS,
  type AuditEntry,
  type AuditLine,
  DIRECTORY_EVENTS,
  type DirectoryAuditLine,
  type LogAuditLine,
} from '#shared/ports/audit-trail.ts';
import { BadPageToken } from '#shared/ports/bad-page-token.ts';
import { auditKey, directoryAuditKey, doerMonth, logAuditKey } from './keys.ts';
import { instant, key, memberId } from './row-fields.ts';

/** Random at the end of the key: two lines about one signal in the same second are two lines. */
export function rowOfAuditLine(line: AuditLine | LogAuditLine) {
  if (line.event === 'read-member-log') {
    const { removeAt, ...rest } = line;
    return { ...logAuditKey(localMonth(rest.at), rest.at, randomUUID()), ...rest, ...doneBy(rest), ttl: removeAt };
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
export const putOfAuditLine = (TableName: string, line: AuditLine | LogAuditLine) =>
  onlyOnce(TableName, rowOfAuditLine(line));
export const putOfDirectoryAuditLine = (TableName: string, line: DirectoryAuditLine) =>
  onlyOnce(TableName, rowOfDirectoryAuditLine(line));

const onlyOnce = <Row extends object>(TableName: string, Item: Row) => ({
  TableName,
  Item,
  ConditionExpression: 'attribute_not_exists(pk)',
});

/** Not strict: lines are only read, so one of a newer version may hold more than this one knows. */
const auditRow = z.object({
  pk: key,
  at: instant,
  event: z.enum([...AUDIT_EVENTS, ...DIRECTORY_EVENTS, 'read-member-log']),
  by: z.union([z.literal('system'), memberId]),
  about: z.exactOptional(z.string()),
  reason: z.exactOptional(z.string()),
});
export function auditEntryFromRow(item: unknown): AuditEntry {
  const { pk, ...line } = auditRow.parse(item);
  const signalId = parseSignalId(pk);
  return { ...line, ...(signalId === pk && { signalId }) };
}

/** Where a page ended: the moment and the key of its last line. Which list it was comes with the request. */
const position = z.tuple([z.int(), z.string(), z.string()]);
export type AuditPosition = { readonly at: number; readonly pk: string; readonly sk: string };

const placed = z.object({ at: z.int(), pk: key, sk: key });
export const auditPositionOf = (row: unknown): AuditPosition => placed.parse(row);
export const auditTokenOf = ({ at, pk, sk }: AuditPosition): string =>
  Buffer.from(JSON.stringify([at, pk, sk])).toString('base64url');

export function auditPositionIn(token: string): AuditPosition {
  const read = position.safeParse(parsed(token));
  if (!read.success) throw new BadPageToken();
  const [at, pk, sk] = read.data;
  return { at, pk, sk };
}

function parsed(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    return undefined;
  }
}
