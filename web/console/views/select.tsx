import { fieldId } from '../parts/errors.ts';

type Props = {
  name: string;
  label: string;
  /** The choice of nothing in particular. */
  all: string;
  options: readonly { readonly value: string; readonly label: string }[];
  value: string | undefined;
  onChange: (value: string) => void;
};

export const Select = ({ name, label, all, options, value, onChange }: Props) => (
  <div class="field">
    <label for={fieldId(name)} class="utrecht-form-label field__label">
      {label}
    </label>
    <select
      id={fieldId(name)}
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
