import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FieldError } from '../api/trouble.ts';
import { useTexts } from '../shell.ts';
import { Alert } from './alert.tsx';
import { fieldId, fieldOf, useErrorText } from './errors.ts';

type Props = {
  errors: readonly FieldError[];
  /** Another one each time that the form is refused. */
  refusal: unknown;
};

/** Everything that is still wrong, above the form. A refusal brings the focus to it; putting something right does not. */
export function ErrorSummary({ errors, refusal }: Props) {
  const texts = useTexts();
  const textOf = useErrorText();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [refusal]);
  if (errors.length === 0) return null;
  return (
    <Alert kind="error">
      <h2 ref={heading} tabIndex={-1} class="utrecht-heading-3">
        {headingOf(texts, errors)}
      </h2>
      <ul class="utrecht-unordered-list">
        {errors.map((error) => (
          <li key={error.field} class="utrecht-unordered-list__item">
            <FieldLink name={fieldOf(error.field)}>{textOf(error)}</FieldLink>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** What is missing is not wrong, and a wrong code is not missing. */
function headingOf({ errors: texts }: ReturnType<typeof useTexts>, errors: readonly FieldError[]): string {
  if (errors.every(({ code }) => code === 'required')) return texts.summary(errors.length);
  return errors.some(({ code }) => code === 'wrong-code') ? texts.wrongCode : texts.wrong(errors.length);
}

/** The address bar belongs to the screens, so the jump is made by hand. */
function FieldLink({ name, children }: { name: string; children: string }) {
  const jump = (event: Event) => {
    event.preventDefault();
    const field = document.getElementById(fieldId(name));
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  };
  return (
    <a href={`#${fieldId(name)}`} class="utrecht-link utrecht-link--html-a" onClick={jump}>
      {children}
    </a>
  );
}
