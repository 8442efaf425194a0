import type { Settled } from '#shared/domain/settle.ts';
import { isVisible, publicStatusOf, type Signal } from '#shared/domain/signal.ts';
import type { Page, PageRequest } from '#shared/ports/page.ts';
import type { RequestIntake } from '#shared/ports/signal-intake.ts';
import type { AuditAndFact, SignalRow, SignalStore, StatusReader } from '#shared/ports/signal-store.ts';
import { rowOfAuditLine } from '../dynamo/audit-row.ts';
import { takenBy } from '../dynamo/dynamo-signal-intake.ts';
import { MOST_AT_ADDRESS, type RowEntry, rowEntryFrom } from '../dynamo/index-rows.ts';
import { backupListKey, ownerListKey, signalKey } from '../dynamo/keys.ts';
import { pageTokenOf, positionIn } from '../dynamo/page-token.ts';
import { rowOfFactOrPractice } from '../dynamo/practice-row.ts';
import { signalFromRow } from '../dynamo/signal-from-row.ts';
import { rowOfErasure, rowOfIncoming, rowOfSignal } from '../dynamo/signal-row.ts';
import { rowOfLedger, rowOfProof } from '../dynamo/statistics-rows.ts';
import { SHARDS } from '../dynamo/table-schema.ts';
import type { Row } from './memory-table.ts';
import type { MemoryWorld } from './memory-world.ts';

/**
 * Writes the very rows that DynamoDB gets, so that a test in memory reads what a table would give back. `read`: who has many rows and never
 * changes one may remember what was in it.
 */
export function memorySignalStore(world: MemoryWorld, read: typeof signalFromRow = signalFromRow): SignalStore {
  const { signals, statistics, audit } = world;

  const isStill = (signal: Signal, revision: number): boolean =>
    signals.get(signalKey(signal.id))?.['revision'] === revision;

  const putAuditAndFact = (signal: Signal, auditAndFact: AuditAndFact): void => {
    audit.put(rowOfAuditLine(auditAndFact.audit));
    statistics.put(rowOfFactOrPractice(signal, auditAndFact.audit, auditAndFact.fact));
  };

  const replace = (next: Settled, auditAndFact?: AuditAndFact): 'replaced' | 'conflict' => {
    if (!isStill(next, next.revision - 1)) return 'conflict';
    signals.put(rowOfSignal(next));
    if (auditAndFact) putAuditAndFact(next, auditAndFact);
    return 'replaced';
  };

  const find = (id: Signal['id']): Signal | undefined => {
    const row = signals.get(signalKey(id));
    const found = row && read(row);
    return found?.kind === 'signal' ? found.signal : undefined;
  };

  const list = (attribute: 'ownerList' | 'backupList', value: string, page: PageRequest): Page<SignalRow> =>
    pageOf(
      signals
        .rows()
        .filter((row) => row[attribute] === value)
        .map(rowEntryFrom),
      page,
    );

  return {
    async add(signal) {
      const there = signals.get(signalKey(signal.id));
      if (there) return { kind: 'taken', by: takenBy(there) };
      signals.put(rowOfSignal(signal));
      return { kind: 'added' };
    },
    async find(id) {
      return find(id);
    },
    async findAll(ids) {
      return [...new Set(ids)].map(find).filter((signal) => signal !== undefined);
    },
    async replace(next) {
      return replace(next);
    },
    async change(next, auditAndFact) {
      return replace(next, auditAndFact);
    },
    async erase(signal, erasure, auditAndFact) {
      if (!isStill(signal, signal.revision)) return 'conflict';
      signals.put(rowOfErasure(erasure.record));
      statistics.put(rowOfLedger(erasure.ledger));
      if (erasure.proof) statistics.put(rowOfProof(erasure.proof));
      putAuditAndFact(signal, auditAndFact);
      return 'erased';
    },
    async purge(id, now) {
      const row = signals.get(signalKey(id));
      const found = row && read(row);
      if (found?.kind === 'erased' && found.record.removeAt <= now) signals.remove(signalKey(id));
    },
    async due(now, limit) {
      const waiting = signals.rows().flatMap((row) => dueEntry(row, read(row)));
      return SHARDS.flatMap((shard) =>
        waiting
          .filter(({ dueShard, nextAt }) => dueShard === shard && nextAt <= now)
          .sort((one, other) => one.nextAt - other.nextAt)
          .slice(0, limit)
          .map(({ id }) => id),
      );
    },
    async listAtAddress(addressHash) {
      return signals
        .rows()
        .filter((row) => row['addressHash'] === addressHash)
        .map((row) => read(row))
        .flatMap((found) => (found.kind === 'signal' ? [found.signal] : []))
        .sort((one, other) => other.receivedAt - one.receivedAt)
        .slice(0, MOST_AT_ADDRESS)
        .map(({ id }) => id);
    },
    async findByLetter(letterHash) {
      const row = signals.rows().find((one) => one['letterHash'] === letterHash);
      const found = row && read(row);
      return found?.kind === 'signal' ? found.signal.id : undefined;
    },
    async incoming(id) {
      const row = signals.get(signalKey(id));
      const found = row && read(row);
      return found?.kind === 'request' ? found.request : undefined;
    },
    async removeIncoming(id) {
      if (signals.get(signalKey(id))?.['kind'] === 'request') signals.remove(signalKey(id));
    },
    async listByOwner(ownerId, which, page) {
      return list('ownerList', ownerListKey(ownerId, which), page);
    },
    async listByBackup(partnerId, page) {
      return list('backupList', backupListKey(partnerId), page);
    },
  };
}

function dueEntry(
  { dueShard }: Row,
  found: ReturnType<typeof signalFromRow>,
): { id: Signal['id']; dueShard: unknown; nextAt: number }[] {
  switch (found.kind) {
    case 'signal':
      return [{ id: found.signal.id, dueShard, nextAt: found.signal.nextAt }];
    case 'erased':
      return [{ id: found.record.id, dueShard, nextAt: found.record.removeAt }];
    case 'request':
      return [{ id: found.request.id, dueShard, nextAt: found.request.at }];
  }
}

const byOrderThenId = (one: RowEntry, other: RowEntry): number =>
  one.order - other.order || (one.id < other.id ? -1 : 1);

function pageOf(entries: readonly RowEntry[], { limit, after }: PageRequest): Page<SignalRow> {
  const from = after === undefined ? undefined : positionIn(after);
  const rest = entries
    .filter(({ id, order }) => !from || order > from[0] || (order === from[0] && id > from[1]))
    .sort(byOrderThenId);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(({ row }) => row), ...(last && rest.length > limit && { next: pageTokenOf(last) }) };
}

export const memoryStatusReader = ({ signals }: MemoryWorld): StatusReader => ({
  async statusOf(id, now) {
    const row = signals.get(signalKey(id));
    const found = row && signalFromRow(row);
    if (found?.kind !== 'signal') return undefined;
    const { signal } = found;
    return isVisible(signal, now) ? publicStatusOf(signal, now) : undefined;
  },
});

export const memoryRequestIntake = ({ signals }: MemoryWorld): RequestIntake => ({
  async drop(request) {
    signals.put(rowOfIncoming(request));
  },
});
