import type { AuditReader } from '#shared/ports/audit-trail.ts';
import { BadPageToken } from '#shared/ports/bad-page-token.ts';
import type { PageRequest } from '#shared/ports/page.ts';
import {
  type AuditPosition,
  auditEntryFromRow,
  auditPositionIn,
  auditPositionOf,
  auditTokenOf,
  leaverFromRow,
} from '../dynamo/audit-entry.ts';
import { directoryAudit, doerMonth } from '../dynamo/keys.ts';
import type { Row } from './memory-table.ts';
import type { MemoryWorld } from './memory-world.ts';

export function memoryAuditReader({ audit }: MemoryWorld): AuditReader {
  const page = (rows: readonly Row[], from: AuditPosition | undefined, limit: number) => {
    const newestFirst = rows
      .map((row) => ({ row, place: auditPositionOf(row) }))
      .sort((one, other) => compare(other.place, one.place));
    const rest = newestFirst.filter(({ place }) => !from || compare(place, from) < 0);
    const shown = rest.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ row }) => auditEntryFromRow(row)),
      ...(last && rest.length > limit && { next: auditTokenOf(last.place) }),
    };
  };
  const startOf = ({ after }: PageRequest) => (after === undefined ? undefined : auditPositionIn(after));

  return {
    async linesOf(signalId, request) {
      const from = startOf(request);
      if (from && from.pk !== signalId) throw new BadPageToken();
      return page(
        audit.rows().filter(({ pk }) => pk === signalId),
        from,
        request.limit,
      );
    },
    async linesBy(member, month, request) {
      const list = doerMonth(member, month);
      return page(
        audit.rows().filter((row) => row['doerMonth'] === list),
        startOf(request),
        request.limit,
      );
    },
    async leavers(months) {
      const asked = new Set<unknown>(months.map(directoryAudit));
      return audit.rows().flatMap((row) => (asked.has(row['pk']) ? (leaverFromRow(row) ?? []) : []));
    },
  };
}

const compare = (one: AuditPosition, other: AuditPosition): number =>
  one.at - other.at || order(one.pk, other.pk) || order(one.sk, other.sk);
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
