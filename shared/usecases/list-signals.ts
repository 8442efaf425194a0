import { type Reader, relationOf } from '#shared/domain/access.ts';
import type { Member } from '#shared/domain/directory.ts';
import type { NeighbourhoodId, PartnerId, SignalId } from '#shared/domain/ids.ts';
import { openRequests } from '#shared/domain/resident-request.ts';
import type { Rules } from '#shared/domain/settings.ts';
import { isVisible, type Signal } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import { type Apart, fitsFilter, isStretch, type WorkFilter } from '#shared/domain/work-filter.ts';
import type { AuditTrail } from '#shared/ports/audit-trail.ts';
import type { ListPart, SignalLists, WorkList } from '#shared/ports/signal-lists.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { auditLine } from './audit-line.ts';

export type ListSignalsDeps = {
  readonly signals: Pick<SignalStore, 'findAll' | 'listByBackup'> & SignalLists;
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
/** How many are read on at once when few of a page fit. */
const FURTHER_PAGE = 100;
/** More than any partner is asked to take over at once. */
const MOST_OFFERED = 100;
/** How far one request reads on when what a list gave does not fit after all: so far and no further, and then there is a next page. */
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

/** What residents asked and nobody answered yet, open and closed alike, first what has to be answered first. For the coordinator. */
export const listRequests = (deps: ListSignalsDeps, member: Member, after?: string): Promise<ListOutcome> =>
  searched(deps, member, { of: 'requests' }, ({ signal }) => openRequests(signal).length > 0, after);

async function pageFor(deps: ListSignalsDeps, member: Member, request: ListRequest): Promise<ListOutcome> {
  const { which, after } = request;
  const fits = fitting(deps, request);
  switch (member.role) {
    case 'coordinator':
      return searched(deps, member, listOfCoordinator(deps, request), fits, after);
    case 'visitor':
      return which === 'closed' ? { items: [] } : searched(deps, member, { of: 'visitor', id: member.id }, fits, after);
    case 'member':
    case 'desk': {
      const own = { of: 'owner', id: member.partnerId, part: partOf(deps, request) } as const;
      const { items, next } = await searched(deps, member, own, fits, after);
      if (which === 'closed' || after) return { items, ...(next && { next }) };
      const already = new Set(items.map(({ signal }) => signal.id));
      const offered = (await offeredTo(deps, member)).filter((one) => fits(one) && !already.has(one.signal.id));
      // On top: what somebody asks them to take over is late already.
      return { items: [...offered, ...items], ...(next && { next }) };
    }
  }
}

function listOfCoordinator(deps: ListSignalsDeps, request: ListRequest): WorkList {
  const { ownerId, neighbourhoodId } = request;
  const part = partOf(deps, request);
  // Nearly all of a neighbourhood is of one owner; of an owner it may be a small part.
  if (neighbourhoodId) return { of: 'neighbourhood', id: neighbourhoodId, part };
  return ownerId ? { of: 'owner', id: ownerId, part } : { of: 'town', part };
}

/** What is closed has one list: nobody has to do anything with it any more. */
function partOf({ now }: ListSignalsDeps, { which, filter }: ListRequest): ListPart | Apart {
  if (which === 'closed') return 'closed';
  return isStretch(filter) ? { open: filter, now: now() } : filter;
}

/** What this partner was asked to take over. */
async function offeredTo(deps: ListSignalsDeps, member: Member): Promise<readonly Listed[]> {
  const { items } = await deps.signals.listByBackup(member.partnerId, { limit: MOST_OFFERED });
  const offered = await readAll(
    deps,
    member,
    items.map(({ id }) => id),
  );
  return offered.filter(({ signal }) => signal.status !== 'closed');
}

/** A page of what fits. Whatever the index names too much is made up for by reading on. */
async function searched(
  deps: ListSignalsDeps,
  member: Member,
  list: WorkList,
  fits: (listed: Listed) => boolean,
  after: string | undefined,
): Promise<ListOutcome> {
  const found: Listed[] = [];
  let from = after;
  for (let round = 0; round < ROUNDS; round += 1) {
    const limit = round > 0 && found.length < PAGE / 2 ? FURTHER_PAGE : PAGE;
    const page = await deps.signals.list(list, { limit, ...(from && { after: from }) });
    found.push(...(await readAll(deps, member, page.items)).filter(fits));
    from = page.next;
    if (!from || found.length >= PAGE) break;
  }
  return { items: found, ...(from && { next: from }) };
}

/** Whether a signal is what was asked for: as it is, not as an index had it. */
function fitting({ now }: ListSignalsDeps, { which, filter, ownerId, neighbourhoodId }: ListRequest) {
  return ({ signal, relation }: Listed): boolean =>
    (signal.status === 'closed') === (which === 'closed') &&
    fitsFilter(filter, signal, now()) &&
    (relation !== 'coordinator' ||
      ((!ownerId || signal.assignment?.ownerId === ownerId) &&
        (!neighbourhoodId || signal.assignment?.neighbourhoodId === neighbourhoodId)));
}

/** In their order; without those that this member may not see. */
async function readAll(deps: ListSignalsDeps, member: Member, ids: readonly SignalId[]): Promise<readonly Listed[]> {
  const found = new Map((await deps.signals.findAll(ids)).map((signal) => [signal.id, signal]));
  return [...new Set(ids)].flatMap((id) => {
    const signal = found.get(id);
    if (!signal || !isVisible(signal, deps.now())) return [];
    const relation = relationOf(member, signal);
    if (relation === 'stranger' || relation === 'former-owner') return [];
    // Who practises is not to be steered by anybody: how they did is on a page of its own.
    return relation === 'coordinator' && signal.practice ? [] : [{ signal, relation }];
  });
}
