import { looksUrgent } from '#shared/contracts/report-form.ts';
import { isAboutMyself, wordsOf } from './about.ts';
import type { checkStep } from './check.ts';
import { all, element, fromTemplate, one, valuesOf } from './elements.ts';
import { forget, newKey, recall, remember, touchedIn } from './memory.ts';
import { clearMistakes, putRight, showMistakes, stepAround, stepOf } from './mistakes.ts';
import { mistakesIn } from './rules.ts';

/**
 * Makes steps of the form, which works without this script as one long page. Nothing is said or drawn here: texts come from the templates
 * in the page, looks from the style sheet.
 */
const CHECK = 5;

const form = one('#form', HTMLFormElement);
const main = one('main', HTMLElement);
const next = one('#next', HTMLButtonElement, form);
const back = one('#back', HTMLButtonElement, form);
const restart = one('#restart', HTMLButtonElement, form);
/** On a bad line somebody may be busy on the page before this script is there. */
const typing = document.activeElement?.closest('.step') ? document.activeElement : null;
const touched = touchedIn(form);
let tab = recall(form);

/** Above the form: what went wrong. Beside the address: what is known of it at once. */
const notices = element('div', 'notices');
const area = element('div', 'notices');
area.id = 'area';
area.setAttribute('aria-live', 'polite');

form.before(notices);
one('#step-1', HTMLElement).append(area);
one('#step-4', HTMLElement).after(fromTemplate('check'));

const title = document.title;
let step = 1;
let isSending = false;
let urgentWasShown = false;
/** Somebody came back from the last step to change one thing, and returns there. */
let isChanging = false;

function show(wanted: number): void {
  step = wanted;
  isChanging &&= step < CHECK;
  notices.replaceChildren();
  for (const section of all('.step', HTMLElement, form)) section.hidden = section.id !== `step-${step}`;
  for (const first of all('#introduction, .all-required', HTMLElement, main)) first.hidden = step > 1;
  back.hidden = step === 1;
  restart.hidden &&= step === 1;
  nameButton(step === CHECK ? 'send' : isChanging || step === CHECK - 1 ? 'check' : 'next');
  if (step > 1) void showCheck();
  const heading = one(`#step-${step}-heading`, HTMLElement);
  document.title = step > 1 ? `${wordsOf(heading)} – ${title}` : title;
}

let part: Promise<typeof checkStep> | undefined;
let partTries = 0;
/** The last step comes when the first is left; when it did not, by another address, because browsers remember a failure. */
async function fetchCheck(): Promise<typeof checkStep | undefined> {
  part ??= import(`/assets/check.js?${partTries++}`).then((module) => module.checkStep);
  try {
    return await part;
  } catch {
    part = undefined;
    return undefined;
  }
}

/** Whether everything stands there to be looked over. */
async function showCheck(): Promise<boolean> {
  const check = await fetchCheck();
  if (step !== CHECK) return false;
  if (check) check.showAnswers(form, change);
  else notice('offline');
  return check !== undefined;
}

function change(to: number): void {
  if (isSending) return;
  isChanging = true;
  go(to);
}

function nameButton(as: 'next' | 'check' | 'send' | 'sending' | 'again'): void {
  next.textContent = next.dataset[as] ?? '';
}

/** Somebody moves: the page says where they are, and the way back is the browser's too. */
function go(wanted: number): void {
  if (wanted !== step) history.pushState({ step: wanted }, '', `#step-${wanted}`);
  show(wanted);
  arrive();
}

/** The second tap of a double one lands on the new step: it must answer nothing there. Milliseconds. */
const DOUBLE_TAP = 400;
let arriving: ReturnType<typeof setTimeout> | undefined;

function arrive(): void {
  clearTimeout(arriving);
  form.classList.add('arriving');
  arriving = setTimeout(() => form.classList.remove('arriving'), DOUBLE_TAP);
  focusOn(document.getElementById(`step-${step}-heading`));
}

function focusOn(target: Element | null | undefined): void {
  if (!(target instanceof HTMLElement)) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}

function notice(name: 'outside' | 'offline' | 'busy'): void {
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
    // Never past a step that is not filled in, also for who began in the middle.
    go(Math.min(isChanging ? CHECK : step + 1, ...mistakes.map((mistake) => stepOf(form, mistake))));
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
      .then(({ findWork }) => findWork(tab.key, Number(bits)))
      .catch(() => {
        work = undefined;
      });
  return work;
}

/** Nobody waits longer: without its work the signal is sent as well, and the desk looks at it first. Milliseconds. */
const WORK_PATIENCE = 15_000;
const workDone = (): Promise<string | undefined> =>
  Promise.race([startWork(), new Promise<undefined>((resolve) => setTimeout(resolve, WORK_PATIENCE))]);

function setSending(to: boolean): void {
  isSending = to;
  for (const button of all('button', HTMLButtonElement, form)) button.setAttribute('aria-disabled', String(to));
  nameButton(to ? 'sending' : 'send');
}

async function sendOnce(): Promise<void> {
  if (isSending) return;
  const answers = one('#answers', HTMLElement);
  // What nobody could look over is not sent.
  if (!answers.firstChild && (await showCheck())) return notices.replaceChildren();
  const check = await fetchCheck();
  if (!check || isSending) return;
  setSending(true);
  const values = valuesOf(form);
  const content = values.toString();
  const sendNow = async () => check.send(values, tab.key, await workDone());
  tab = { sent: content, ...tab };
  remember(form, tab);
  let answer = await sendNow();
  // What came in under this key was sent before this was changed: this is another signal, under a key of its own.
  if (answer.kind === 'already' && tab.sent !== content) {
    tab = { key: newKey(), sent: content };
    remember(form, tab);
    work = undefined;
    answer = await sendNow();
  }
  setSending(false);
  switch (answer.kind) {
    case 'received':
      done();
      return check.showThanks(main, answer.receipt, isAboutMyself());
    case 'already':
      done();
      return check.showArrived(form, notices);
    case 'mistakes': {
      const { mistakes } = answer;
      change(Math.min(...mistakes.map((mistake) => stepOf(form, mistake)), CHECK - 1));
      return showMistakes(
        form,
        mistakes.filter((mistake) => stepOf(form, mistake) === step),
        notices,
      );
    }
    case 'outside':
      change(1);
      return notice('outside');
    case 'offline':
    case 'busy':
      nameButton('again');
      return notice(answer.kind);
  }
}

function done(): void {
  forget();
  history.replaceState({}, '', location.pathname + location.search);
}

/** For the styles of browsers that cannot ask what a form holds (`:has`): the same as the style sheet finds by itself. */
function tellStyles(): void {
  const values = valuesOf(form);
  form.classList.add('by-script');
  form.classList.toggle('is-myself', isAboutMyself());
  form.classList.toggle('is-not-seen', values.getAll('reasons').includes('not-seen'));
  form.classList.toggle('is-urgent', looksUrgent(values));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (step === CHECK) void sendOnce();
  else proceed();
});
back.addEventListener('click', () => isSending || history.back());
/** The next person at the till, or on the phone, finds nothing of this one: not even by the browser's way back. */
restart.addEventListener('click', () => {
  if (isSending) return;
  forget();
  form.remove();
  location.replace(location.pathname + location.search);
});
document.querySelector('[action="/v1/self-tries"]')?.addEventListener('submit', () => {
  forget();
  form.reset();
});
form.addEventListener('input', ({ target }) => {
  remember(form, tab);
  tellStyles();
  restart.hidden = false;
  const field = target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null;
  if (field) putRight(field, notices);
});
form.addEventListener('change', startWork);
form.addEventListener('known', () => step === CHECK && void showCheck());
addEventListener('popstate', () => {
  if (!form.isConnected) location.reload();
  else if (isSending) {
    // What is on its way is not changed any more: back to where it is sent from.
    if (history.state?.step !== CHECK) history.forward();
  } else if (history.state?.step) {
    show(history.state.step);
    arrive();
  }
});
addEventListener('pageshow', ({ persisted }) => persisted && !form.isConnected && location.reload());

/** What not everybody needs, or not at once, is fetched apart. Without it the form goes on. */
const fetchPart = (name: string): void => void import(`/assets/${name}.js`).catch(() => undefined);
const postcode = one('#address-postcode', HTMLInputElement, form);
if (postcode.value) fetchPart('area');
else postcode.addEventListener('input', () => fetchPart('area'), { once: true });

/** By whose poster somebody came, or that a caller is on the phone. */
const source = one('[name=source]', HTMLInputElement, form);
const via = new URLSearchParams(location.search).get('via');
if (via) source.value = via;
/** After a reload: the same step, but never past one that is not filled in. Who is typing stays there. */
const first = mistakesIn(valuesOf(form)).map((mistake) => stepOf(form, mistake));
const busyAt = typing ?? touched.pop();
step = typing ? stepAround(typing) : Math.min(Number(history.state?.step ?? stepAround(busyAt)), ...first);
restart.hidden = !tab.isRecalled && !busyAt;
if (busyAt) remember(form, tab);
if (step > 1 && !history.state) {
  history.replaceState({ step: 1 }, '');
  // Without its name in the address: at the end of loading, the browser would go there and take the focus along.
  history.pushState({ step }, '');
} else history.replaceState({ step }, '');
tellStyles();
show(step);
typing?.scrollIntoView({ block: 'center' });
if (source.value) fetchPart('via');
