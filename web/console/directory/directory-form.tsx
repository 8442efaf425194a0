import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Reply } from '../api/client.ts';
import type { FieldError, Trouble } from '../api/trouble.ts';
import { Alert } from '../parts/alert.tsx';
import { Button, ButtonLink, type Weight } from '../parts/button.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { ErrorsProvider, OwnErrorWords } from '../parts/errors.ts';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { useShell } from '../shell.ts';
import { useDirectoryTexts, useKnown } from './directory-texts.ts';
import { hrefTo, listOf, type Place, routeTo } from './places.ts';

type State =
  | { readonly kind: 'idle' | 'sending' | 'overtaken' }
  | { readonly kind: 'wrong'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'failed'; readonly trouble: Trouble };
const NONE: readonly FieldError[] = [];
const OVERVIEW: Place = { at: 'overview' };

type Props<Answer> = {
  /** What is still missing, before anything is sent. */
  missing?: () => readonly FieldError[];
  send: () => Promise<Reply<Answer>>;
  /** It is done; the directory on the screen is new already. */
  done: (answer: Answer) => void;
  submit: string;
  danger?: boolean;
  weight?: Weight;
  /** Where one goes without sending; a second form on a screen needs no way back of its own. */
  back?: Place;
  /** How it is now, for who is overtaken by somebody else. */
  now?: ComponentChildren;
  /** Instead, where trying again makes no sense. */
  overtaken?: () => Promise<void>;
  children?: ComponentChildren;
};

/** The same for every change: fields, what is wrong, one button. Nothing typed is lost, also not to somebody who was first. */
export function DirectoryForm<Answer>({
  missing,
  send,
  done,
  submit,
  danger,
  back,
  now,
  children,
  overtaken,
  weight = 'primary-action',
}: Props<Answer>) {
  const { go, sessionEnded, texts } = useShell();
  const { reload } = useKnown();
  const own = useDirectoryTexts();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const busy = useRef(false);
  const errors = state.kind === 'wrong' ? state.errors : NONE;

  const onSubmit = async (event?: Event) => {
    event?.preventDefault();
    if (busy.current) return;
    const first = missing?.() ?? NONE;
    if (first.length > 0) return setState({ kind: 'wrong', errors: first });
    busy.current = true;
    setState({ kind: 'sending' });
    const reply = await send();
    busy.current = false;
    switch (reply.kind) {
      case 'ok':
        await reload();
        setState({ kind: 'idle' });
        return done(reply.answer);
      case 'invalid-fields':
        return setState({ kind: 'wrong', errors: reply.errors });
      case 'not-signed-in':
        return sessionEnded();
      case 'changed-meanwhile':
        await reload();
        if (overtaken) return overtaken();
        return setState({ kind: 'overtaken' });
      case 'not-found':
        await reload();
        return go(routeTo(back?.at === 'one' ? listOf(`${back.thing}s`) : (back ?? OVERVIEW)), {
          kind: 'info',
          text: own.gone,
        });
      default:
        return setState({ kind: 'failed', trouble: reply });
    }
  };
  /** What is typed anew is not wrong until it is sent. */
  const calm = () => setState((before) => (before.kind === 'wrong' ? { kind: 'idle' } : before));
  const label = state.kind === 'sending' ? texts.form.sending : submit;

  return (
    <OwnErrorWords value={own.errors}>
      <ErrorsProvider value={errors}>
        <form noValidate class="act-form" onSubmit={onSubmit} onInput={calm}>
          <ErrorSummary errors={errors} refusal={state} />
          {state.kind === 'overtaken' && (
            <div role="alert">
              <Alert kind="warning">
                <h2 class="utrecht-heading-3">{own.overtaken.title}</h2>
                <p class="utrecht-paragraph">{own.overtaken.text}</p>
                {now}
              </Alert>
            </div>
          )}
          {children}
          {state.kind === 'failed' && <Refused trouble={state.trouble} />}
          <div class="actions">
            <Button submit weight={weight} danger={danger ?? false} busy={state.kind === 'sending'}>
              {label}
            </Button>
            {back && (
              <ButtonLink href={hrefTo(back)} weight="subtle">
                {own.back}
              </ButtonLink>
            )}
          </div>
        </form>
      </ErrorsProvider>
    </OwnErrorWords>
  );
}

/** What still depends on it is said with what to do about it. */
function Refused({ trouble }: { trouble: Trouble }) {
  const { because } = useDirectoryTexts();
  const known: Readonly<Record<string, string>> = because;
  const reason = trouble.kind === 'in-use' ? known[trouble.because] : undefined;
  if (reason === undefined) return <TroubleAlert trouble={trouble} />;
  return (
    <div role="alert">
      <Alert kind="warning">
        <p class="utrecht-paragraph">{reason}</p>
      </Alert>
    </div>
  );
}

export const required = (field: string): FieldError => ({ field, code: 'required' });
