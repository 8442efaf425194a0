import type { ComponentChildren } from 'preact';
import type { Act } from '#shared/domain/life.ts';
import type { ActBody } from '../api/calls.ts';
import type { FieldError } from '../api/trouble.ts';
import { Button, ButtonLink } from '../parts/button.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { ErrorsProvider } from '../parts/errors.ts';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { hrefOf } from '../route.ts';
import { useTexts } from '../shell.ts';
import { useSending } from './use-sending.ts';
import { useWork } from './work.ts';

/** What the answers come to: something to send, or what is still missing. */
export type Entry<A extends Act> = { readonly body: ActBody<A> } | { readonly missing: readonly FieldError[] };

/** What is still empty, as the server would say it. */
export const required = (field: string): FieldError => ({ field, code: 'required' });

type Props<A extends Act> = {
  act: A;
  entry: () => Entry<A>;
  /** What the button does, in the words of the one who taps it. */
  submit: string;
  danger?: boolean;
  children?: ComponentChildren;
};

/** The same for every act: fields, what is wrong, one button, and what happens when the line is bad. */
export function ActForm<A extends Act>({ act, entry, submit, danger, children }: Props<A>) {
  const { form } = useTexts();
  const { signal } = useWork();
  const { sending, send, retry, refuse } = useSending(act);
  const errors = sending.kind === 'wrong' ? sending.errors : NONE;

  const onSubmit = (event: Event) => {
    event.preventDefault();
    const made = entry();
    if ('missing' in made) refuse(made.missing);
    else void send(made.body);
  };

  return (
    <ErrorsProvider value={errors}>
      <form noValidate onSubmit={onSubmit} class="act-form">
        <ErrorSummary errors={errors} />
        {children}
        {sending.kind === 'failed' && (
          <TroubleAlert
            trouble={sending.trouble}
            retryLabel={form.sendAgain}
            onRetry={() => (sending.trouble.kind === 'no-connection' ? retry() : onRetryAfterFault())}
          />
        )}
        <div class="actions">
          <Button submit danger={danger ?? false} busy={sending.kind === 'sending'}>
            {sending.kind === 'sending' ? form.sending : submit}
          </Button>
          <ButtonLink href={hrefOf({ view: 'signal', id: signal.reference })} weight="subtle">
            {form.back}
          </ButtonLink>
        </div>
      </form>
    </ErrorsProvider>
  );

  function onRetryAfterFault() {
    const made = entry();
    if ('body' in made) void send(made.body);
  }
}

const NONE: readonly FieldError[] = [];
