import { useMemo, useState } from 'preact/hooks';
import type { LocationList } from '#shared/contracts/location.ts';
import type { Language } from '#shared/domain/words.ts';
import { LANGUAGE } from '#shared/texts/catalogues/language.ts';
import type { MaterialTexts } from '#shared/texts/console-material-texts.ts';
import { SHEETS, type Sheet } from '../../kit/sheets.ts';
import { optionsOf } from '../acts/options.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { ChooseOne } from '../parts/choice-list.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { BackToPlaces } from './back-to-places.tsx';
import { KIT_TOWN } from './kit-town.ts';
import { changingPartOf, materialHref } from './parts.ts';
import { trustedSheet } from './trusted-sheet.ts';

type Place = LocationList['locations'][number];
type Props = { texts: MaterialTexts; place: Place | undefined };

/** What hangs or lies at one place, as it comes out of the printer; printing leaves out all that is around it. */
export function KitOfPlace({ texts, place }: Props) {
  const { kit } = texts;
  return (
    <>
      <BackToPlaces texts={texts} />
      <PageHeading key="kit" title={place?.name ?? texts.title}>
        {place?.name ?? texts.title}
      </PageHeading>
      {place ? (
        <Sheets texts={texts} place={place} />
      ) : (
        <Alert kind="error">
          <p class="utrecht-paragraph">{kit.unknown}</p>
        </Alert>
      )}
    </>
  );
}

function Sheets({ texts: { kit, change }, place }: { texts: MaterialTexts; place: Place }) {
  const { language: ownLanguage } = useShell();
  const [sheet, setSheet] = useState<Sheet>('poster');
  const [language, setLanguage] = useState<Language>(
    KIT_TOWN.languages.includes(ownLanguage) ? ownLanguage : (KIT_TOWN.languages[0] ?? ownLanguage),
  );
  const { code, name } = place;
  const sheetHtml = useMemo(
    () => trustedSheet({ town: KIT_TOWN, place: { code, name }, baseUrl: location.origin, language }, sheet),
    [code, name, language, sheet],
  );
  return (
    <>
      <link rel="stylesheet" href="/assets/kit.css" />
      <p class="utrecht-paragraph hint">{kit.code(code)}</p>
      <p class="utrecht-paragraph">
        <a class="utrecht-link utrecht-link--html-a reach" href={materialHref(changingPartOf(code))}>
          {change.button}
        </a>
      </p>
      <div class="act-form kit-choices">
        <ChooseOne
          name="sheet"
          legend={kit.sheet}
          options={optionsOf(SHEETS, kit.sheets, kit.hints)}
          value={sheet}
          onChange={setSheet}
        />
        {KIT_TOWN.languages.length > 1 && (
          <ChooseOne
            name="language"
            legend={kit.language}
            compact
            options={KIT_TOWN.languages.map((value) => ({ value, label: LANGUAGE[value].name }))}
            value={language}
            onChange={setLanguage}
          />
        )}
        <div class="actions">
          <Button onClick={() => print()}>{kit.print}</Button>
        </div>
        <p class="utrecht-paragraph hint">{kit.printHint}</p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet is wider than a phone, and who has no mouse scrolls it with the keys. */}
      <div class="kit-preview" role="img" aria-label={kit.preview(kit.sheets[sheet])} tabIndex={0}>
        <div
          class={`kit ${sheet}`}
          lang={language}
          dir={LANGUAGE[language].direction}
          // Made by `html`, which escapes what is put in; the same sheets are printed by `npm run kit`.
          dangerouslySetInnerHTML={{ __html: sheetHtml }}
        />
      </div>
    </>
  );
}
