import type { StatisticsView } from '#shared/contracts/statistics-view.ts';
import { parsePeriod } from '#shared/domain/period.ts';
import type { Language } from '#shared/domain/words.ts';
import { shareLabels } from '#shared/html/promised.ts';
import type { CsvRow } from '#shared/http/csv.ts';
import { CONSOLE_FIGURES } from '#shared/texts/catalogues/console-figures.ts';
import { FORM } from '#shared/texts/catalogues/form.ts';
import { WORDS } from '#shared/texts/catalogues/words.ts';
import { type OwnTexts, withOwnTexts } from '#shared/texts/own-texts.ts';

/** The figures as lines of a file, one number a line, in the words of the page. */
export function statisticsRows(
  view: StatisticsView,
  language: Language,
  own: OwnTexts,
): { readonly name: string; readonly rows: readonly CsvRow[] } {
  const ours = { 'console-figures': CONSOLE_FIGURES[language], words: WORDS[language] };
  const { 'console-figures': texts, words } = withOwnTexts(ours, language, own);
  const { year, quarter } = parsePeriod(view.period) ?? { year: 0 };
  const period = quarter ? texts.quarter(String(quarter), String(year)) : texts.year(String(year));
  const area = view.area?.name ?? texts.everywhere;
  const inWords = (count: number | keyof typeof texts.counts) =>
    typeof count === 'number' ? count : texts.counts[count];
  const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: words.reporterKinds,
    sign: words.reasons,
    ending: { ...words.endings, ...texts.endings },
    referral: words.referrals,
    neighbourhood: { elsewhere: texts.elsewhere.neighbourhood },
    partner: { elsewhere: texts.elsewhere.partner },
  };
  const shares = shareLabels(texts, FORM[language], view.promised);
  const medians: Readonly<Record<string, string>> = texts.medians;
  const { file } = texts;
  const rows: CsvRow[] = [
    [file.period, file.area, file.table, file.row, file.count, file.of, file.percent, file.hours],
    [period, area, texts.keyFigures, texts.signals, inWords(view.signals)],
    ...view.shares.map(
      ({ name, count, of, percent }): CsvRow => [
        period,
        area,
        texts.keyFigures,
        shares[name] ?? name,
        inWords(count),
        of,
        percent,
      ],
    ),
    ...view.medians.map(
      ({ name, hours }): CsvRow => [
        period,
        area,
        texts.keyFigures,
        medians[name] ?? name,
        undefined,
        undefined,
        undefined,
        hours,
      ],
    ),
    ...view.tables.flatMap(({ by, rows: inTable }) =>
      inTable.map(
        ({ value, name, count }): CsvRow => [
          period,
          area,
          texts.tables[by],
          name ?? labels[by]?.[value] ?? value,
          inWords(count),
        ],
      ),
    ),
  ];
  const width = rows[0]?.length ?? 0;
  // Every line as long as the first (RFC 4180, 2.4).
  const whole = rows.map((row) => [...row, ...Array<undefined>(width - row.length).fill(undefined)]);
  const of = [file.name, view.period, view.area?.id].filter(Boolean).join('-');
  return { name: of, rows: whole };
}
