import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Act } from '#shared/domain/life.ts';
import { MOST_CHARACTERS } from '#shared/domain/text-lengths.ts';
import { tidied } from '#shared/domain/typed-text.ts';
import type { FieldError } from '../api/trouble.ts';
import { Alert } from '../parts/alert.tsx';
import { Button, ButtonLink } from '../parts/button.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { ErrorsProvider } from '../parts/errors.ts';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { hrefOf } from '../route.ts';
import { useTexts } from '../shell.ts';
import { type Entry, useSending } from './use-sending.ts';
import { useWork } from './work.ts';

/** What is still empty, as the server would say it. */
export const required = (field: string): FieldError => ({ field, code: 'required' });

/** What is longer than the server takes, as it would say it: an entry that waits for the network must not be refused when nobody looks. */
export const tooLong = (typed: Partial<Record<keyof typeof MOST_CHARACTERS, string>>): readonly FieldError[] =>
  Object.entries(typed)
    .filter(([field, text]) => tidied(text).length > MOST_CHARACTERS[field as keyof typeof MOST_CHARACTERS])
    .map(([field]) => ({ field, code: 'too-long' }));

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
  const { sending, stillWrong, waiting, submit: send } = useSending(act, entry);
  const label = { idle: submit, wrong: submit, sending: form.sending, failed: form.sendAgain }[sending.kind];
  const waits = useRef<HTMLDivElement>(null);
  // It stands under the last field: without this, a tap on a small screen seems to do nothing.
  useLayoutEffect(() => {
    if (!waiting) return;
    waits.current?.scrollIntoView({ block: 'center' });
    waits.current?.focus({ preventScroll: true });
  }, [waiting]);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    send();
  };

  return (
    <ErrorsProvider value={stillWrong}>
      <form noValidate onSubmit={onSubmit} class="act-form">
        <ErrorSummary errors={stillWrong} refusal={sending} />
        {children}
        {waiting && (
          <div ref={waits} role="alert" tabIndex={-1}>
            <Alert kind="warning">
              <p class="utrecht-paragraph">{form.waiting}</p>
            </Alert>
          </div>
        )}
        {sending.kind === 'failed' && !waiting && <TroubleAlert trouble={sending.trouble} />}
        <div class="actions">
          <Button submit danger={danger ?? false} busy={sending.kind === 'sending'}>
            {label}
          </Button>
          <ButtonLink href={hrefOf({ view: 'signal', id: signal.reference })} weight="subtle">
            {form.back}
          </ButtonLink>
        </div>
      </form>
    </ErrorsProvider>
  );
}
