import { looksUrgent } from '#shared/contracts/report-form.ts';
import { isAboutMyself, wordsOf } from './about.ts';
import { showAnswers } from './answers.ts';
import { all, element, fromTemplate, one, valuesOf } from './elements.ts';
import { forget, recall, remember } from './memory.ts';
import { clearMistakes, putRight, showMistakes, stepOf } from './mistakes.ts';
import { mistakesIn } from './rules.ts';
import { send } from './send.ts';
import { showThanks } from './thanks.ts';

/**
 * Makes steps of the form, which works without this script as one long page. Nothing is said or drawn here: texts come from the templates
 * in the page, looks from the style sheet.
 */
const CHECK = 5;

const form = one('#form', HTMLFormElement);
const main = one('main', HTMLElement);
const next = one('#next', HTMLButtonElement, form);
const back = one('#back', HTMLButtonElement, form);
/** Above the form: what went wrong. Beside the address: what is known of it at once. */
const notices = element('div', 'notices');
const area = element('div', 'notices');
area.id = 'area';
area.setAttribute('aria-live', 'polite');

form.before(notices);
one('#step-1', HTMLElement).append(area);
one('#step-4', HTMLElement).after(fromTemplate('check'));

const { key } = recall(form);
const title = document.title;
let step = 1;
let isSending = false;
let urgentWasShown = false;

function show(wanted: number): void {
  step = wanted;
  notices.replaceChildren();
  for (const section of all('.step', HTMLElement, form)) section.hidden = section.id !== `step-${step}`;
  for (const first of all('#introduction, .all-required', HTMLElement, main)) first.hidden = step > 1;
  back.hidden = step === 1;
  nameButton(step < CHECK - 1 ? 'next' : step < CHECK ? 'check' : 'send');
  if (step === CHECK) showAnswers(form, go);
  const heading = one(`#step-${step}-heading`, HTMLElement);
  document.title = step > 1 ? `${wordsOf(heading)} – ${title}` : title;
}

function nameButton(as: 'next' | 'check' | 'send' | 'sending' | 'again'): void {
  next.textContent = next.dataset[as] ?? '';
}

/** Somebody moves: the page says where they are, and the way back is the browser's too. */
function go(wanted: number): void {
  if (wanted !== step) history.pushState({ step: wanted }, '', `#step-${wanted}`);
  show(wanted);
  focusOn(document.getElementById(`step-${wanted}-heading`));
}

function focusOn(target: Element | null | undefined): void {
  if (!(target instanceof HTMLElement)) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}

function notice(name: 'outside' | 'offline' | 'busy' | 'already'): void {
  notices.replaceChildren(fromTemplate(name));
  focusOn(notices.querySelector('h2'));
}

function proceed(): void {
  const mistakes = mistakesIn(valuesOf(form), form.dataset['contact'] === 'required');
  const here = mistakes.filter((mistake) => stepOf(form, mistake) === step);
  if (here.length > 0) {
    showMistakes(form, here, notices);
  } else if (step === 1 && area.firstChild) {
    focusOn(area.querySelector('h2'));
  } else if (step === 2 && !urgentWasShown && looksUrgent(valuesOf(form)) && !isAboutMyself()) {
    urgentWasShown = true;
    focusOn(document.getElementById('urgent'));
  } else {
    clearMistakes(form);
    go(step + 1);
  }
}

let work: Promise<string | undefined> | undefined;
let workTries = 0;
/**
 * Only where the municipality asks for it: begins with the first answer, so that it is done long before sending. When the script for it did
 * not come, the next answer asks again, by another address because browsers remember a failure.
 */
function startWork(): Promise<string | undefined> | undefined {
  const { work: bits } = form.dataset;
  if (bits)
    work ??= import(`/assets/proof-of-work.js?${workTries++}`)
      .then(({ findWork }) => findWork(key, Number(bits)))
      .catch(() => {
        work = undefined;
      });
  return work;
}

/** Nobody waits longer: without its work the signal is sent as well, and the desk looks at it first. Milliseconds. */
const WORK_PATIENCE = 15_000;
const workDone = (): Promise<string | undefined> =>
  Promise.race([startWork(), new Promise<undefined>((resolve) => setTimeout(resolve, WORK_PATIENCE))]);

async function sendOnce(): Promise<void> {
  if (isSending) return;
  isSending = true;
  nameButton('sending');
  next.setAttribute('aria-disabled', 'true');
  const values = valuesOf(form);
  const sent = await send(values, key, await workDone());
  isSending = false;
  next.removeAttribute('aria-disabled');
  nameButton('send');
  switch (sent.kind) {
    case 'received':
      forget();
      history.replaceState({}, '', location.pathname + location.search);
      return showThanks(main, sent.receipt, isAboutMyself());
    case 'mistakes': {
      go(Math.min(...sent.mistakes.map((mistake) => stepOf(form, mistake)), CHECK - 1));
      return showMistakes(
        form,
        sent.mistakes.filter((mistake) => stepOf(form, mistake) === step),
        notices,
      );
    }
    case 'outside':
      go(1);
      return notice('outside');
    case 'offline':
    case 'busy':
      nameButton('again');
      return notice(sent.kind);
    case 'already':
      return notice('already');
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (step === CHECK) void sendOnce();
  else proceed();
});
back.addEventListener('click', () => history.back());
form.addEventListener('input', ({ target }) => {
  remember(form, { key });
  const field = target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null;
  if (field) putRight(field, notices);
});
form.addEventListener('change', startWork);
form.addEventListener('known', () => step === CHECK && showAnswers(form, go));
addEventListener('popstate', () => {
  if (!form.isConnected) location.reload();
  else if (history.state?.step) {
    show(history.state.step);
    focusOn(document.getElementById(`step-${step}-heading`));
  }
});

/** What not everybody needs, or not at once, is fetched apart. Without it the form goes on. */
const fetchPart = (name: string): void => void import(`/assets/${name}.js`).catch(() => undefined);
const postcode = one('#address-postcode', HTMLInputElement, form);
if (postcode.value) fetchPart('area');
else postcode.addEventListener('input', () => fetchPart('area'), { once: true });

/** By whose poster somebody came, or that a caller is on the phone. */
const source = one('[name=source]', HTMLInputElement, form);
const via = new URLSearchParams(location.search).get('via');
if (via) source.value = via;
/** After a reload: the same step, but never past one that is not filled in. */
const first = mistakesIn(valuesOf(form)).map((mistake) => stepOf(form, mistake));
step = Math.min(Number(history.state?.step ?? 1), ...first);
history.replaceState({ step }, '');
show(step);
if (source.value) fetchPart('via');
