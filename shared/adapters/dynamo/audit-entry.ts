import * as z from 'zod/mini';
import { parseSignalId } from '#shared/domain/ids.ts';
import {
  ACCOUNT_EVENTS,
  AUDIT_EVENTS,
  type AuditEntry,
  DIRECTORY_EVENTS,
  type Leaver,
} from '#shared/ports/audit-trail.ts';
import { BadPageToken } from '#shared/ports/bad-page-token.ts';
import { instant, key, memberId } from './row-fields.ts';

/** Lines as they are read back, apart from how they are written: only the console reads them. */

/** Not strict: lines are only read, so one of a newer version may hold more than this one knows. */
const auditRow = z.object({
  pk: key,
  at: instant,
  event: z.enum([...AUDIT_EVENTS, ...DIRECTORY_EVENTS, 'read-member-log', ...ACCOUNT_EVENTS]),
  by: z.union([z.literal('system'), memberId]),
  about: z.exactOptional(z.string()),
  reason: z.exactOptional(z.string()),
});
export function auditEntryFromRow(item: unknown): AuditEntry {
  const { pk, ...line } = auditRow.parse(item);
  const signalId = parseSignalId(pk);
  return { ...line, ...(signalId === pk && { signalId }) };
}

const leaverRow = z.object({ event: z.literal('remove-member'), about: memberId, name: z.string(), at: instant });
/** None of any other line. */
export function leaverFromRow(item: unknown): Leaver | undefined {
  const { data } = leaverRow.safeParse(item);
  return data && { id: data.about, name: data.name, leftAt: data.at };
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
