import { tidied } from '#shared/domain/typed-text.ts';
import { useTexts } from '../shell.ts';
import { countId, errorId, fieldId, hintId, useFieldError } from './errors.ts';

type Props = {
  name: string;
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  /** Several lines. */
  long?: boolean;
  /** Characters; how many are left is shown below. */
  atMost?: number;
  /** With `long`: how many, where four are too few. */
  lines?: number;
  /** Room for this many characters: hints how long the answer is. */
  room?: 'code' | 'date';
  input?: {
    readonly type?: 'text' | 'email' | 'tel' | 'date' | 'time';
    readonly inputMode?: 'email' | 'tel' | 'numeric';
    readonly autocomplete?: 'off' | 'email' | 'one-time-code';
    readonly autocapitalize?: 'none' | 'characters';
    readonly spellcheck?: boolean;
    readonly enterkeyhint?: 'go';
  };
};

export function TextField({ name, label, hint, value, onChange, long, lines = 4, atMost, room, input }: Props) {
  const error = useFieldError(name);
  const { type = 'text', ...keyboard } = input ?? {};
  const described = [hint && hintId(name), error && errorId(name), atMost && countId(name)].filter(Boolean).join(' ');
  const shared = {
    id: fieldId(name),
    name,
    value,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': described === '' ? undefined : described,
  };
  return (
    <div class={`field${error ? ' field--invalid' : ''}`}>
      <label for={fieldId(name)} class="utrecht-form-label field__label">
        {label}
      </label>
      {hint && (
        <p id={hintId(name)} class="utrecht-form-field-description hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId(name)} class="utrecht-form-field-error-message error-message">
          {error}
        </p>
      )}
      {long ? (
        <textarea
          {...shared}
          rows={lines}
          class={`utrecht-textarea utrecht-textarea--html-textarea${error ? ' utrecht-textarea--invalid' : ''}`}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          {...keyboard}
          // Preact's types know which roles each type may have; a union of types fits none of them, and no role is set here.
          type={type as 'text'}
          class={`utrecht-textbox utrecht-textbox--html-input${error ? ' utrecht-textbox--invalid' : ''}${room ? ` room-${room}` : ''}`}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {atMost && <Room name={name} left={atMost - tidied(value).length} />}
    </div>
  );
}

/** How much more fits. Read aloud while typing only from the moment that it is too much. */
function Room({ name, left }: { name: string; left: number }) {
  const { form } = useTexts();
  return (
    <p
      id={countId(name)}
      aria-live={left < 0 ? 'polite' : 'off'}
      class={left < 0 ? 'utrecht-form-field-error-message error-message' : 'utrecht-form-field-description hint'}
    >
      {left < 0 ? form.tooMany(-left) : form.left(left)}
    </p>
  );
}
