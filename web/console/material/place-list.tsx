import type { LocationList } from '#shared/contracts/location.ts';
import type { MaterialTexts } from '#shared/texts/console-material-texts.ts';
import { ButtonLink } from '../parts/button.tsx';
import { Fact, Facts } from '../parts/facts.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { monthInWords } from '../time-in-words.ts';
import { ADDING, materialHref, partOf } from './parts.ts';

type Props = { texts: MaterialTexts; list: LocationList };

/** Every place, what it brought, and the way to its posters. */
export function PlaceList({ texts, list: { locations, from, until, removed, byPhone, selfTries } }: Props) {
  const { language } = useShell();
  const signals = (count: number | undefined): string =>
    count === undefined ? texts.fewSignals : texts.signals(count);
  return (
    <>
      <PageHeading title={texts.title}>{texts.title}</PageHeading>
      <p class="utrecht-paragraph">{texts.intro}</p>
      <div class="actions">
        <ButtonLink weight="primary-action" href={materialHref(ADDING)}>
          {texts.add.button}
        </ButtonLink>
      </div>
      <h2 class="utrecht-heading-2">{texts.places}</h2>
      {locations.length === 0 && <p class="utrecht-paragraph">{texts.none}</p>}
      <ul class="rows">
        {locations.map(({ code, name, signals: count }) => (
          <li key={code} class="row">
            <h3 class="row__title">
              <a class="row__link" href={materialHref(partOf(code))}>
                {name}
              </a>
            </h3>
            <p class="row__small">{signals(count)}</p>
          </li>
        ))}
      </ul>
      <Facts>
        {removed !== undefined && <Fact label={texts.removed}>{signals(removed)}</Fact>}
        <Fact label={texts.byPhone}>{signals(byPhone)}</Fact>
        <Fact label={texts.selfTries}>
          {selfTries === undefined ? texts.fewSelfTries : texts.countedSelfTries(selfTries)}
        </Fact>
      </Facts>
      <p class="utrecht-paragraph hint">
        {texts.counted(monthInWords(from, language), monthInWords(until, language))} {texts.whyNotExact}
      </p>
    </>
  );
}
