import type { MemberId, NeighbourhoodId, PartnerId, SignalId } from '#shared/domain/ids.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { Apart, Stretch } from '#shared/domain/work-filter.ts';
import type { Page, PageRequest } from './page.ts';

/** A list that somebody opens: a query of an index, or a few side by side. Those without an owner yet are in none. */
export type WorkList =
  /** Of one owner, most urgent first. */
  | { readonly of: 'owner'; readonly id: PartnerId; readonly part: ListPart | Apart }
  /** Of a neighbourhood, whoever owns them, most urgent first. No practice. */
  | { readonly of: 'neighbourhood'; readonly id: NeighbourhoodId; readonly part: ListPart | Apart }
  /** Of all owners, most urgent first. No practice, except for mail that fails. */
  | { readonly of: 'town'; readonly part: ListPart | Apart }
  /** Contacts that are planned for a member, the next one first. */
  | { readonly of: 'visitor'; readonly id: MemberId }
  /** With a request of the resident that waits for an answer, open and closed alike, first the one that has to be answered first. */
  | { readonly of: 'requests' };
/** `open`: a stretch of what is open, as it is at `now`. */
export type ListPart = 'closed' | { readonly open: Stretch; readonly now: EpochSeconds };

export type SignalLists = {
  /**
   * Ids of what a list holds, in its order. Straight from an index (eventually consistent), and a little more than was asked for may be among
   * them: read each anew before it is shown. Costs what it gives, whatever the table holds.
   */
  list(list: WorkList, page: PageRequest): Promise<Page<SignalId>>;
};
