import { useState } from 'preact/hooks';
import { WAYS } from '#shared/domain/words.ts';
import { ChooseOne } from '../parts/choice-list.tsx';
import { useTexts } from '../shell.ts';
import { optionsOf } from './options.ts';
import { type When, WhenField } from './when-field.tsx';

type Way = (typeof WAYS)[number];
type Props = { way: Way; when: When; onWay: (way: Way) => void; onWhen: (when: When) => void; legend: string };

/** Mostly a visit, just now: one line, which opens for whoever called, walked along or came earlier. */
export function HowAndWhen({ way, when, onWay, onWhen, legend }: Props) {
  const { how, when: moments, words } = useTexts();
  const [open] = useState(way !== 'visit' || when.when !== 'now');
  return (
    <details class="tips" open={open}>
      <summary class="tips__summary">
        {how.summary(words.ways[way], moments[when.when].toLowerCase())} <span class="how__change">{how.change}</span>
      </summary>
      <ChooseOne
        name="way"
        compact
        legend={legend}
        options={optionsOf(WAYS, words.ways)}
        value={way}
        onChange={onWay}
      />
      <WhenField value={when} onChange={onWhen} />
    </details>
  );
}
