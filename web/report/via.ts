import type { LocationView } from '#shared/contracts/location.ts';
import { BY_PHONE } from '#shared/domain/ids.ts';
import { all, fromTemplate, one } from './elements.ts';

/**
 * Loaded only when the form was opened with somebody's code. Says whose, and lets it be removed: it may tell who the reporter is. A code
 * that nobody knows is dropped without a word; when it cannot be asked, the form goes on and the server decides.
 */
const form = one('#form', HTMLFormElement);
const source = one('[name=source]', HTMLInputElement, form);

async function locationOf(code: string): Promise<LocationView | 'unknown' | undefined> {
  try {
    const response = await fetch(`/v1/locations/${encodeURIComponent(code)}`);
    if (response.ok) return (await response.json()) as LocationView;
    return [400, 404].includes(response.status) ? 'unknown' : undefined;
  } catch {
    return undefined;
  }
}

/** Who goes on in another language still came from there. */
function tellLanguages(): void {
  for (const other of all('a[hreflang]', HTMLAnchorElement))
    other.search = source.value && `?via=${encodeURIComponent(source.value)}`;
}

/** The form remembers what changed when it hears of it. Without the code in the address, a reload does not bring it back. */
function remove(): void {
  source.value = '';
  tellLanguages();
  source.dispatchEvent(new Event('input', { bubbles: true }));
  history.replaceState(history.state, '', location.pathname + location.hash);
}

function showLocation({ name, kind }: LocationView): void {
  const likely = one(`[name="reporter.kind"][value="${kind}"]`, HTMLInputElement, form);
  const isPreset = !form.querySelector('[name="reporter.kind"]:checked');
  const bar = one('.via', HTMLElement, fromTemplate('via'));
  one('[data-place=name]', HTMLElement, bar).textContent = name;
  one('button', HTMLButtonElement, bar).addEventListener('click', () => {
    if (likely.checked && isPreset) likely.checked = false;
    remove();
    bar.remove();
    const heading = form.querySelector('.step:not([hidden]) h2');
    if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
  });
  form.before(bar);
  if (!isPreset) return;
  likely.checked = true;
  likely.dispatchEvent(new Event('input', { bubbles: true }));
}

async function start(): Promise<void> {
  tellLanguages();
  if (source.value === BY_PHONE) {
    // The names and numbers that this browser knows are those of staff.
    for (const own of all('[data-field^=reporter] [autocomplete]', HTMLInputElement, form)) own.autocomplete = 'off';
    // Outside what the thank-you page replaces: the number is read out at the very end.
    one('main', HTMLElement).before(fromTemplate('via-phone'));
    return;
  }
  const found = await locationOf(source.value);
  if (found === 'unknown') remove();
  else if (found && source.value) showLocation(found);
}

void start();
