import {
  CHANGE_FIELD,
  CONTROL_NAMES,
  KEY_FIELD,
  looksUrgent,
  STAMP_FIELD,
  toForm,
} from '#shared/contracts/report-form.ts';
import type { SignalSubmission } from '#shared/contracts/signal-submission.ts';
import { spellPostcode } from '#shared/domain/address.ts';
import type { Texts } from '#shared/texts/texts.ts';
import { type PageContext, textsOf } from './context.ts';
import { hidden } from './controls.ts';
import { urgentBlock } from './form-steps.ts';
import { type Content, type Html, html } from './html.ts';
import { page } from './layout.ts';
import { fill, link } from './links.ts';
import { answers, button, heading1, heading2, paragraph } from './parts.ts';
import { pathOf } from './paths.ts';

type CheckState = {
  /** What is sent on: the form as it was typed. Left out: the submission, spelled again. */
  readonly values?: URLSearchParams;
  readonly submission: SignalSubmission;
  /** Made by the server for this form; sending twice is then sending once. */
  readonly idempotencyKey: string;
  /** What the address register has at this postcode. */
  readonly streets?: readonly string[] | undefined;
};

/** Everything that will be sent, once more before it is. Nothing has happened yet. */
export function checkPage(context: PageContext, { values, submission, idempotencyKey, streets }: CheckState): string {
  const texts = textsOf(context);
  const { check } = texts.form;
  const form = values ?? toForm(submission);
  return page(context, {
    title: check.title,
    main: [
      heading1(check.heading, true),
      paragraph(check.lead),
      looksUrgent(form) && submission.about === 'someone-else' && urgentBlock({ texts }),
      html`<form id="form" method="post" action="/v1/report/send">
${hiddenFields(form, idempotencyKey)}
<div class="answers">${answers(answersOf(texts, submission, streets))}</div>
${privacyBlock(context)}
<div class="buttons">
${button('primary', check.send, { type: 'submit', id: 'next' })}
${button('secondary', check.change, { type: 'submit', id: 'back', name: CHANGE_FIELD, value: 'yes', formaction: '/v1/report/check' })}
</div>
</form>`,
    ],
  });
}

/** The whole form, unseen: also what only a machine fills in and when this page was made, so that both are known when the form is sent. */
export const hiddenFields = (form: URLSearchParams, idempotencyKey: string): Content => [
  hidden(KEY_FIELD, idempotencyKey),
  ...[...CONTROL_NAMES, STAMP_FIELD].flatMap((name) =>
    form
      .getAll(name)
      .filter(Boolean)
      .map((value) => hidden(name, value)),
  ),
];

/** For the script, which fills in the answers from the page itself. */
export const checkTemplate = (context: PageContext): Html => {
  const { check } = textsOf(context).form;
  return html`<template id="template-check">${html`<section class="step" id="step-5" aria-labelledby="step-5-heading">
${heading2(check.heading, { id: 'step-5-heading', tabindex: -1 })}
${paragraph(check.lead)}
<div id="answers" data-change="${check.change}" data-change-what="${check.changeWhat('#')}" data-nothing="${check.nothing}"></div>
${privacyBlock(context)}
</section>`}</template>`;
};

const privacyBlock = (context: PageContext): Html => {
  const { check } = textsOf(context).form;
  return html`<p class="utrecht-paragraph privacy">${check.privacy(context.municipality)} ${link(pathOf(context.language, 'privacy/'), check.privacyMore)}.</p>`;
};

/** Only what was answered: what is missing was not needed. */
function answersOf(
  { form, words }: Texts,
  submission: SignalSubmission,
  streets: readonly string[] = [],
): [string, Content][] {
  const { about, address, reporter } = submission;
  const rows: [string, Content | undefined][] = [
    [form.about.legend, words.about[about]],
    [form.check.address, [addressLines(address), streetLine(form, streets)]],
    [form.reasons.legend, lines(submission.reasons.map((reason) => words.reasons[reason]))],
    [form.notSeenSince.legend, submission.notSeenSince && words.notSeenSince[submission.notSeenSince]],
    [form.wishes.legend, lines(submission.wishes.map((wish) => words.wishes[wish]))],
    [form.explanation.label, submission.explanation],
    [form.alreadyTried.legend, lines(submission.alreadyTried.map((tried) => words.alreadyTried[tried]))],
    [
      form.residentKnows.legend,
      submission.residentKnows === undefined ? undefined : submission.residentKnows ? form.yes : form.no,
    ],
    [form.bestTime.legend, submission.bestTime && words.bestTimes[submission.bestTime]],
    [form.reporter.kindLegend, reporter.kind && words.reporterKinds[reporter.kind]],
    [form.reporter.phone, reporter.phone],
    [form.reporter.email, reporter.email],
    [form.reporter.name, reporter.name],
    [form.via.code, submission.source],
    [
      form.check.consent,
      lines([
        reporter.mayBeContacted && form.reporter.mayBeContacted,
        reporter.mayBeNamed && form.reporter.mayBeNamed,
        reporter.wantsUpdates && form.reporter.wantsUpdates,
      ]),
    ],
  ];
  return rows.flatMap(([question, answer]) => (answer ? [[question, answer]] : []));
}

const lines = (all: readonly (string | false | undefined)[]): Content => {
  const some = all.filter((one) => one !== undefined && one !== false);
  return some.length > 0 && some.map((one, at) => [at > 0 && html`<br>`, one]);
};

/** So that somebody sees at once that the postcode was mistyped. */
const streetLine = ({ address }: Texts['form'], streets: readonly string[]): Content =>
  streets.length > 0 && html`<br>${fill(address.known, { street: streets.join(` ${address.or} `) })}`;

/** As on an envelope; without a street, in one line and the number behind the postcode. */
const addressLines = ({
  street,
  houseNumber,
  houseLetter,
  houseNumberAddition,
  postcode,
  town,
}: SignalSubmission['address']): Content => {
  const number = inOneLine(`${houseNumber}${houseLetter ?? ''}`, houseNumberAddition);
  const spelled = postcode && spellPostcode(postcode);
  return street ? lines([inOneLine(street, number), inOneLine(spelled, town)]) : inOneLine(spelled, number, town);
};

const inOneLine = (...words: readonly (string | undefined)[]): string => words.filter(Boolean).join(' ');
