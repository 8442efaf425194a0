import { type Reader, relationOf } from '#shared/domain/access.ts';
import type { Member } from '#shared/domain/directory.ts';
import { DESK, type NeighbourhoodId, type PartnerId, type SignalId } from '#shared/domain/ids.ts';
import type { Rules } from '#shared/domain/settings.ts';
import { isVisible, type Signal } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import { endsFilter, fitsFilter, type WorkFilter } from '#shared/domain/work-filter.ts';
import type { AuditTrail } from '#shared/ports/audit-trail.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import type { Page } from '#shared/ports/page.ts';
import type { SignalRow, SignalStore } from '#shared/ports/signal-store.ts';
import { auditLine } from './audit-line.ts';

export type ListSignalsDeps = {
  readonly signals: Pick<SignalStore, 'findAll' | 'listByOwner' | 'listByOwners' | 'listByBackup' | 'listMailTrouble'>;
  readonly directory: Pick<DirectoryReader, 'partners'>;
  readonly audit: AuditTrail;
  readonly rules: Rules;
  readonly now: () => EpochSeconds;
};
export type Listed = { readonly signal: Signal; readonly relation: Reader };
export type ListOutcome = { readonly items: readonly Listed[]; readonly next?: string };

export type ListRequest = {
  readonly which: 'open' | 'closed';
  readonly filter: WorkFilter;
  /** Only a coordinator sees more than one owner and has something to choose from; of anybody else these change nothing. */
  readonly ownerId?: PartnerId;
  readonly neighbourhoodId?: NeighbourhoodId;
  readonly after?: string;
};

const PAGE = 25;
/** At most this many keys in one consistent batch read (DynamoDB BatchGetItem). */
const READ_AT_ONCE = 100;
/**
 * How far one request reads on for signals that fit what was asked: 400. So it takes as long among a million signals as among a thousand;
 * whoever wants more asks for the next page.
 */
const ROUNDS = 4;

/**
 * The work of whoever asks, most urgent first. The index says which signals; each is read anew and asked whether this reader may still see it,
 * since an index lags behind. Rows with an address go to the audit trail.
 */
export async function listSignals(deps: ListSignalsDeps, member: Member, request: ListRequest): Promise<ListOutcome> {
  const { items, next } = await pageFor(deps, member, request);
  const shown = items.filter(({ relation }) => relation === 'owner' || relation === 'planned-visitor');
  await deps.audit.write(shown.map(({ signal }) => auditLine(deps.rules, signal.id, 'list', member.id, deps.now())));
  return { items, ...(next && { next }) };
}

async function pageFor(deps: ListSignalsDeps, member: Member, request: ListRequest): Promise<ListOutcome> {
  const { which, filter, ownerId } = request;
  switch (member.role) {
    case 'coordinator':
      if (filter === 'mail' && which === 'open') {
        const ids = await deps.signals.listMailTrouble(READ_AT_ONCE);
        return { items: chosen(deps, await readAll(deps, member, ids, which), request) };
      }
      if (ownerId) return searched(deps, member, request, (page) => deps.signals.listByOwner(ownerId, which, page));
      return overview(deps, member, request);
    case 'visitor':
      return which === 'closed' ? { items: [] } : { items: chosen(deps, await visitsOf(deps, member), request) };
    case 'member':
    case 'desk': {
      const own = await searched(deps, member, request, (page) =>
        deps.signals.listByOwner(member.partnerId, which, page),
      );
      if (which === 'closed' || request.after) return own;
      const { items } = await deps.signals.listByBackup(member.partnerId, { limit: READ_AT_ONCE });
      const offered = await readAll(deps, member, idsOf(items), which);
      const already = new Set(own.items.map(({ signal }) => signal.id));
      return {
        ...own,
        items: [...own.items, ...chosen(deps, offered, request).filter(({ signal }) => !already.has(signal.id))],
      };
    }
  }
}

async function overview(deps: ListSignalsDeps, member: Member, request: ListRequest): Promise<ListOutcome> {
  const owners = [DESK, ...(await deps.directory.partners()).map(({ id }) => id)];
  return searched(deps, member, request, (page) => deps.signals.listByOwners(owners, request.which, page));
}

/** A page of what fits. Whoever asks for everything gets a page of the index; else it is read on, so far and no further. */
async function searched(
  deps: ListSignalsDeps,
  member: Member,
  request: ListRequest,
  list: (page: { limit: number; after?: string }) => Promise<Page<SignalRow>>,
): Promise<ListOutcome> {
  const { which, filter, neighbourhoodId, after } = request;
  const everything = filter === 'all' && !neighbourhoodId;
  const limit = everything ? PAGE : READ_AT_ONCE;
  const found: Listed[] = [];
  let from = after;
  for (let round = 0; round < (everything ? 1 : ROUNDS); round += 1) {
    const page = await list({ limit, ...(from && { after: from }) });
    const read = await readAll(deps, member, idsOf(page.items), which);
    found.push(...chosen(deps, read, request));
    const over = read.some(({ signal }) => endsFilter(filter, signal, deps.now()));
    from = over ? undefined : page.next;
    if (!from || found.length >= PAGE) break;
  }
  return { items: found, ...(from && { next: from }) };
}

const idsOf = (rows: readonly SignalRow[]): readonly SignalId[] => rows.map(({ id }) => id);

function chosen(
  { now }: ListSignalsDeps,
  items: readonly Listed[],
  { filter, ownerId, neighbourhoodId }: ListRequest,
): readonly Listed[] {
  return items.filter(
    ({ signal, relation }) =>
      fitsFilter(filter, signal, now()) &&
      (relation !== 'coordinator' ||
        ((!ownerId || signal.assignment?.ownerId === ownerId) &&
          (!neighbourhoodId || signal.assignment?.neighbourhoodId === neighbourhoodId))),
  );
}

/** A visitor sees the few that are planned for them among all that the partner has open. */
async function visitsOf(deps: ListSignalsDeps, member: Member): Promise<readonly Listed[]> {
  const visits: Listed[] = [];
  let after: string | undefined;
  do {
    const page = await deps.signals.listByOwner(member.partnerId, 'open', {
      limit: READ_AT_ONCE,
      ...(after && { after }),
    });
    visits.push(...(await readAll(deps, member, idsOf(page.items), 'open')));
    after = page.next;
  } while (after);
  return visits;
}

/** `ids`: at most 100. In their order. */
async function readAll(
  deps: ListSignalsDeps,
  member: Member,
  ids: readonly SignalId[],
  which: 'open' | 'closed',
): Promise<readonly Listed[]> {
  const found = new Map((await deps.signals.findAll(ids)).map((signal) => [signal.id, signal]));
  return [...new Set(ids)].flatMap((id) => {
    const signal = found.get(id);
    if (!signal || !isVisible(signal, deps.now()) || (signal.status === 'closed') !== (which === 'closed')) return [];
    const relation = relationOf(member, signal);
    return relation === 'stranger' || relation === 'former-owner' ? [] : [{ signal, relation }];
  });
}
