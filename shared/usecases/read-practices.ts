import { localMonth, localTime } from '#shared/domain/amsterdam.ts';
import type { Partner } from '#shared/domain/directory.ts';
import type { PartnerId } from '#shared/domain/ids.ts';
import { monthsBegun } from '#shared/domain/period.ts';
import { type Practice, practiceOf, type Reaction, reactionOf } from '#shared/domain/practice.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import type { SignalLists } from '#shared/ports/signal-lists.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import type { StatisticsReader } from '#shared/ports/statistics-reader.ts';
import { mailTrouble } from './mail-trouble.ts';

export type ReadPracticesDeps = {
  readonly signals: Pick<SignalStore, 'findAll'> & SignalLists;
  readonly directory: Pick<DirectoryReader, 'partners'>;
  readonly statistics: StatisticsReader;
  readonly now: () => EpochSeconds;
};
export type PartnerPractice = {
  readonly partner: Partner;
  readonly last?: Practice & { readonly reaction: Reaction };
  /** `2026-02`; absent when there was none this year or the year before. */
  readonly lastRealMonth?: string;
  /** Mail about a signal of theirs does not arrive now. */
  readonly mailFails: boolean;
};

/** Of each partner the last practice signal, as it now is; when there was a real one; and whether mail arrives. */
export async function readPractices(deps: ReadPracticesDeps): Promise<readonly PartnerPractice[]> {
  const now = deps.now();
  const { year } = localTime(now);
  const months = [...monthsBegun(year - 1, localMonth(now)), ...monthsBegun(year, localMonth(now))];
  const [partners, practices, facts, trouble] = await Promise.all([
    deps.directory.partners(),
    deps.statistics.practices(),
    deps.statistics.factsOf(months),
    mailTrouble(deps),
  ]);
  const lastOf = await lastPractices(deps, practices);
  const monthOf = new Map<PartnerId, string>();
  for (const { ownerId, month } of facts)
    if (ownerId && month > (monthOf.get(ownerId) ?? '')) monthOf.set(ownerId, month);
  return partners.map((partner) => {
    const last = lastOf.get(partner.id);
    const lastRealMonth = monthOf.get(partner.id);
    return {
      partner,
      ...(last && { last: { ...last, reaction: reactionOf(last, now) } }),
      ...(lastRealMonth && { lastRealMonth }),
      mailFails: trouble.partners.has(partner.id),
    };
  });
}

/** What a mail did and who acted stands on the signal while it is there; what was kept of it is of its last change. */
export async function lastPractices(
  { signals }: Pick<ReadPracticesDeps, 'signals'>,
  practices: readonly Practice[],
): Promise<ReadonlyMap<PartnerId, Practice>> {
  const last = new Map<PartnerId, Practice>();
  for (const practice of practices)
    if (practice.sentAt >= (last.get(practice.partnerId)?.sentAt ?? 0)) last.set(practice.partnerId, practice);
  const ids = [...last.values()].map(({ signalId }) => signalId);
  if (ids.length === 0) return last;
  for (const signal of await signals.findAll(ids)) {
    const live = practiceOf(signal);
    if (live) last.set(live.partnerId, live);
  }
  return last;
}
