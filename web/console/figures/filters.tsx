import type { StatisticsView } from '#shared/contracts/statistics-view.ts';
import type { FiguresTexts } from '#shared/texts/console-figures-texts.ts';
import { fieldId } from '../parts/errors.ts';
import { periodInWords } from './wording.ts';

/** `area`: nothing for the whole municipality, else `neighbourhood:…` or `partner:…`. */
export type Asked = { readonly period?: string; readonly area?: string };
type Part = { readonly id: string; readonly name: string };
type Props = {
  asked: Asked;
  view: Pick<StatisticsView, 'period' | 'choices'>;
  texts: FiguresTexts;
  onAsk: (asked: Asked) => void;
};

/** One period and one part at a time: two parts that cross have small numbers. */
export function Filters({ asked, view: { period, choices }, texts, onAsk }: Props) {
  const options = (kind: string, parts: readonly Part[]) =>
    parts.map(({ id, name }) => (
      <option key={id} value={`${kind}:${id}`}>
        {name}
      </option>
    ));
  return (
    <div class="figures__filters">
      <div class="field">
        <label for={fieldId('period')} class="utrecht-form-label field__label">
          {texts.period}
        </label>
        <select
          id={fieldId('period')}
          class="select"
          value={asked.period ?? period}
          onChange={(event) => onAsk({ ...asked, period: event.currentTarget.value })}
        >
          {choices.periods.map((each) => (
            <option key={each} value={each}>
              {periodInWords(each, texts)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={fieldId('area')} class="utrecht-form-label field__label">
          {texts.area}
        </label>
        <select
          id={fieldId('area')}
          class="select"
          value={asked.area ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const { area: _before, ...rest } = asked;
            onAsk({ ...rest, ...(value && { area: value }) });
          }}
        >
          <option value="">{texts.everywhere}</option>
          <optgroup label={texts.columns.neighbourhood}>{options('neighbourhood', choices.neighbourhoods)}</optgroup>
          <optgroup label={texts.columns.partner}>{options('partner', choices.partners)}</optgroup>
        </select>
      </div>
    </div>
  );
}

/** The questions of the API. */
export function queryOf({ period, area }: Asked): Readonly<Record<string, string | undefined>> {
  const [kind, id] = area?.split(':') ?? [];
  return { period, ...(kind && { [kind]: id }) };
}
