import { valuesOf } from './elements.ts';

const PLACE = 'signal';

type Control = HTMLInputElement | HTMLTextAreaElement;
export type Memory = {
  readonly key: string;
  /** What was first sent under this key, as the form stood then. */
  readonly sent?: string;
  readonly isRecalled?: boolean;
};

/** A random UUID, version 4. By hand, because `crypto.randomUUID` is not on every phone that can do the rest. */
export const newKey = (): string =>
  '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => {
    const [random = 0] = crypto.getRandomValues(new Uint8Array(1));
    return (Number(digit) ^ (random & (15 >> (Number(digit) / 4)))).toString(16);
  });

const isChoice = (control: Control): control is HTMLInputElement => /^(radio|checkbox)$/.test(control.type);
const controlsOf = (form: HTMLFormElement): Control[] => [...form.querySelectorAll<Control>('input, textarea')];

/** Controls that no longer are as the page came. */
export const touchedIn = (form: HTMLFormElement): Control[] =>
  controlsOf(form).filter((control) =>
    isChoice(control) ? control.checked !== control.defaultChecked : control.value !== control.defaultValue,
  );

/**
 * Remembers the answers and the key while this tab lives, so that a reload loses nothing and sends nothing twice. Storage may be switched
 * off: then only the reload loses them.
 */
export function remember(form: HTMLFormElement, { key, sent }: Memory): void {
  try {
    const values = valuesOf(form);
    values.set('key', key);
    if (sent) values.set('sent', sent);
    sessionStorage.setItem(PLACE, values.toString());
  } catch {}
}

export function forget(): void {
  try {
    sessionStorage.removeItem(PLACE);
  } catch {}
}

/** Puts remembered answers back, but not over newer ones, and gives the key that goes with them; a new one where nothing was remembered. */
export function recall(form: HTMLFormElement): Memory {
  let stored: string | null = null;
  try {
    stored = sessionStorage.getItem(PLACE);
  } catch {}
  const values = new URLSearchParams(stored ?? '');
  const newer = new Set(touchedIn(form).map(({ name }) => name));
  for (const control of controlsOf(form))
    if (values.has(control.name) && !newer.has(control.name)) putBack(control, values);
  const sent = values.get('sent');
  return { key: values.get('key') ?? newKey(), ...(sent && { sent }), isRecalled: stored !== null };
}

function putBack(control: Control, values: URLSearchParams): void {
  if (isChoice(control)) control.checked = values.getAll(control.name).includes(control.value);
  else control.value = values.get(control.name) ?? '';
  if (control.value) control.closest('details.unknown-postcode')?.setAttribute('open', '');
}
