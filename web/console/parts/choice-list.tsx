import type { ComponentChildren } from 'preact';
import { errorId, fieldId, hintId, useFieldError } from './errors.ts';

export type Option<Value extends string> = { readonly value: Value; readonly label: string; readonly hint?: string };

type GroupProps = {
  name: string;
  legend: string;
  hint?: string | undefined;
  compact?: boolean | undefined;
  children: ComponentChildren;
};

/** Question, how to answer, what is wrong with the answer, answers: in that order. */
export function ChoiceGroup({ name, legend, hint, compact, children }: GroupProps) {
  const error = useFieldError(name);
  const described = [hint && hintId(name), error && errorId(name)].filter(Boolean).join(' ');
  return (
    <fieldset
      class={`choices${error ? ' choices--invalid' : ''}`}
      {...(described !== '' && { 'aria-describedby': described })}
    >
      <legend class="utrecht-form-fieldset__legend choices__legend">{legend}</legend>
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
      <div class={`choices__options${compact ? ' choices__options--compact' : ''}`}>{children}</div>
    </fieldset>
  );
}

type OneProps<Value extends string> = {
  name: string;
  legend: string;
  hint?: string;
  /** Side by side where there is room: for short answers, and for questions that mostly answer themselves. */
  compact?: boolean;
  options: readonly Option<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
};

/** One answer. */
export const ChooseOne = <Value extends string>({
  name,
  legend,
  hint,
  compact,
  options,
  value,
  onChange,
}: OneProps<Value>) => (
  <ChoiceGroup name={name} legend={legend} hint={hint} compact={compact}>
    {options.map((option, index) => (
      <Choice
        key={option.value}
        kind="radio"
        name={name}
        index={index}
        option={option}
        checked={option.value === value}
        onChange={() => onChange(option.value)}
      />
    ))}
  </ChoiceGroup>
);

type SomeProps<Value extends string> = Omit<OneProps<Value>, 'value' | 'onChange'> & {
  value: readonly Value[];
  onChange: (value: Value[]) => void;
};

/** Any number of answers, kept in the order of the list. */
export const ChooseSome = <Value extends string>({
  name,
  legend,
  hint,
  compact,
  options,
  value,
  onChange,
}: SomeProps<Value>) => {
  const toggled = (toggle: Value) =>
    options
      .map((option) => option.value)
      .filter((each) => (each === toggle ? !value.includes(each) : value.includes(each)));
  return (
    <ChoiceGroup name={name} legend={legend} hint={hint} compact={compact}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          kind="checkbox"
          name={name}
          index={index}
          option={option}
          checked={value.includes(option.value)}
          onChange={() => onChange(toggled(option.value))}
        />
      ))}
    </ChoiceGroup>
  );
};

type ChoiceProps<Value extends string> = {
  kind: 'radio' | 'checkbox';
  name: string;
  index: number;
  option: Option<Value>;
  checked: boolean;
  onChange: () => void;
};

/** The whole row is the target. The first of a group carries the field's id: that is where an error link leads. */
function Choice<Value extends string>({ kind, name, index, option, checked, onChange }: ChoiceProps<Value>) {
  const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${option.value}`;
  return (
    <div class="choice">
      <input
        type={kind}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        onChange={onChange}
        class="choice__input"
        {...(option.hint && { 'aria-describedby': `${id}-hint` })}
      />
      <div class="choice__text">
        <label for={id} class="choice__label">
          {option.label}
        </label>
        {option.hint && (
          <p id={`${id}-hint`} class="choice__hint">
            {option.hint}
          </p>
        )}
      </div>
    </div>
  );
}
