import type { StatisticsView } from '#shared/contracts/statistics-view.ts';
import { parsePeriod } from '#shared/domain/period.ts';
import type { Language } from '#shared/domain/words.ts';
import type { FiguresTexts } from '#shared/texts/console-figures-texts.ts';
import { labelOf, type Texts } from '../texts.ts';

export type Count = StatisticsView['signals'];
export type Table = StatisticsView['tables'][number];
type Row = Table['rows'][number];

/** What the words of this page are made with. */
export type Wording = { readonly figures: FiguresTexts; readonly words: Texts['words']; readonly language: Language };

/** `Kwartaal 3 van 2026`, `Heel 2026`. */
export function periodInWords(id: string, { year, quarter }: FiguresTexts): string {
  const period = parsePeriod(id);
  if (!period) return id;
  return period.quarter ? quarter(String(period.quarter), String(period.year)) : year(String(period.year));
}

export const countInWords = (count: Count, { counts }: FiguresTexts): string =>
  typeof count === 'number' ? String(count) : counts[count];

export function rowInWords(by: Table['by'], { value, name }: Row, { figures, words, language }: Wording): string {
  switch (by) {
    case 'month':
      return monthInWords(value, language);
    case 'neighbourhood':
    case 'partner':
      return name ?? figures.elsewhere[by];
    case 'kind':
      return labelOf(words.reporterKinds, value);
    case 'sign':
      return labelOf(words.reasons, value);
    case 'ending':
      return labelOf({ ...words.endings, ...figures.endings }, value);
    case 'referral':
      return labelOf(words.referrals, value);
  }
}

/** `januari`; the year stands above. */
const monthInWords = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-15T00:00:00Z`));

/** In the order of the calendar; everything else the largest first, as the server has them when they are alike. */
export function inOrder({ by, rows }: Table): readonly Row[] {
  if (by === 'month') return rows;
  const size = ({ count }: Row): number => (typeof count === 'number' ? count : 0);
  return [...rows].sort((one, other) => size(other) - size(one));
}
