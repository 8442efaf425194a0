import type { ControlName, Mistake } from '#shared/contracts/report-form.ts';
import { controlOf } from '#shared/contracts/report-form.ts';
import type { Texts } from '#shared/texts/texts.ts';
import { errorSentence } from './error-sentence.ts';
import { attributes, type Content, type Html, html } from './html.ts';

/** The class names of the component library (Utrecht, NL Design System) stand in this file and in `parts.ts`, nowhere else. */

/** What a control needs to know of the form around it. */
export type Filled = {
  readonly texts: Texts;
  readonly values: URLSearchParams;
  readonly errors: readonly Mistake[];
};

/** A link to a group goes to its first choice, which therefore has the group's id. */
export const idOf = (name: ControlName): string => name.replaceAll('.', '-');

type FieldOf = {
  readonly name: ControlName;
  readonly label: string;
  readonly hint?: Content;
  /** Said beside the label; `for-someone-else`: only there; `one-of-two`: not at all, the text above the two says it. */
  readonly optional?: boolean | 'for-someone-else' | 'one-of-two';
  /** Extra classes of the field, such as `for-myself`. */
  readonly only?: string;
};

/** A mistake's sentence beside its control. One per control: the first is put right first. */
export function mistakeOf({ errors, texts }: Filled, name: ControlName, label: string): string | undefined {
  const mistake = errors.find(({ field }) => controlOf(field) === name);
  return mistake && errorSentence(texts.errors, mistake, label);
}

const describedBy = (id: string, hint: Content, mistake: string | undefined): string | undefined =>
  [hint && `${id}-hint`, mistake && `${id}-error`].filter(Boolean).join(' ') || undefined;

const hintOf = (id: string, hint: Content): Content =>
  hint && html`<div class="utrecht-form-field-description" id="${id}-hint">${hint}</div>`;

const errorOf = (id: string, mistake: string | undefined): Content =>
  mistake && html`<p class="utrecht-form-field-error-message" id="${id}-error">${mistake}</p>`;

const labelText = ({ texts }: Filled, { label, optional }: FieldOf): Content => [
  label,
  optional &&
    optional !== 'one-of-two' &&
    html` <span class="optional${optional !== true && ` ${optional}`}">${texts.form.optional}</span>`,
];

const fieldClass = (mistake: string | undefined, only?: string): string =>
  ['utrecht-form-field', mistake && 'utrecht-form-field--invalid', only].filter(Boolean).join(' ');

type TextField = FieldOf & {
  readonly type?: 'text' | 'tel' | 'email';
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'tel' | 'email';
  /** How wide: what fits in it tells how much is asked. */
  readonly size?: 'postcode' | 'number' | 'addition' | 'phone';
};

export function textField(filled: Filled, field: TextField): Html {
  const { name, label, hint, optional, only, type = 'text', autocomplete = 'off', inputmode, size } = field;
  const id = idOf(name);
  const mistake = mistakeOf(filled, name, label);
  const classes = [
    'utrecht-textbox utrecht-textbox--html-input',
    size && `size-${size}`,
    mistake && 'utrecht-textbox--invalid',
  ];
  return html`<div class="${fieldClass(mistake, only)}" data-field="${name}">
<label class="utrecht-form-label" for="${id}">${labelText(filled, field)}</label>
${hintOf(id, hint)}${errorOf(id, mistake)}
<input${attributes({
    class: classes.filter(Boolean).join(' '),
    id,
    name,
    type,
    value: filled.values.get(name) || undefined,
    autocomplete,
    inputmode,
    'aria-required': optional ? undefined : 'true',
    'aria-invalid': mistake ? 'true' : undefined,
    'aria-describedby': describedBy(id, hint, mistake),
  })}>
</div>`;
}

export function textArea(filled: Filled, field: FieldOf): Html {
  const { name, label, hint, only } = field;
  const id = idOf(name);
  const mistake = mistakeOf(filled, name, label);
  return html`<div class="${fieldClass(mistake, only)}" data-field="${name}">
<label class="utrecht-form-label" for="${id}">${labelText(filled, field)}</label>
${hintOf(id, hint)}${errorOf(id, mistake)}
<textarea${attributes({
    class: `utrecht-textarea utrecht-textarea--html-textarea${mistake ? ' utrecht-textarea--invalid' : ''}`,
    id,
    name,
    rows: 4,
    'aria-invalid': mistake ? 'true' : undefined,
    'aria-describedby': describedBy(id, hint, mistake),
  })}>${
    // The parser drops one line end right after the tag, so what starts with one keeps its own.
    `\n${filled.values.get(name) ?? ''}`
  }</textarea>
</div>`;
}

type Choices = FieldOf & { readonly options: Readonly<Record<string, string>>; readonly order?: readonly string[] };

const choice = (
  { values }: Filled,
  type: 'checkbox' | 'radio',
  {
    name,
    value,
    label,
    id,
    hint,
  }: { name: string; value: string; label: string; id?: string | undefined; hint?: Content },
): Html =>
  html`<label class="choice utrecht-form-label utrecht-form-label--${type}"><input${attributes({
    type,
    id,
    name,
    value,
    checked: values.getAll(name).includes(value),
  })}><span>${label}${hint && html` <small>${hint}</small>`}</span></label>`;

function group(filled: Filled, type: 'checkbox' | 'radio', field: Choices, inside: Content): Html {
  const { name, label, hint, optional, only } = field;
  const id = idOf(name);
  const mistake = mistakeOf(filled, name, label);
  const classes = [
    'utrecht-form-fieldset utrecht-form-fieldset--html-fieldset',
    mistake && 'utrecht-form-fieldset--invalid',
    only,
  ];
  return html`<fieldset${attributes({
    class: classes.filter(Boolean).join(' '),
    role: type === 'radio' ? 'radiogroup' : undefined,
    'aria-required': type === 'radio' && !optional ? 'true' : undefined,
    'aria-invalid': type === 'radio' && mistake ? 'true' : undefined,
    'aria-describedby': describedBy(id, hint, mistake),
    'data-field': name,
  })}>
<legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">${labelText(filled, field)}</legend>
${hintOf(id, hint)}${errorOf(id, mistake)}
${inside}
</fieldset>`;
}

const choicesOf = (filled: Filled, type: 'checkbox' | 'radio', { name, options, order }: Choices): Content =>
  (order ?? Object.keys(options)).map((value, at) => {
    const id = at === 0 ? idOf(name) : undefined;
    return choice(filled, type, { name, value, label: options[value] ?? value, id });
  });

/** One of a few, each a whole row to tap. */
export const radios = (filled: Filled, field: Choices): Html =>
  group(filled, 'radio', field, choicesOf(filled, 'radio', field));

/** Any number of a few. */
export const checkboxes = (filled: Filled, field: Choices): Html =>
  group(filled, 'checkbox', field, choicesOf(filled, 'checkbox', field));

/** A single box that means yes. */
export const flag = (filled: Filled, name: ControlName, label: string, hint?: Content): Html =>
  choice(filled, 'checkbox', { name, value: 'yes', label, id: idOf(name), hint });

export const hidden = (name: string, value: string): Html => html`<input type="hidden"${attributes({ name, value })}>`;
