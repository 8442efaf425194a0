import type { PageContext } from './context.ts';
import { checkboxes, type Filled, flag, radios, textArea, textField } from './controls.ts';
import { type Content, type Html, html } from './html.ts';
import { deskPhone, EMERGENCY, fill, LUISTERLIJN, POLICE, phoneLink } from './links.ts';
import { ownDataBlock } from './own-data.ts';
import { alert, heading2, paragraph } from './parts.ts';

/**
 * The four steps of the form: sections of one page, which script shows one by one. What has the class `for-someone-else` or `for-myself`
 * belongs to one kind of signal; the style sheet hides the other kind as soon as the first question is answered, without script.
 */
export const formSteps = (context: PageContext, filled: Filled): Html[] => [
  whereStep(context, filled),
  seeStep(filled),
  triedStep(filled),
  youStep(context, filled),
];

export const STEP_COUNT = 4;

const both = (other: Content, myself: Content): Html =>
  html`<span class="for-someone-else">${other}</span><span class="for-myself">${myself}</span>`;

const step = ({ texts }: Filled, number: number, heading: Content, content: Content): Html =>
  html`<section class="step" id="step-${number}" aria-labelledby="step-${number}-heading">
${heading2(html`<span class="progress">${texts.form.steps.progress(number, STEP_COUNT)}<span class="not-for-eyes">: </span></span>${heading}`, { id: `step-${number}-heading`, tabindex: -1 })}
${content}
</section>`;

function whereStep(context: PageContext, filled: Filled): Html {
  const { form, words } = filled.texts;
  const { address } = form;
  const streetKnown = ['address.street', 'address.town'].some(
    (name) => filled.values.get(name) || filled.errors.some(({ field }) => field === name),
  );
  return step(filled, 1, form.steps.where, [
    radios(filled, { name: 'about', label: form.about.legend, options: words.about }),
    html`<fieldset class="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset" aria-describedby="address-hint">
<legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">${address.legend}</legend>
<div class="utrecht-form-field-description for-someone-else" id="address-hint">${address.hint}</div>
<div class="side-by-side">
${textField(filled, { name: 'address.postcode', label: address.postcode, size: 'postcode' })}
${textField(filled, { name: 'address.houseNumber', label: address.houseNumber, size: 'number', inputmode: 'numeric' })}
${textField(filled, { name: 'address.houseNumberAddition', label: address.addition, size: 'addition', optional: true })}
</div>
<details class="unknown-postcode"${streetKnown && html` open`}>
<summary>${address.unknown}</summary>
${paragraph(address.unknownHint)}
${textField(filled, { name: 'address.street', label: address.street })}
${textField(filled, { name: 'address.town', label: address.town })}
</details>
<details class="for-someone-else">
<summary>${address.unknownAddress}</summary>
${paragraph(fill(address.unknownAddressHint, { name: context.desk.name, phone: deskPhone(context) }))}
</details>
</fieldset>`,
  ]);
}

function seeStep(filled: Filled): Html {
  const { form, words } = filled.texts;
  return step(filled, 2, both(form.steps.see, form.steps.wish), [
    checkboxes(filled, {
      ...form.reasons,
      name: 'reasons',
      label: form.reasons.legend,
      options: words.reasons,
      only: 'for-someone-else',
    }),
    radios(filled, {
      name: 'notSeenSince',
      label: form.notSeenSince.legend,
      options: words.notSeenSince,
      optional: true,
      only: 'for-someone-else when-not-seen',
    }),
    paragraph(form.notSeenSince.calm, 'for-someone-else when-not-seen calm'),
    checkboxes(filled, {
      ...form.wishes,
      name: 'wishes',
      label: form.wishes.legend,
      options: words.wishes,
      only: 'for-myself',
    }),
    textArea(filled, {
      name: 'explanation',
      label: form.explanation.label,
      hint: both(form.explanation.hintOther, form.explanation.hintMyself),
      optional: true,
    }),
    urgentBlock(filled, 'for-someone-else when-urgent'),
    paragraph(fill(form.footer.listeningLine, { phone: phoneLink(LUISTERLIJN) }), 'for-myself'),
  ]);
}

/** Days unseen and no answer: the numbers come before the form goes on. It can go on. */
export const urgentBlock = ({ texts: { form } }: Pick<Filled, 'texts'>, classes?: string): Html =>
  alert(
    'warning',
    [
      heading2(form.urgent.heading, { id: 'urgent', tabindex: -1 }),
      paragraph(form.urgent.text),
      paragraph(html`<strong>${fill(form.urgent.emergency, { emergency: phoneLink(EMERGENCY) })}</strong>`),
      paragraph(fill(form.urgent.police, { police: phoneLink(POLICE) })),
      paragraph(form.urgent.goOn),
    ],
    { class: classes ?? '' },
  );

function triedStep(filled: Filled): Html {
  const { form, words } = filled.texts;
  return step(filled, 3, both(form.steps.tried, form.steps.when), [
    checkboxes(filled, {
      name: 'alreadyTried',
      label: form.alreadyTried.legend,
      hint: form.alreadyTried.hint,
      options: words.alreadyTried,
      optional: true,
      only: 'for-someone-else',
    }),
    radios(filled, {
      name: 'residentKnows',
      label: form.residentKnows.legend,
      options: { yes: form.yes, no: form.no },
      optional: true,
      only: 'for-someone-else',
    }),
    radios(filled, {
      name: 'bestTime',
      label: form.bestTime.legend,
      options: words.bestTimes,
      optional: true,
      only: 'for-myself',
    }),
  ]);
}

function youStep(context: PageContext, filled: Filled): Html {
  const { reporterContact } = context;
  const { form, words } = filled.texts;
  const { reporter } = form;
  const { resident: _, ...kinds } = words.reporterKinds;
  const contactHint =
    reporterContact === 'required'
      ? reporter.contactRequired
      : both(reporter.contactOptional, reporter.contactRequired);
  // Whoever gives up themselves is called or mailed: one of the two is needed then too.
  const oneOfTwo = reporterContact === 'required' ? 'one-of-two' : 'for-someone-else';
  return step(filled, 4, form.steps.you, [
    radios(filled, { name: 'reporter.kind', label: reporter.kindLegend, options: kinds, only: 'for-someone-else' }),
    html`<fieldset class="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset" aria-describedby="reach-hint">
<legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">${reporter.contactLegend}</legend>
<div class="utrecht-form-field-description" id="reach-hint">${contactHint}</div>
${textField(filled, { name: 'reporter.phone', label: reporter.phone, type: 'tel', inputmode: 'tel', autocomplete: 'tel', size: 'phone', optional: oneOfTwo })}
${textField(filled, { name: 'reporter.email', label: reporter.email, type: 'email', inputmode: 'email', autocomplete: 'email', optional: oneOfTwo })}
${textField(filled, { name: 'reporter.name', label: reporter.name, autocomplete: 'name', optional: true })}
</fieldset>`,
    ownDataBlock(context),
    html`<fieldset class="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset">
<legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">${reporter.consentLegend} <span class="optional">${form.optional}</span></legend>
<div data-field="reporter.mayBeContacted">${flag(filled, 'reporter.mayBeContacted', reporter.mayBeContacted)}</div>
<div class="for-someone-else" data-field="reporter.mayBeNamed">${flag(filled, 'reporter.mayBeNamed', reporter.mayBeNamed, reporter.mayBeNamedHint)}</div>
<div data-field="reporter.wantsUpdates">${flag(filled, 'reporter.wantsUpdates', reporter.wantsUpdates)}</div>
</fieldset>`,
  ]);
}
