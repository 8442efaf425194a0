import { useState } from 'preact/hooks';
import type { LetterView } from '#shared/contracts/letter.ts';
import { localDay } from '#shared/domain/amsterdam.ts';
import { parseSignalId } from '#shared/domain/ids.ts';
import { epochSecondsOf } from '#shared/domain/time.ts';
import type { Language } from '#shared/domain/words.ts';
import { CONSOLE_LETTER } from '#shared/texts/catalogues/console-letter.ts';
import { LANGUAGE } from '#shared/texts/catalogues/language.ts';
import type { LetterTexts } from '#shared/texts/console-letter-texts.ts';
import { optionsOf } from '../acts/options.ts';
import { call } from '../api/client.ts';
import { Button } from '../parts/button.tsx';
import { ChooseOne } from '../parts/choice-list.tsx';
import { Icon } from '../parts/icon.tsx';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded, Stale } from '../parts/not-loaded.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';
import { ownIn } from '../texts.ts';
import { useLoaded } from '../use-loaded.ts';
import { useNow } from '../use-now.ts';
import { UnknownScreen } from '../views/unknown-screen.tsx';
import { CardSheet } from './card-sheet.tsx';
import { LetterSheet } from './letter-sheet.tsx';
import { LETTER_TOWN } from './letter-town.ts';

const textsIn = (language: Language): LetterTexts => ownIn('console-letter', CONSOLE_LETTER[language], language);
const SHEETS = ['letter', 'card'] as const;
type Sheet = (typeof SHEETS)[number];

/** The letter that is handed over at the visit, and the card for a closed door, of the signal whose reference stands in the address. */
export function LetterPage() {
  const { route } = useShell();
  const id = parseSignalId((route.view === 'page' && route.part) || '');
  return id ? <LetterOf key={id} id={id} /> : <UnknownScreen what="reference" />;
}

function LetterOf({ id }: { id: string }) {
  const { page } = textsIn(useShell().language);
  const { state, retry } = useLoaded(`letter ${id}`, () => call('GET /v1/console/signals/{id}/letter', { id }));
  return (
    <>
      <p class="back">
        <a class="utrecht-link utrecht-link--html-a back__link" href={hrefOf({ view: 'signal', id })}>
          <Icon name="back" />
          {page.back}
        </a>
      </p>
      <PageHeading title={page.title}>{page.title}</PageHeading>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <NotLoaded trouble={state.trouble} onRetry={retry} />}
      {state.kind === 'ready' && state.stale && <Stale at={state.at} onRetry={retry} />}
      {state.kind === 'ready' && <Sheets signal={state.value} />}
    </>
  );
}

/** Dutch first, whatever language the console speaks: the letter is for somebody else. */
function Sheets({ signal }: { signal: LetterView }) {
  const { page } = textsIn(useShell().language);
  const [sheet, setSheet] = useState<Sheet>('letter');
  const [language, setLanguage] = useState<Language>(LETTER_TOWN.languages[0] ?? 'nl');
  const texts = textsIn(language);
  const today = localDay(epochSecondsOf(useNow()));
  return (
    <>
      <p class="utrecht-paragraph">{page.intro}</p>
      <div class="act-form">
        <ChooseOne
          name="sheet"
          legend={page.sheet}
          options={optionsOf(SHEETS, page.sheets, page.hints)}
          value={sheet}
          onChange={setSheet}
        />
        {LETTER_TOWN.languages.length > 1 && (
          <ChooseOne
            name="language"
            legend={page.language}
            compact
            options={LETTER_TOWN.languages.map((value) => ({ value, label: LANGUAGE[value].name }))}
            value={language}
            onChange={setLanguage}
          />
        )}
        <div class="actions">
          <Button onClick={() => print()}>{page.print}</Button>
        </div>
        <p class="utrecht-paragraph hint">{page.printHint}</p>
      </div>
      <div class="print-preview" lang={language} dir={LANGUAGE[language].direction}>
        {sheet === 'letter' ? (
          <LetterSheet signal={signal} texts={texts} language={language} today={today} />
        ) : (
          <CardSheet texts={texts} partner={signal.partner} />
        )}
      </div>
    </>
  );
}
