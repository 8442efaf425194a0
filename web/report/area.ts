import type { ServiceArea } from '#shared/contracts/signal-submission.ts';
import { fourDigits, parsePostcode, twoLetters } from '#shared/domain/address.ts';
import { element, fromTemplate, one } from './elements.ts';

/**
 * Fetched when a postcode is typed: says which street it is, so that a mistyped one is noticed, or that it is not ours. Asks with the four
 * digits alone and finds the street here: a whole postcode stands in no URL. Anything but a clear answer is no obstacle.
 */
const typed = one('#address-postcode', HTMLInputElement);
const notOurs = one('#area', HTMLElement);
const known = element('div', 'known');
known.setAttribute('aria-live', 'polite');
one('.side-by-side > .utrecht-form-field:nth-child(2)', HTMLElement).after(known);

const areas = new Map<string, Promise<ServiceArea | undefined>>();

async function areaOf(digits: string): Promise<ServiceArea | undefined> {
  try {
    const response = await fetch(`/v1/service-areas/${digits}`);
    return response.ok ? await response.json() : undefined;
  } catch {
    areas.delete(digits);
    return undefined;
  }
}

function ask(digits: string): Promise<ServiceArea | undefined> {
  const asked = areas.get(digits) ?? areaOf(digits);
  areas.set(digits, asked);
  return asked;
}

/** While it is typed, not after: a block that came or went on leaving the field would move the button from under the thumb. */
async function update(): Promise<void> {
  const { value } = typed;
  const [, digits] = /^\s*([1-9][0-9]{3})/.exec(value) ?? [];
  const asked = digits && ask(digits);
  const postcode = parsePostcode(value);
  if (!postcode) {
    notOurs.replaceChildren();
    known.replaceChildren();
    return;
  }
  const area = await (asked || ask(fourDigits(postcode)));
  if (typed.value !== value) return;
  notOurs.replaceChildren(...(area && !area.inArea ? [fromTemplate('outside')] : []));
  const streets = area?.inArea ? (area.streets ?? []) : [];
  const names = streets.filter(({ letters }) => letters.includes(twoLetters(postcode))).map(({ name }) => name);
  known.replaceChildren(...(names.length > 0 ? [lineOf(names)] : []));
  // The check page may be there already: after a reload, or when the answer took its time.
  typed.form?.dispatchEvent(new Event('known'));
}

function lineOf(names: readonly string[]): DocumentFragment {
  const line = fromTemplate('street');
  const { or = '' } = one('#template-street', HTMLTemplateElement).dataset;
  one('[data-place=street]', HTMLElement, line).textContent = names.join(` ${or} `);
  return line;
}

typed.addEventListener('input', update);
void update();
