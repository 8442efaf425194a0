import { localDay, localMonth, localTime } from '#shared/domain/amsterdam.ts';
import { isWorkingDay } from '#shared/domain/clock.ts';
import type { FactId, MemberId, PartnerId, SignalId } from '#shared/domain/ids.ts';
import { quarterOf } from '#shared/domain/period.ts';
import { monthsWithoutNeed, practiceSignal } from '#shared/domain/practice.ts';
import { isAway } from '#shared/domain/receiver.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import type { StatisticsReader } from '#shared/ports/statistics-reader.ts';
import type { NoteAccountDeps } from './note-account.ts';
import { noteDirectory } from './note-directory.ts';
import { type OncePerDeps, oncePer } from './once-per.ts';

export type SendPracticeDeps = {
  readonly signals: Pick<SignalStore, 'add'>;
  readonly directory: Pick<DirectoryReader, 'partner'>;
  readonly settings: Pick<Settings, 'rules'> & { readonly mail: Pick<Settings['mail'], 'languages'> };
  readonly now: () => EpochSeconds;
  readonly idFromKey: (key: string) => SignalId;
  readonly newFactId: () => FactId;
};

/** One practice signal for one partner, one a day: practice that was closed stands in the way of more that day. What follows (mail, list, clocks) follows from the table. */
export async function sendPractice(
  deps: SendPracticeDeps,
  partnerId: PartnerId,
): Promise<'sent' | 'already-today' | 'not-found'> {
  if (!(await deps.directory.partner(partnerId))) return 'not-found';
  const { rules, mail } = deps.settings;
  const now = deps.now();
  const id = deps.idFromKey(`practice ${partnerId} ${localDay(now)}`);
  const [language] = mail.languages;
  const signal = practiceSignal({ id, factId: deps.newFactId(), partnerId, language }, rules, now);
  return (await deps.signals.add(signal)).kind === 'added' ? 'sent' : 'already-today';
}

/** The same, as a coordinator asks for it. */
export async function sendPracticeBy(
  deps: SendPracticeDeps & NoteAccountDeps,
  by: MemberId,
  partnerId: PartnerId,
): ReturnType<typeof sendPractice> {
  const outcome = await sendPractice(deps, partnerId);
  if (outcome === 'sent') await noteDirectory(deps, 'send-practice', by, partnerId);
  return outcome;
}

export type PractiseQuarterlyDeps = SendPracticeDeps &
  OncePerDeps & {
    readonly directory: Pick<DirectoryReader, 'partner' | 'partners'>;
    readonly statistics: Pick<StatisticsReader, 'factsOf'>;
  };

/** Longer than a quarter. */
const KEY_SECONDS = 100 * 86_400;

/**
 * Once a quarter a practice signal to every partner that had no real one for three whole months, on the first working day that it is there.
 * Asked again after a failure it does what was left.
 */
export async function practiseQuarterly(deps: PractiseQuarterlyDeps): Promise<void> {
  const now = deps.now();
  if (!isWorkingDay(deps.settings.rules.officeHours, localTime(now))) return;
  const [partners, facts] = await Promise.all([
    deps.directory.partners(),
    deps.statistics.factsOf(monthsWithoutNeed(now)),
  ]);
  const busy = new Set(facts.map(({ ownerId }) => ownerId));
  for (const partner of partners) {
    if (busy.has(partner.id) || isAway(partner, now)) continue;
    // `2026-q3`, as in the keys that were spent already: another spelling would practise twice in a quarter.
    const key = `practice-${partner.id}-${quarterOf(localMonth(now)).toLowerCase()}`;
    await oncePer(deps, key, KEY_SECONDS, () => sendPractice(deps, partner.id));
  }
}
