import { CONTROL_NAMES } from '#shared/contracts/report-form.ts';
import { valuesOf } from './elements.ts';

const PLACE = 'signal';

type Memory = { readonly key: string };

/**
 * Remembers the answers and the key while this tab lives, so that a reload loses nothing and sends nothing twice. Storage may be switched
 * off: then only the reload loses them.
 */
export function remember(form: HTMLFormElement, { key }: Memory): void {
  try {
    const values = valuesOf(form);
    values.set('key', key);
    sessionStorage.setItem(PLACE, values.toString());
  } catch {}
}

export function forget(): void {
  try {
    sessionStorage.removeItem(PLACE);
  } catch {}
}

/** Puts remembered answers back and gives the key that goes with them; a new one where nothing was remembered. */
export function recall(form: HTMLFormElement): Memory {
  let stored: string | null = null;
  try {
    stored = sessionStorage.getItem(PLACE);
  } catch {}
  const values = new URLSearchParams(stored ?? '');
  for (const name of CONTROL_NAMES) if (values.has(name)) putBack(form, name, values);
  return { key: values.get('key') ?? crypto.randomUUID() };
}

function putBack(form: HTMLFormElement, name: string, values: URLSearchParams): void {
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)) {
    if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type))
      control.checked = values.getAll(name).includes(control.value);
    else control.value = values.get(name) ?? '';
    if (control.value) control.closest('details.unknown-postcode')?.setAttribute('open', '');
  }
}
