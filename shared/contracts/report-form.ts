import { tidied } from '#shared/domain/typed-text.ts';

/**
 * The public form as a browser posts it (`application/x-www-form-urlencoded`) and the JSON that the API reads. A control has the name of
 * its field (`address.postcode`), so an error finds its control. Judges nothing: that is for `SignalSubmission`. Runs in the browser too.
 */

/** Every control with its kind, in the order of the page. `flag`: a box that means yes; `answer`: a yes or a no; `many`: any number. */
export const CONTROLS = {
  about: 'one',
  'address.postcode': 'address',
  'address.houseNumber': 'address',
  'address.houseNumberAddition': 'address',
  'address.street': 'address',
  'address.town': 'address',
  reasons: 'many',
  notSeenSince: 'one',
  explanation: 'one',
  alreadyTried: 'many',
  residentKnows: 'answer',
  wishes: 'many',
  bestTime: 'one',
  'reporter.kind': 'one',
  'reporter.phone': 'one',
  'reporter.email': 'one',
  'reporter.name': 'one',
  'reporter.mayBeContacted': 'flag',
  'reporter.mayBeNamed': 'flag',
  'reporter.wantsUpdates': 'flag',
  language: 'one',
  source: 'one',
  website: 'one',
} as const satisfies Record<string, 'one' | 'many' | 'flag' | 'answer' | 'address'>;
export type ControlName = keyof typeof CONTROLS;
export const CONTROL_NAMES = Object.keys(CONTROLS) as ControlName[];

/** Hidden field of the check page: the `Idempotency-Key` that the server made for a form without script. */
export const KEY_FIELD = 'idempotencyKey';
/** Button on the check page: back to the form with everything as it was, instead of sending. */
export const CHANGE_FIELD = 'change';
/** Hidden field of the check page: when the server made it, signed. */
export const STAMP_FIELD = 'stamp';
/** People do not see this control. What fills it in is no person, so the signal is held for the desk. */
export const HONEYPOT_FIELD = 'website' satisfies ControlName;

/** Characters that each text may have; the contract says the same (tested). */
export const MAX_LENGTHS = {
  'address.houseNumberAddition': 10,
  'address.street': 80,
  'address.town': 80,
  explanation: 1000,
  'reporter.name': 80,
  'reporter.phone': 30,
  'reporter.email': 254,
} as const satisfies Partial<Record<ControlName, number>>;

/** Belongs to a signal about somebody else only, or to one about oneself only: left out of the other kind. */
const ONLY_ABOUT = {
  'someone-else': ['reasons', 'notSeenSince', 'alreadyTried', 'residentKnows', 'reporter.kind', 'reporter.mayBeNamed'],
  myself: ['wishes', 'bestTime'],
} as const satisfies Record<string, readonly ControlName[]>;

const SOURCE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** People type `12A`, `12-2`, `12 bis` and `nr. 12` where the number is asked. */
const NUMBER_AND_MORE = /^(?:(?:huis)?(?:nummer|nr|number|no)[.:]?\s*)?(\d{1,6})(?!\d)[\s-]*(.*)$/i;
const LETTER_AND_MORE = /^([A-Za-z])(?:[\s-]+(.+))?$/;

type AddressAsTyped = {
  postcode?: string;
  houseNumber?: number | string;
  houseLetter?: string;
  houseNumberAddition?: string;
  street?: string;
  town?: string;
};
/** Shaped like a `SignalSubmission` but not judged yet. */
export type SubmissionAsTyped = {
  readonly address: AddressAsTyped;
  readonly reporter: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
};

/** Which controls say nothing on this form: those of the other kind of signal, and how long somebody who was seen was not. */
export function leftOut(form: URLSearchParams): ReadonlySet<string> {
  const names: readonly string[] =
    form.get('about')?.trim() === 'myself' ? ONLY_ABOUT['someone-else'] : ONLY_ABOUT.myself;
  return new Set(form.getAll('reasons').includes('not-seen') ? names : [...names, 'notSeenSince']);
}

/** What a form means, in the shape of `SignalSubmission`: blanks absent, what belongs to the other kind of signal left out. */
export function fromForm(form: URLSearchParams): SubmissionAsTyped {
  const left = leftOut(form);
  const reporter: Record<string, unknown> = {};
  const submission: Record<string, unknown> = {};

  for (const name of CONTROL_NAMES) {
    const value = left.has(name) || name.startsWith('address.') ? undefined : read(form, name);
    if (value === undefined) continue;
    if (name.startsWith('reporter.')) reporter[name.slice('reporter.'.length)] = value;
    else submission[name] = value;
  }
  return { ...submission, address: addressOf(form), reporter };
}

function read(form: URLSearchParams, name: ControlName): unknown {
  const typed = typedAt(form, name);
  switch (CONTROLS[name]) {
    case 'one':
      return name === 'source' ? sourceIn(typed) : typed;
    case 'many': {
      const chosen = [...new Set(form.getAll(name).filter(Boolean))];
      return chosen.length > 0 ? chosen : undefined;
    }
    case 'flag':
      return typed === undefined ? undefined : typed === 'yes' || typed;
    case 'answer':
      return typed === 'yes' ? true : typed === 'no' ? false : typed;
    case 'address':
      return undefined; // its parts belong together: `addressOf`
  }
}

/** The first that says something: on the page for everybody the script's own field stands beside the one to type a code in. */
const typedAt = (form: URLSearchParams, name: ControlName): string | undefined =>
  form.getAll(name).map(tidied).find(Boolean);

/** Typed over from a poster: a phone begins with a capital, and some type all of the address. A misprinted one must not stop anybody. */
function sourceIn(typed: string | undefined): string | undefined {
  const code = typed?.toLowerCase().replace(/^.*[?&]via=/, '');
  return code && code.length <= 40 && SOURCE.test(code) ? code : undefined;
}

/** What is no number stays as typed, so that the contract refuses it. */
function addressOf(form: URLSearchParams): AddressAsTyped {
  const typed = (name: ControlName): string => tidied(form.get(name) ?? '');
  const number = typed('address.houseNumber');
  const [, digits, rest = ''] = NUMBER_AND_MORE.exec(number) ?? [];
  const addition = [rest.trim(), typed('address.houseNumberAddition')].filter(Boolean).join(' ');
  const [, letter, afterLetter = ''] = LETTER_AND_MORE.exec(addition) ?? [];
  const all: AddressAsTyped = {
    postcode: typed('address.postcode'),
    houseNumber: digits ? Number(digits) : number,
    houseLetter: letter?.toUpperCase() ?? '',
    houseNumberAddition: letter ? afterLetter.trim() : addition,
    street: typed('address.street'),
    town: typed('address.town'),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** The form that means this: what `fromForm` gives comes back from it. Also takes a checked `SignalSubmission`. */
export function toForm(submission: object): URLSearchParams {
  const given = flat(submission);
  const form = new URLSearchParams();
  for (const name of CONTROL_NAMES) {
    const value = name === 'address.houseNumberAddition' ? additionOf(given) : given[name];
    if (value === undefined || value === null) continue;
    if (Array.isArray(value)) for (const one of value) form.append(name, String(one));
    else if (CONTROLS[name] === 'flag') value !== false && form.set(name, value === true ? 'yes' : String(value));
    else if (CONTROLS[name] === 'answer')
      form.set(name, value === true ? 'yes' : value === false ? 'no' : String(value));
    else form.set(name, String(value));
  }
  return form;
}

const additionOf = (given: Record<string, unknown>): string | undefined =>
  [given['address.houseLetter'], given['address.houseNumberAddition']].filter(Boolean).join(' ') || undefined;

function flat(submission: object): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(submission)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) all[name] = value;
    else for (const [field, inner] of Object.entries(value)) all[`${name}.${field}`] = inner;
  }
  return all;
}

/** Where a mistake is and which; never the value. */
export type Mistake = { readonly field: string; readonly code: string };

/** The control that a field of a problem document belongs to: `reasons.0` is in `reasons`, a house letter is typed as an addition. */
export function controlOf(field: string): ControlName | undefined {
  const name = field.replace(/\.\d+$/, '').replace(/houseLetter$/, 'houseNumberAddition');
  return CONTROL_NAMES.find((control) => control === name);
}

/** Not seen for days and no answer at the door: first the numbers for danger, then the form. */
export const looksUrgent = (form: URLSearchParams): boolean =>
  ['not-seen', 'no-answer'].every((reason) => form.getAll('reasons').includes(reason));
