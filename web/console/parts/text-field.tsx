import { errorId, fieldId, hintId, useFieldError } from './errors.ts';

type Props = {
  name: string;
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  /** Several lines. */
  long?: boolean;
  /** With `long`: how many, where four are too few. */
  lines?: number;
  /** Room for this many characters: hints how long the answer is. */
  room?: 'code' | 'date';
  input?: {
    readonly type?: 'text' | 'email' | 'date' | 'time';
    readonly inputMode?: 'email' | 'numeric';
    readonly autocomplete?: 'off' | 'email' | 'one-time-code';
    readonly autocapitalize?: 'none' | 'characters';
    readonly spellcheck?: boolean;
    readonly enterkeyhint?: 'go';
  };
};

export function TextField({ name, label, hint, value, onChange, long, lines = 4, room, input }: Props) {
  const error = useFieldError(name);
  const { type = 'text', ...keyboard } = input ?? {};
  const described = [hint && hintId(name), error && errorId(name)].filter(Boolean).join(' ');
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
    </div>
  );
}
