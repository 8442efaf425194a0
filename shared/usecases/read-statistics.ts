import { localMonth } from '#shared/domain/amsterdam.ts';
import { DESK } from '#shared/domain/ids.ts';
import { isOver, monthsBegun, type Period, parsePeriod, periodsUntil, usualPeriod } from '#shared/domain/period.ts';
import { type Statistics, statisticsOf } from '#shared/domain/statistics.ts';
import { type Area, EVERYWHERE } from '#shared/domain/tally.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import type { StatisticsReader } from '#shared/ports/statistics-reader.ts';

export type ReadStatisticsDeps = {
  readonly statistics: StatisticsReader;
  readonly directory: Pick<DirectoryReader, 'neighbourhoods' | 'partners'>;
  readonly settings: { readonly desk: { readonly name: string } };
  readonly now: () => EpochSeconds;
};
export type StatisticsAsked = {
  readonly period?: string | undefined;
  readonly neighbourhood?: string | undefined;
  readonly partner?: string | undefined;
};
type Part = { readonly id: string; readonly name: string };
export type ReadStatisticsOutcome =
  | { readonly kind: 'unknown'; readonly field: 'period' | 'neighbourhood' | 'partner' }
  | {
      readonly kind: 'read';
      readonly period: Period;
      readonly over: boolean;
      readonly area: Area;
      readonly periods: readonly Period[];
      readonly neighbourhoods: readonly Part[];
      readonly partners: readonly Part[];
      readonly statistics: Statistics;
    };

/** The figures of a whole year or quarter; of the whole municipality, one neighbourhood or one partner. */
export async function readStatistics(
  { statistics, directory, settings, now }: ReadStatisticsDeps,
  asked: StatisticsAsked,
): Promise<ReadStatisticsOutcome> {
  const thisMonth = localMonth(now());
  const periods = periodsUntil(thisMonth);
  const wanted = asked.period === undefined ? usualPeriod(thisMonth) : parsePeriod(asked.period);
  const period = periods.find(({ year, quarter }) => year === wanted?.year && quarter === wanted.quarter);
  if (!period) return { kind: 'unknown', field: 'period' };

  const [facts, allNeighbourhoods, allPartners] = await Promise.all([
    statistics.factsOf(monthsBegun(period.year, thisMonth)),
    directory.neighbourhoods(),
    directory.partners(),
  ]);
  const neighbourhoods = allNeighbourhoods.map(({ id, name }) => ({ id, name }));
  const desk = { id: DESK, name: settings.desk.name };
  const partners = [...allPartners.filter(({ id }) => id !== DESK).map(({ id, name }) => ({ id, name })), desk];

  const unknown = (id: string | undefined, among: readonly Part[]) =>
    id !== undefined && !among.some((part) => part.id === id);
  if (unknown(asked.neighbourhood, neighbourhoods)) return { kind: 'unknown', field: 'neighbourhood' };
  if (unknown(asked.partner, partners)) return { kind: 'unknown', field: 'partner' };

  const area = areaOf(asked);
  const idsOf = (parts: readonly Part[]) => parts.map(({ id }) => id);
  const frame = { year: period.year, thisMonth, neighbourhoods: idsOf(neighbourhoods), partners: idsOf(partners) };
  return {
    kind: 'read',
    period,
    over: isOver(period, thisMonth),
    area,
    periods,
    neighbourhoods,
    partners,
    statistics: statisticsOf(facts, frame)(period, area),
  };
}

function areaOf({ neighbourhood, partner }: StatisticsAsked): Area {
  if (neighbourhood !== undefined) return { kind: 'neighbourhood', id: neighbourhood };
  return partner === undefined ? EVERYWHERE : { kind: 'partner', id: partner };
}
