import { form as texts } from '#shared/texts/nl/form.ts';
import { words } from '#shared/texts/nl/words.ts';
import type { Canary } from './canary.ts';
import { look, type Person } from './person.ts';

/** Ticks or chooses by the words that people read. */
const choose = ({ page }: Person, role: 'radio' | 'checkbox', name: string) => page.getByRole(role, { name }).check();
const type = ({ page }: Person, name: string, value: string) => page.getByRole('textbox', { name }).fill(value);
export const press = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The first question and an address with a postcode. */
export async function tellWhere(person: Person, { postcode, houseNumber = '7', addition = '' }: Where): Promise<void> {
  await choose(person, 'radio', words.about['someone-else']);
  await type(person, texts.address.postcode, postcode);
  await type(person, texts.address.houseNumber, houseNumber);
  await type(person, texts.address.addition, addition);
}
type Where = { readonly postcode: string; readonly houseNumber?: string; readonly addition?: string };

export async function tellWhereWithoutPostcode(person: Person, { street, town, addition }: Canary): Promise<void> {
  await choose(person, 'radio', words.about['someone-else']);
  await type(person, texts.address.houseNumber, '7');
  await type(person, texts.address.addition, addition);
  await person.page.getByText(texts.address.unknown).click();
  await type(person, texts.address.street, street);
  await type(person, texts.address.town, town);
}

export async function tellSigns(person: Person, { explanation }: Canary): Promise<void> {
  await choose(person, 'checkbox', words.reasons['stays-away']);
  await type(person, texts.explanation.label, explanation);
}

export const tellTried = (person: Person) => choose(person, 'checkbox', words.alreadyTried['rang-bell']);

export async function tellWhoIAm(person: Person, { name, phone, email }: Canary): Promise<void> {
  await choose(person, 'radio', words.reporterKinds.neighbour);
  await type(person, texts.reporter.phone, phone);
  await type(person, texts.reporter.email, email);
  await type(person, texts.reporter.name, name);
  await choose(person, 'checkbox', texts.reporter.mayBeContacted);
  await choose(person, 'checkbox', texts.reporter.wantsUpdates);
}

/** On the thank-you page: the number to keep, without its dashes. */
export async function referenceOn({ page }: Person): Promise<string> {
  const spelled = await page.locator('.reference').textContent();
  return (spelled ?? '').replaceAll('-', '').trim();
}

/** What the status page says of this number. */
export async function lookUpStatus(person: Person, reference: string, picture?: string): Promise<string> {
  const { page } = person;
  await page.goto('/status/');
  await page.getByLabel(texts.status.label).fill(reference);
  await press(person, texts.status.show);
  const answer = page.locator('#answer');
  await answer.locator('p').waitFor();
  if (picture) await look(person, picture);
  return ((await answer.textContent()) ?? '').trim();
}
