import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { laidOver, type OwnTexts } from '#shared/domain/own-texts.ts';
import { LANGUAGE } from '#shared/texts/catalogues/language.ts';
import { call } from '../api/client.ts';
import type { FieldError, Trouble } from '../api/trouble.ts';
import { useKept } from '../directory/use-kept.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { ErrorsProvider, OwnErrorWords } from '../parts/errors.ts';
import { Icon } from '../parts/icon.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { useShell } from '../shell.ts';
import { type Group, type Sentence, saysOf } from './catalogue.ts';
import { atFields, changesOf, fieldOfSentence, mistakesIn, type Typed } from './changes.ts';
import { hrefTo, type Place, routeTo } from './places.ts';
import { hasPreview, PREVIEW, Preview } from './preview.tsx';
import { Said } from './said.tsx';
import { SentenceRow } from './sentence-row.tsx';
import { useWordingTexts } from './wording-texts.ts';

type State =
  | { readonly kind: 'idle' | 'sending' | 'overtaken' | 'nothing' }
  | { readonly kind: 'wrong'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'failed'; readonly trouble: Trouble };
const NONE: readonly FieldError[] = [];

type Props = { group: Group; place: Place; own: OwnTexts; reload: () => Promise<void> };

/** The sentences of one mail or screen. Any of them can be opened and changed; they are saved together. */
export function GroupForm({ group, place, own, reload }: Props) {
  const { go, sessionEnded, lookAtTexts, texts } = useShell();
  const said = useWordingTexts();
  const { language, path } = place;
  const { id, title, sentences } = group;
  const asked = sentences.find((sentence) => sentence.path === path);
  const [{ typed }, keep, drop] = useKept<{ typed: Typed }>(`wording/${language}/${id}`, { typed: {} });
  const [state, setState] = useState<State>({ kind: 'idle' });
  const busy = useRef(false);
  /** Which sentence somebody chose: they are taken to it. */
  const [chosen, choose] = useState(asked?.path);
  const change = (next: Typed) => {
    keep({ typed: next });
    setState((before) => (before.kind === 'wrong' || before.kind === 'nothing' ? { kind: 'idle' } : before));
  };
  const open = (sentence: Sentence) => {
    choose(sentence.path);
    change({ ...typed, [sentence.path]: saysOf(sentence) });
  };
  useLayoutEffect(() => {
    if (asked && typed[asked.path] === undefined) open(asked);
  }, []);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy.current) return;
    const changes = changesOf(sentences, language, typed);
    if (changes.length === 0) return setState({ kind: 'nothing' });
    const mistakes = mistakesIn(sentences, changes);
    if (mistakes.length > 0) return setState({ kind: 'wrong', errors: mistakes });
    busy.current = true;
    setState({ kind: 'sending' });
    const reply = await call('PUT /v1/console/texts', { body: { changes: [...changes] } });
    busy.current = false;
    switch (reply.kind) {
      case 'ok':
        drop();
        await Promise.all([reload(), lookAtTexts()]);
        return go(routeTo(), { kind: 'ok', text: said.group.saved });
      case 'invalid-fields':
        return setState({ kind: 'wrong', errors: atFields(sentences, changes, reply.errors) });
      case 'changed-meanwhile':
        await reload();
        return setState({ kind: 'overtaken' });
      case 'not-signed-in':
        return sessionEnded();
      default:
        return setState({ kind: 'failed', trouble: reply });
    }
  };

  const errors = state.kind === 'wrong' ? state.errors : NONE;
  const drafted = Object.fromEntries(Object.entries(typed).map(([at, text]) => [at, { [language]: text }]));
  return (
    <OwnErrorWords value={{ ...said.errors, fields: {} }}>
      <ErrorsProvider value={errors}>
        <p class="back">
          <a class="utrecht-link utrecht-link--html-a back__link" href={hrefTo()}>
            <Icon name="back" />
            {said.title}
          </a>
        </p>
        <PageHeading title={said.title}>
          <span lang={language} dir={LANGUAGE[language].direction}>
            <Said text={title} />
          </span>
        </PageHeading>
        <p class="utrecht-paragraph">{said.group.intro}</p>
        <form noValidate class="wording__form" onSubmit={submit}>
          <ErrorSummary errors={errors} refusal={state} />
          {state.kind === 'overtaken' && (
            <div role="alert">
              <Alert kind="warning">
                <h2 class="utrecht-heading-3">{said.overtaken.title}</h2>
                <p class="utrecht-paragraph">{said.overtaken.text}</p>
              </Alert>
            </div>
          )}
          <ul class="wording__sentences">
            {sentences.map((sentence, at) => (
              <SentenceRow
                key={sentence.path}
                sentence={sentence}
                name={fieldOfSentence(sentences, sentence.path)}
                number={at + 1}
                language={language}
                typed={typed[sentence.path]}
                isChosen={chosen === sentence.path}
                onOpen={() => open(sentence)}
                onType={(text) => change({ ...typed, [sentence.path]: text })}
                onClose={() => change(without(typed, sentence.path))}
              />
            ))}
          </ul>
          {state.kind === 'nothing' && (
            <p class="utrecht-paragraph" role="status">
              {said.group.nothing}
            </p>
          )}
          {state.kind === 'failed' && <TroubleAlert trouble={state.trouble} />}
          {Object.keys(typed).length > 0 && (
            <div class="wording__save">
              <Button submit busy={state.kind === 'sending'}>
                {state.kind === 'sending' ? texts.form.sending : said.group.save}
              </Button>
              {hasPreview(id) && (
                <Button weight="subtle" onClick={() => document.getElementById(PREVIEW)?.focus()}>
                  {said.group.look}
                </Button>
              )}
            </div>
          )}
        </form>
        {hasPreview(id) && <Preview id={id} language={language} own={laidOver(own, drafted)} />}
      </ErrorsProvider>
    </OwnErrorWords>
  );
}

const without = (typed: Typed, path: string): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([at]) => at !== path));
