import type { Page } from 'playwright-core';
import { ANSWERS, OUTSIDE, STATUSES } from './stand.ts';

/** Every page of the public site in every state that a reader can bring it to: what is looked at, and what axe-core examines. */
export type State = {
  readonly name: string;
  readonly path: string;
  /** For who has none: the form is one page, and a function answers with the next. */
  readonly withoutScript?: true;
  /** What somebody does there. Names and ids, so that it is the same in every language. */
  readonly reach?: (page: Page) => Promise<unknown>;
};

type Doing = (page: Page) => Promise<unknown>;
const inOrder =
  (...doings: readonly Doing[]): Doing =>
  async (page) => {
    for (const doing of doings) await doing(page);
  };

const tick =
  (name: string, value: string): Doing =>
  (page) =>
    page.locator(`[name="${name}"][value="${value}"]`).check();
const type =
  (id: string, text: string): Doing =>
  (page) =>
    page.locator(`#${id}`).fill(text);
const press =
  (selector: string): Doing =>
  (page) =>
    page.locator(selector).first().click();
const seen =
  (selector: string): Doing =>
  (page) =>
    page.locator(selector).first().waitFor();
const next = press('#next');
const check = press('#form [type="submit"]');

const about = (who: 'someone-else' | 'myself'): Doing => tick('about', who);
const address = (houseNumber: number, postcode = '3034 AB'): Doing =>
  inOrder(type('address-postcode', postcode), type('address-houseNumber', String(houseNumber)));
const NOTE = 'De bewoner op twee hoog.\nDe gordijnen blijven al een week dicht en de krant ligt nog in de gang.';
const DANGER = [tick('reasons', 'not-seen'), tick('reasons', 'no-answer'), tick('notSeenSince', 'days')];

/** Someone else, up to the step of that number. */
function stepTo(step: 2 | 3 | 4 | 5, houseNumber = 12): Doing {
  const steps: readonly Doing[] = [
    inOrder(about('someone-else'), address(houseNumber), next),
    inOrder(tick('reasons', 'stays-away'), type('explanation', NOTE), next),
    inOrder(tick('alreadyTried', 'rang-bell'), tick('residentKnows', 'no'), next),
    inOrder(tick('reporter.kind', 'shop'), type('reporter-phone', '06 12345678'), next),
  ];
  return inOrder(...steps.slice(0, step - 1), seen(`#step-${step}`));
}
function ownStepTo(step: 2 | 3 | 4 | 5): Doing {
  const steps: readonly Doing[] = [
    inOrder(about('myself'), address(12), next),
    inOrder(tick('wishes', 'talk'), next),
    inOrder(tick('bestTime', 'any'), next),
    inOrder(type('reporter-email', 'jan@voorbeeld.nl'), next),
  ];
  return inOrder(...steps.slice(0, step - 1), seen(`#step-${step}`));
}
const openAll: Doing = async (page) => {
  for (const summary of await page.locator('summary:visible').all()) await summary.click();
};
const asked = (reference: string): Doing =>
  inOrder(type('reference', reference), press('#status button'), seen('#answer p, #reference-error'));

const WITH_SCRIPT: readonly State[] = [
  { name: 'opening', path: '/' },
  { name: 'opening-unfolded', path: '/', reach: openAll },
  { name: 'opening-en', path: '/en/' },
  { name: 'opening-from-a-poster', path: '/?via=kapper-jansen', reach: seen('.via') },
  { name: 'opening-for-a-caller', path: '/?via=telefoon', reach: seen('.via-phone') },
  { name: 'step-1-mistakes', path: '/', reach: next },
  {
    name: 'step-1-unknown-postcode-mistakes',
    path: '/',
    reach: inOrder(
      about('someone-else'),
      press('.unknown-postcode summary'),
      type('address-street', 'Dorpsstraat'),
      next,
    ),
  },
  {
    name: 'step-1-outside',
    path: '/',
    reach: inOrder(about('someone-else'), address(12, OUTSIDE), seen('#area .utrecht-alert')),
  },
  { name: 'step-1-street', path: '/', reach: inOrder(about('someone-else'), address(12), seen('.known p')) },
  { name: 'step-2', path: '/', reach: stepTo(2) },
  { name: 'step-2-mistakes', path: '/', reach: inOrder(stepTo(2), tick('reasons', 'other'), next) },
  { name: 'step-2-not-seen', path: '/', reach: inOrder(stepTo(2), tick('reasons', 'not-seen')) },
  { name: 'step-2-danger', path: '/', reach: inOrder(stepTo(2), ...DANGER, next) },
  { name: 'step-3', path: '/', reach: stepTo(3) },
  { name: 'step-4', path: '/', reach: stepTo(4) },
  {
    name: 'step-4-mistakes',
    path: '/',
    reach: inOrder(stepTo(4), tick('reporter.mayBeContacted', 'yes'), type('reporter-email', 'jan@'), next),
  },
  { name: 'check', path: '/', reach: stepTo(5) },
  {
    name: 'check-no-connection',
    path: '/',
    reach: inOrder(stepTo(5, ANSWERS.noConnection), next, seen('main > .notices .utrecht-alert--warning')),
  },
  {
    name: 'check-busy',
    path: '/',
    reach: inOrder(stepTo(5, ANSWERS.busy), next, seen('main > .notices .utrecht-alert--warning')),
  },
  {
    name: 'check-already',
    path: '/',
    reach: inOrder(stepTo(5, ANSWERS.already), next, seen('main > .notices .utrecht-alert--info')),
  },
  { name: 'check-refused', path: '/', reach: inOrder(stepTo(5, ANSWERS.refused), next, seen('#mistakes')) },
  { name: 'thanks', path: '/', reach: inOrder(stepTo(5), next, seen('.reference')) },
  { name: 'thanks-for-a-caller', path: '/?via=telefoon', reach: inOrder(stepTo(5), next, seen('.reference')) },
  { name: 'myself-step-1', path: '/', reach: about('myself') },
  { name: 'myself-step-2', path: '/', reach: ownStepTo(2) },
  { name: 'myself-step-2-mistakes', path: '/', reach: inOrder(ownStepTo(2), next) },
  { name: 'myself-step-3', path: '/', reach: ownStepTo(3) },
  { name: 'myself-step-4', path: '/', reach: ownStepTo(4) },
  { name: 'myself-step-4-mistakes', path: '/', reach: inOrder(ownStepTo(4), next) },
  { name: 'myself-check', path: '/', reach: ownStepTo(5) },
  { name: 'myself-thanks', path: '/', reach: inOrder(ownStepTo(5), next, seen('.reference')) },
  {
    name: 'self-try',
    path: '/',
    reach: inOrder(press('.tips summary'), press('.tips button'), seen('h1.utrecht-heading-1')),
  },
  { name: 'status', path: '/status/' },
  { name: 'status-mistake', path: '/status/', reach: asked('x') },
  ...Object.entries(STATUSES).map(([name, reference]) => ({
    name: `status-${name}`,
    path: '/status/',
    reach: asked(reference),
  })),
  { name: 'privacy', path: '/privacy/' },
  { name: 'accessibility', path: '/accessibility/' },
  { name: 'security', path: '/security/' },
  { name: 'not-found', path: '/404.html' },
];

const filledIn = (houseNumber: number, postcode?: string): Doing =>
  inOrder(
    about('someone-else'),
    address(houseNumber, postcode),
    ...DANGER,
    type('explanation', NOTE),
    tick('reporter.kind', 'neighbour'),
    check,
    seen('.utrecht-data-list'),
  );
const WITHOUT_SCRIPT: readonly State[] = [
  { name: 'form', path: '/' },
  {
    name: 'form-mistakes',
    path: '/',
    reach: inOrder(about('someone-else'), type('address-houseNumber', '12'), ...DANGER, check, seen('#mistakes')),
  },
  { name: 'form-myself-mistakes', path: '/', reach: inOrder(about('myself'), check, seen('#mistakes')) },
  { name: 'check', path: '/', reach: filledIn(12) },
  { name: 'change', path: '/', reach: inOrder(filledIn(12), press('#back'), seen('#step-1')) },
  { name: 'outside', path: '/', reach: inOrder(filledIn(12, OUTSIDE), check, seen('main > .utrecht-heading-1')) },
  { name: 'try-again', path: '/', reach: inOrder(filledIn(ANSWERS.noConnection), check) },
  { name: 'already', path: '/', reach: inOrder(filledIn(ANSWERS.already), check) },
  { name: 'fault', path: '/', reach: inOrder(filledIn(ANSWERS.fault), check) },
  { name: 'unreadable', path: '/', reach: inOrder(filledIn(ANSWERS.unreadable), check) },
  { name: 'thanks', path: '/', reach: inOrder(filledIn(12), check, seen('.reference')) },
  { name: 'status', path: '/status/' },
].map((state) => ({ ...state, name: `no-script-${state.name}`, withoutScript: true }));

export const STATES: readonly State[] = [...WITH_SCRIPT, ...WITHOUT_SCRIPT];
