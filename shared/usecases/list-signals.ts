import { type Reader, relationOf } from '#shared/domain/access.ts';
import type { Member } from '#shared/domain/directory.ts';
import { DESK, type PartnerId } from '#shared/domain/ids.ts';
import type { Rules } from '#shared/domain/settings.ts';
import { isVisible, type Signal } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { AuditTrail } from '#shared/ports/audit-trail.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import type { SignalRow, SignalStore } from '#shared/ports/signal-store.ts';
import { auditLine } from './audit-line.ts';

export type ListSignalsDeps = {
  readonly signals: Pick<SignalStore, 'findAll' | 'listByOwner' | 'listByBackup'>;
  readonly directory: Pick<DirectoryReader, 'partners'>;
  readonly audit: AuditTrail;
  readonly rules: Rules;
  readonly now: () => EpochSeconds;
};
export type Listed = { readonly signal: Signal; readonly relation: Reader };
export type ListOutcome = { readonly items: readonly Listed[]; readonly next?: string };

const PAGE = 25;
/** More than one owner has open at once in any municipality; the coordinator sees all owners in one list. */
const OVERVIEW_PAGE = 100;

/**
 * The work of whoever asks, most urgent first. The index says which signals; each is read anew and asked whether this reader may still see it,
 * since an index lags behind. Rows with an address go to the audit trail.
 */
export async function listSignals(
  deps: ListSignalsDeps,
  member: Member,
  which: 'open' | 'closed',
  after?: string,
): Promise<ListOutcome> {
  const { rows, next } = await rowsFor(deps, member, which, after);
  const items = await readAll(deps, member, rows, which);
  const shown = items.filter(({ relation }) => relation === 'owner' || relation === 'planned-visitor');
  await deps.audit.write(shown.map(({ signal }) => auditLine(deps.rules, signal.id, 'list', member.id, deps.now())));
  return { items, ...(next && { next }) };
}

type Rows = { readonly rows: readonly SignalRow[]; readonly next?: string };

async function rowsFor(
  deps: ListSignalsDeps,
  member: Member,
  which: 'open' | 'closed',
  after: string | undefined,
): Promise<Rows> {
  switch (member.role) {
    case 'coordinator':
      return overview(deps, which);
    case 'visitor':
      return { rows: await allOf(deps, member.partnerId, 'open') };
    case 'member':
    case 'desk': {
      const page = await deps.signals.listByOwner(member.partnerId, which, { limit: PAGE, ...(after && { after }) });
      const offered =
        which === 'open' && !after
          ? (await deps.signals.listByBackup(member.partnerId, { limit: OVERVIEW_PAGE })).items
          : [];
      return { rows: [...page.items, ...offered], ...(page.next && { next: page.next }) };
    }
  }
}

async function overview(deps: ListSignalsDeps, which: 'open' | 'closed'): Promise<Rows> {
  const partners = await deps.directory.partners();
  const perOwner = await Promise.all(
    [DESK, ...partners.map(({ id }) => id)].map((ownerId) => allOf(deps, ownerId, which)),
  );
  return { rows: perOwner.flat().sort((one, other) => one.deadline - other.deadline) };
}

async function allOf(
  deps: ListSignalsDeps,
  ownerId: PartnerId,
  which: 'open' | 'closed',
): Promise<readonly SignalRow[]> {
  const rows: SignalRow[] = [];
  let after: string | undefined;
  do {
    const page = await deps.signals.listByOwner(ownerId, which, { limit: OVERVIEW_PAGE, ...(after && { after }) });
    rows.push(...page.items);
    after = page.next;
  } while (after);
  return rows;
}

/** At most this many keys in one consistent batch read (DynamoDB BatchGetItem). */
const READ_AT_ONCE = 100;

async function readAll(
  deps: ListSignalsDeps,
  member: Member,
  rows: readonly SignalRow[],
  which: 'open' | 'closed',
): Promise<Listed[]> {
  const ids = [...new Set(rows.map(({ id }) => id))];
  const found = new Map<string, Signal>();
  for (let start = 0; start < ids.length; start += READ_AT_ONCE) {
    for (const signal of await deps.signals.findAll(ids.slice(start, start + READ_AT_ONCE)))
      found.set(signal.id, signal);
  }
  return ids.flatMap((id) => {
    const signal = found.get(id);
    if (!signal || !isVisible(signal, deps.now()) || (signal.status === 'closed') !== (which === 'closed')) return [];
    const relation = relationOf(member, signal);
    return relation === 'stranger' || relation === 'former-owner' ? [] : [{ signal, relation }];
  });
}
