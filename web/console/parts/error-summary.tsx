import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FieldError } from '../api/trouble.ts';
import { useTexts } from '../shell.ts';
import { Alert } from './alert.tsx';
import { errorText, fieldId, fieldOf } from './errors.ts';

/** Everything that is wrong, above the form, with the focus on it: new errors bring the focus back. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  // Each new list is a new refusal.
  useLayoutEffect(() => heading.current?.focus(), [errors]);
  if (errors.length === 0) return null;
  return (
    <Alert kind="error">
      <h2 ref={heading} tabIndex={-1} class="utrecht-heading-3">
        {texts.errors.summary(errors.length)}
      </h2>
      <ul class="utrecht-unordered-list">
        {errors.map((error) => (
          <li key={error.field} class="utrecht-unordered-list__item">
            <FieldLink name={fieldOf(error.field)}>{errorText(texts, error)}</FieldLink>
          </li>
        ))}
      </ul>
    </Alert>
  );
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
