import { useState } from 'preact/hooks';
import type { ErasureReceipt, SignalView } from '#shared/contracts/console.ts';
import type { Act } from '#shared/domain/life.ts';
import type { Language } from '#shared/domain/words.ts';
import { formOf } from '../acts/form-of-act.tsx';
import { draftKey, type Work, WorkProvider } from '../acts/work.ts';
import type { ActAnswer, ReadReason } from '../api/calls.ts';
import { call } from '../api/client.ts';
import type { Done, Trouble } from '../api/trouble.ts';
import { Alert } from '../parts/alert.tsx';
import { ButtonLink } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Loading } from '../parts/loading.tsx';
import { mayPass, NotLoaded } from '../parts/not-loaded.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { troubleText } from '../parts/trouble-alert.tsx';
import { hrefOf } from '../route.ts';
import { useShell, useTexts } from '../shell.ts';
import { sentenceOf, type Texts } from '../texts.ts';
import { momentInWords } from '../time-in-words.ts';
import { useLoaded } from '../use-loaded.ts';
import { actTexts } from './act-texts.ts';
import { BackToList, useListName } from './back-to-list.tsx';
import { ErasedScreen } from './erased-screen.tsx';
import { ReasonForm } from './reason-form.tsx';
import { SignalDetails } from './signal-details.tsx';
import { titleOf } from './signal-title.ts';

const LIST = { view: 'list', which: 'open' } as const;

/** One signal: what is to be done, what is known, and the forms of what can be done. Stays mounted between the signal and its forms. */
export function SignalScreen({ id, act }: { id: string; act: Act | undefined }) {
  const { go, texts, language, drafts } = useShell();
  const [reason, setReason] = useState<ReadReason>();
  const [erased, setErased] = useState<{ receipt: ErasureReceipt; signal: SignalView | undefined }>();
  const { state, show, reload, retry } = useLoaded(`${id} ${reason ?? ''}`, () =>
    call('GET /v1/console/signals/{id}', { id, query: { reason } }),
  );
  const here = { view: 'signal', id } as const;

  const finished = (done: Act, answer: ActAnswer) => {
    if (answer && 'erased' in answer) {
      setErased({ receipt: answer, signal: state.kind === 'ready' ? state.value : undefined });
      return go(here);
    }
    const notice = { kind: 'ok', text: texts.acts[done].done } as const;
    if (!answer) return go(LIST, notice);
    show(answer);
    return go(here, notice);
  };

  /** Somebody else acted since this form was opened: where it still can be done, the form stays with what was filled in. */
  const notSaved = async (tried: Act, done: Done | undefined) => {
    const first = firstText(texts, done, language);
    const reply = await call('GET /v1/console/signals/{id}', { id, query: { reason } });
    if (reply.kind === 'ok' && reply.answer.acts.includes(tried)) {
      show(reply.answer);
      return go({ ...here, act: tried }, { kind: 'warning', text: texts.form.notSaved(first) });
    }
    // There is no form any more that could show it.
    if (reply.kind === 'ok') drafts.drop(draftKey(id, tried));
    go(here, { kind: 'warning', text: `${first} ${texts.already.notSaved}` });
    return reload();
  };

  const overtaken: Work['overtaken'] = (tried, trouble, ours) => {
    const saved = { kind: 'ok', text: texts.acts[tried].done } as const;
    if (trouble.kind === 'already-done') {
      if (ours === 'no' && !trouble.done?.byYou) return notSaved(tried, trouble.done);
      // A volunteer who recorded it sees it no more: "al opgeslagen" is all there is left to say.
      if (state.kind === 'ready' && state.value.relation === 'planned-visitor' && trouble.done?.byYou)
        return go(LIST, saved);
      const text = `${firstText(texts, trouble.done, language)} ${texts.already.notSaved}`;
      go(here, ours === 'no' ? { kind: 'warning', text } : saved);
    } else if (ours !== 'no') {
      // Gone after our own entry: erased, closed with nothing to keep, or handed over; the answer got lost on the way.
      return go(LIST, ours === 'erasure' ? { kind: 'info', text: texts.erase.lostCode } : saved);
    }
    return reload();
  };

  if (erased) return <ErasedScreen {...erased} />;
  switch (state.kind) {
    case 'loading':
      return (
        <>
          <BackToList />
          <Loading />
        </>
      );
    case 'failed':
      return state.trouble.kind === 'reason-needed' ? (
        <ReasonForm onReason={setReason} />
      ) : (
        <NoSignal trouble={state.trouble} onRetry={retry} />
      );
    case 'ready':
      return (
        <WorkProvider
          value={
            { signal: state.value, ...(reason && { reason }), finished, overtaken, askReason: reload } satisfies Work
          }
        >
          {state.value.practice && (
            <Alert kind="info">
              <p class="utrecht-paragraph">{texts.practice}</p>
            </Alert>
          )}
          {act ? (
            <ActScreen key={act} act={act} signal={state.value} />
          ) : (
            <SignalDetails signal={state.value} stale={state.stale} onRetry={retry} />
          )}
        </WorkProvider>
      );
  }
}

/** "Anna was u voor, vandaag 14.05 uur: toets." */
function firstText(texts: Texts, done: Done | undefined, language: Language): string {
  if (!done) return texts.already.unknown;
  const what = sentenceOf(texts.history, done.what, undefined);
  const at = momentInWords(done.at, { language, now: new Date() });
  if (!done.by) return texts.already.bySystem(what, at);
  return done.byYou ? texts.already.byYou(what, at) : texts.already.by(done.by, what, at);
}

function ActScreen({ act, signal }: { act: Act; signal: SignalView }) {
  const texts = useTexts();
  const { title } = actTexts(texts, act, signal);
  const back = hrefOf({ view: 'signal', id: signal.reference });
  return (
    <>
      <p class="back">
        <a class="utrecht-link utrecht-link--html-a back__link" href={back}>
          <Icon name="back" />
          {titleOf(signal, texts)}
        </a>
      </p>
      <PageHeading title={title}>{title}</PageHeading>
      {signal.acts.includes(act) ? (
        formOf(act)
      ) : (
        <>
          <Alert kind="info">
            <p class="utrecht-paragraph">{texts.form.notPossible}</p>
          </Alert>
          <ButtonLink href={back} weight="primary-action">
            {texts.form.back}
          </ButtonLink>
        </>
      )}
    </>
  );
}

function NoSignal({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) {
  const texts = useTexts();
  const listName = useListName();
  const passing = mayPass(trouble);
  return (
    <>
      <BackToList />
      <PageHeading title={texts.signal.tab}>{passing ? texts.loading.failed : texts.signal.notHere}</PageHeading>
      {passing ? (
        <NotLoaded trouble={trouble} onRetry={onRetry} />
      ) : (
        <>
          <p class="utrecht-paragraph">{troubleText(texts, trouble)}</p>
          <ButtonLink href={hrefOf(LIST)} weight="primary-action">
            {listName}
          </ButtonLink>
        </>
      )}
    </>
  );
}
