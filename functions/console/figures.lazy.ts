import type { StatisticsView } from '#shared/contracts/statistics-view.ts';
import { type Period, periodId } from '#shared/domain/period.ts';
import type { Rules } from '#shared/domain/settings.ts';
import { noteDirectory } from '#shared/usecases/note-directory.ts';
import { readStatistics } from '#shared/usecases/read-statistics.ts';
import { statisticsRows } from './statistics-rows.ts';

/** What figures are about that no fact says. */
export type OfMunicipality = {
  readonly municipality: string;
  readonly rules: Pick<Rules, 'clock' | 'durations'>;
};
type Read = Extract<Awaited<ReturnType<typeof readStatistics>>, { readonly kind: 'read' }>;

function viewOf({ municipality, rules: { clock, durations } }: OfMunicipality, read: Read): StatisticsView {
  const { triage, visitPreferred, visit } = durations;
  const { period, over, area, neighbourhoods, partners, statistics } = read;
  const named = { neighbourhood: neighbourhoods, partner: partners };
  const nameIn = (kind: keyof typeof named, id: string) => named[kind].find((part) => part.id === id)?.name;
  const nameOf = (by: string, value: string) =>
    by === 'neighbourhood' || by === 'partner' ? nameIn(by, value) : undefined;
  return {
    municipality,
    period: periodId(period),
    over,
    ...(area.kind !== 'everywhere' && { area: { ...area, name: nameIn(area.kind, area.id) ?? area.id } }),
    choices: {
      periods: read.periods.map((each: Period) => periodId(each)),
      neighbourhoods: [...neighbourhoods],
      partners: [...partners],
    },
    empty: statistics.empty,
    promised: { clock, triage, visitPreferred, visit },
    signals: statistics.signals,
    shares: [...statistics.shares],
    medians: [...statistics.medians],
    tables: statistics.tables.map(({ by, rows }) => ({
      by,
      rows: rows.map((row) => {
        const name = nameOf(by, row.value);
        return { ...row, ...(name && { name }) };
      }),
    })),
  };
}

/**
 * Counting, and the words of the file. In a file of its own beside the function's (see infra/constructs/function-code.ts): coordinators ask
 * for figures a few times a month, and nobody else has to wait for it.
 */
export const figures = { read: readStatistics, view: viewOf, rows: statisticsRows, note: noteDirectory };
