import { useState } from 'preact/hooks';
import type { OwnTexts } from '#shared/domain/own-texts.ts';
import type { Language } from '#shared/domain/words.ts';
import { LANGUAGES } from '#shared/domain/words.ts';
import { LANGUAGE } from '#shared/texts/catalogues/language.ts';
import { changesWithoutDeploy } from '#shared/texts/changeable.ts';
import type { WordingPart } from '#shared/texts/console-wording-texts.ts';
import { useKept } from '../directory/use-kept.ts';
import { Alert } from '../parts/alert.tsx';
import { ChooseOne } from '../parts/choice-list.tsx';
import { Icon } from '../parts/icon.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { TextField } from '../parts/text-field.tsx';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';
import { type Found, type Group, groupOf, groupsIn, partOf, saysOf, search } from './catalogue.ts';
import { Misfits } from './misfits.tsx';
import { hrefTo } from './places.ts';
import { Said } from './said.tsx';
import { useWordingTexts } from './wording-texts.ts';

const PARTS: readonly WordingPart[] = ['work', 'reporters', 'every', 'letter', 'pages', 'words', 'console'];
/** More results than anybody reads are a question that is too short. */
const SHOWN = 40;

type Props = {
  own: OwnTexts;
  reload: () => Promise<void>;
  /** The address names a text that there is not. */
  gone: boolean;
};
type Asked = { language: Language; query: string };

/** Search first, for who has one sentence in mind; then what is their own already; then everything, part by part. */
export function Overview({ own, reload, gone }: Props) {
  const { language: ofReader } = useShell();
  const texts = useWordingTexts();
  const [{ language, query }, ask] = useKept<Asked>('wording', { language: ofReader, query: '' }, false);
  const found = search(language, own, query);
  const groups = groupsIn(language, own);
  return (
    <>
      <p class="back">
        <a class="utrecht-link utrecht-link--html-a back__link" href={hrefOf({ view: 'page', page: 'directory' })}>
          <Icon name="back" />
          {texts.back}
        </a>
      </p>
      <PageHeading title={texts.title}>{texts.title}</PageHeading>
      {gone && (
        <Alert kind="info">
          <p class="utrecht-paragraph">{texts.group.gone}</p>
        </Alert>
      )}
      <p class="utrecht-paragraph">{texts.intro}</p>
      <Misfits own={own} language={language} reload={reload} />
      <search class="wording__ask">
        <TextField
          name="query"
          label={texts.search}
          hint={texts.searchHint}
          value={query}
          onChange={(typed) => ask({ query: typed })}
          input={{ autocomplete: 'off', enterkeyhint: 'go' }}
        />
        <ChooseOne
          name="language"
          legend={texts.language}
          compact
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE[value].name }))}
          value={language}
          onChange={(chosen) => ask({ language: chosen })}
        />
      </search>
      {query.trim() === '' ? (
        <Everything groups={groups} language={language} />
      ) : (
        <Results found={found} language={language} />
      )}
    </>
  );
}

function Results({ found, language }: { found: readonly Found[]; language: Language }) {
  const { searching, own } = useWordingTexts();
  const more = found.length - SHOWN;
  return (
    <>
      <p class="utrecht-paragraph" role="status">
        {found.length === 0 ? searching.none : searching.found(found.length)}
      </p>
      <ul class="rows">
        {found.slice(0, SHOWN).map(({ sentence, groupId }) => (
          <li key={sentence.path} class={groupId ? 'row' : 'row wording__fixed'}>
            <p class="row__title" lang={language} dir={LANGUAGE[language].direction}>
              {groupId ? (
                <a class="row__link" href={hrefTo({ language, path: sentence.path })}>
                  <Said text={saysOf(sentence)} />
                </a>
              ) : (
                <Said text={saysOf(sentence)} />
              )}
            </p>
            <Beside path={sentence.path} note={groupId ? sentence.own && own.tag : searching.fixed} />
          </li>
        ))}
      </ul>
      {more > 0 && <p class="utrecht-paragraph">{searching.more(more)}</p>}
    </>
  );
}

/** Where it is said. The path tells two equal sentences apart; it is also how the log names them. */
function Beside({ path, note }: { path: string; note?: string | undefined }) {
  const { parts } = useWordingTexts();
  const where = changesWithoutDeploy(path) ? parts[partOf(groupOf({ path }))] : undefined;
  return (
    <p class="row__small">
      {[note, where].filter(Boolean).join(' · ')}
      <span class="wording__path" lang="en">
        {path}
      </span>
    </p>
  );
}

function Everything({ groups, language }: { groups: readonly Group[]; language: Language }) {
  const texts = useWordingTexts();
  const own = groups.flatMap(({ sentences }) => sentences).filter((sentence) => sentence.own !== undefined);
  return (
    <>
      <h2 class="utrecht-heading-2 wording__heading">{texts.own.heading}</h2>
      {own.length === 0 && <p class="utrecht-paragraph">{texts.own.none}</p>}
      <ul class="rows">
        {own.map((sentence) => (
          <li key={sentence.path} class="row">
            <p class="row__title" lang={language} dir={LANGUAGE[language].direction}>
              <a class="row__link" href={hrefTo({ language, path: sentence.path })}>
                <Said text={saysOf(sentence)} />
              </a>
            </p>
            <Beside path={sentence.path} />
          </li>
        ))}
      </ul>
      <h2 class="utrecht-heading-2 wording__heading">{texts.all}</h2>
      {PARTS.map((part) => (
        <Part key={part} part={part} groups={groups.filter((group) => group.part === part)} language={language} />
      ))}
      <h2 class="utrecht-heading-2 wording__heading">{texts.fixed.heading}</h2>
      <ul class="utrecht-unordered-list">
        {texts.fixed.reasons.map((reason) => (
          <li key={reason} class="utrecht-unordered-list__item">
            {reason}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Closed until it is asked for: the console alone has some sixty screens. */
function Part({ part, groups, language }: { part: WordingPart; groups: readonly Group[]; language: Language }) {
  const { parts, sentences: count, toResident } = useWordingTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="wording__part" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="wording__summary">{parts[part]}</summary>
      {isOpen && (
        <ul class="wording__groups">
          {groups.map(({ id, title, sentences }) => (
            <li key={id}>
              <a
                class="utrecht-link utrecht-link--html-a wording__link"
                href={hrefTo({ language, path: id })}
                lang={language}
                dir={LANGUAGE[language].direction}
              >
                <Said text={title} />
              </a>{' '}
              <span class="row__small">
                {count(sentences.length)}
                {id.startsWith('mail.resident') && `, ${toResident}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
