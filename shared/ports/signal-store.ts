import type { ErasureOf } from '#shared/domain/erasure.ts';
import type { Fact } from '#shared/domain/fact.ts';
import type { NeighbourhoodId, PartnerId, SignalId } from '#shared/domain/ids.ts';
import type { IncomingRequest } from '#shared/domain/resident-request.ts';
import type { Settled } from '#shared/domain/settle.ts';
import type { Signal, Status } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { AuditLine } from './audit-trail.ts';
import type { Page, PageRequest } from './page.ts';
import type { SignalIntake } from './signal-intake.ts';

/** One row of a work list: nothing personal, straight from an index (eventually consistent, seconds behind at worst). */
export type SignalRow = {
  readonly id: SignalId;
  readonly status: Status;
  readonly ownerId: PartnerId;
  readonly neighbourhoodId?: NeighbourhoodId;
  /** End of the running step; for a signal without one, the end of its retention. */
  readonly deadline: EpochSeconds;
  readonly practice?: true;
};

/** What is written beside a changed signal, in the same transaction. */
export type AuditAndFact = { readonly audit: AuditLine; readonly fact: Fact };

/**
 * Signals, one record each. Every write replaces exactly the state that it was computed from (`revision - 1`), so that permission, status
 * and claim, all read from that state, are part of the write's condition. See docs/adr/0001.
 */
export type SignalStore = SignalIntake & {
  /** The signal as last written, expired or not: for the system. People's reads go through `isVisible`. Undefined once erased. */
  find(id: SignalId): Promise<Signal | undefined>;

  /** Those of `ids` that exist, in no order, each consistent, however many. */
  findAll(ids: readonly SignalId[]): Promise<readonly Signal[]>;

  /** Bookkeeping of the system: the signal alone. `conflict`: somebody else wrote in between, or it is gone; nothing was written. */
  replace(next: Settled): Promise<'replaced' | 'conflict'>;

  /** A change in the life of a signal, with its audit line and fact: all or nothing. */
  change(next: Settled, auditAndFact: AuditAndFact): Promise<'replaced' | 'conflict'>;

  /** Puts the erasure record in the signal's place, with audit line, last fact, ledger entry and, if asked for, the proof of erasure. */
  erase(signal: Signal, erasure: ErasureOf, auditAndFact: AuditAndFact): Promise<'erased' | 'conflict'>;

  /** Removes the erasure record under this key, if that is what lies there and its `removeAt` has come. */
  purge(id: SignalId, now: EpochSeconds): Promise<void>;

  /** Ids of signals whose `nextAt` has come, and of erasure records whose `removeAt` has, oldest first within each shard, at most `limit` per shard. */
  due(now: EpochSeconds, limit: number): Promise<readonly SignalId[]>;

  /** Open (or closed) signals of one owner, most urgent first. */
  listByOwner(ownerId: PartnerId, which: 'open' | 'closed', page: PageRequest): Promise<Page<SignalRow>>;

  /**
   * Ids of signals with this `addressHash`, newest first, at most 50: whoever sends more than that from one address is a machine. Straight from
   * an index: read each anew before it is shown.
   */
  listAtAddress(addressHash: string): Promise<readonly SignalId[]>;

  /** A request that waits to be filed, under its own key. */
  incoming(id: SignalId): Promise<IncomingRequest | undefined>;
  /** Takes it away once it is filed, or fits no letter. Does nothing to a signal, and nothing when it is gone. */
  removeIncoming(id: SignalId): Promise<void>;
  /** The signal whose letter has a code with this hash. Straight from an index. */
  findByLetter(letterHash: string): Promise<SignalId | undefined>;

  /** Open signals that this partner was asked to take over. */
  listByBackup(partnerId: PartnerId, page: PageRequest): Promise<Page<SignalRow>>;
};

/** What the public status page may know: read apart, with a grant for these attributes alone. */
export type StatusReader = {
  /** Undefined for erased, expired and unknown alike. */
  statusOf(id: SignalId, now: EpochSeconds): Promise<Status | undefined>;
};
