import { errorId, fieldId, useFieldError } from '../parts/errors.ts';

type Props = {
  name: string;
  label: string;
  /** The choice of nothing in particular. */
  all: string;
  options: readonly { readonly value: string; readonly label: string }[];
  value: string | undefined;
  onChange: (value: string) => void;
};

export function Select({ name, label, all, options, value, onChange }: Props) {
  const error = useFieldError(name);
  return (
    <div class={`field${error ? ' field--invalid' : ''}`}>
      <label for={fieldId(name)} class="utrecht-form-label field__label">
        {label}
      </label>
      {error && (
        <p id={errorId(name)} class="utrecht-form-field-error-message error-message">
          {error}
        </p>
      )}
      <select
        id={fieldId(name)}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error && errorId(name)}
        class="utrecht-textbox utrecht-textbox--html-input select"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
