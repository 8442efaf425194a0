import type { StatisticsView } from '#shared/contracts/statistics-view.ts';
import { shareLabels } from '#shared/html/promised.ts';
import { FORM } from '#shared/texts/catalogues/form.ts';
import { Fact, Facts } from '../parts/facts.tsx';
import { labelOf } from '../texts.ts';
import { countInWords, type Wording } from './wording.ts';

/** What one wants to know first, in words. */
export function KeyFigures({ view, wording }: { view: StatisticsView; wording: Wording }) {
  const { figures: texts, language } = wording;
  const shares = shareLabels(texts, FORM[language], view.promised);
  const inWords = (count: StatisticsView['signals']) => countInWords(count, texts);
  return (
    <section class="section">
      <h2 class="utrecht-heading-2 section__title">{texts.keyFigures}</h2>
      <Facts>
        <Fact label={texts.signals}>
          <strong class="figures__number">{inWords(view.signals)}</strong>
        </Fact>
        {view.shares.map(({ name, count, of, percent }) => (
          <Fact key={name} label={labelOf(shares, name)}>
            <strong>{percent === undefined ? inWords(count) : texts.percent(String(percent))}</strong>
            {of !== undefined && typeof count === 'number' && (
              <span class="figures__of">{texts.countOf(String(count), String(of))}</span>
            )}
            {of === undefined && typeof count === 'number' && <span class="figures__of">{texts.tooFewForShare}</span>}
          </Fact>
        ))}
        {view.medians.map(({ name, hours }) => (
          <Fact key={name} label={labelOf(texts.medians, name)}>
            {hours === undefined ? (
              texts.tooFew
            ) : (
              <>
                <strong>{texts.hours(String(hours))}</strong>
                <span class="figures__of">{texts.medianHint}</span>
              </>
            )}
          </Fact>
        ))}
      </Facts>
    </section>
  );
}
