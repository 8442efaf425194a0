import { pathOf } from '#shared/html/paths.ts';
import { FORM } from '#shared/texts/catalogues/form.ts';
import { WORDS } from '#shared/texts/catalogues/words.ts';
import type { Canary } from './canary.ts';
import { look, type Person } from './person.ts';

/** Ticks or chooses by the words that people read. */
const choose = ({ page, hands }: Person, role: 'radio' | 'checkbox', name: string) =>
  hands.tick(page.getByRole(role, { name }));
export const type = ({ page, hands }: Person, name: string, value: string) =>
  hands.type(page.getByRole('textbox', { name }), value);
export const press = ({ page, hands }: Person, name: string) =>
  hands.press(page.getByRole('button', { name, exact: true }));
export const follow = ({ page, hands }: Person, name: string | RegExp) =>
  hands.press(page.getByRole('link', { name, exact: true }));

/** The words of the form as this person reads them. */
export const formOf = ({ language }: Person) => ({ texts: FORM[language], words: WORDS[language] });

/** The first question and an address with a postcode. */
export async function tellWhere(person: Person, where: Where, about: 'someone-else' | 'myself' = 'someone-else') {
  const { texts, words } = formOf(person);
  const { postcode, houseNumber = '7', addition = '' } = where;
  await choose(person, 'radio', words.about[about]);
  await type(person, texts.address.postcode, postcode);
  await type(person, texts.address.houseNumber, houseNumber);
  await type(person, texts.address.addition, addition);
}
type Where = { readonly postcode: string; readonly houseNumber?: string; readonly addition?: string };

export async function tellWhereWithoutPostcode(person: Person, { street, town, addition }: Canary): Promise<void> {
  const { texts, words } = formOf(person);
  await choose(person, 'radio', words.about['someone-else']);
  await type(person, texts.address.houseNumber, '7');
  await type(person, texts.address.addition, addition);
  await person.page.getByText(texts.address.unknown).click();
  await type(person, texts.address.street, street);
  await type(person, texts.address.town, town);
}

export async function tellSigns(person: Person, { explanation }: Canary): Promise<void> {
  const { texts, words } = formOf(person);
  await choose(person, 'checkbox', words.reasons['stays-away']);
  await type(person, texts.explanation.label, explanation);
}

export async function tellWishes(person: Person, { explanation }: Canary): Promise<void> {
  const { texts, words } = formOf(person);
  await choose(person, 'checkbox', words.wishes.talk);
  await type(person, texts.explanation.label, explanation);
}

export const tellTried = (person: Person) => choose(person, 'checkbox', formOf(person).words.alreadyTried['rang-bell']);

export async function tellWhoIAm(person: Person, { name, phone, email }: Canary): Promise<void> {
  const { texts, words } = formOf(person);
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
  const { texts } = formOf(person);
  await page.goto(pathOf(person.language, 'status/'));
  await type(person, texts.status.label, reference);
  await press(person, texts.status.show);
  const answer = page.locator('#answer');
  await answer.locator('p').waitFor();
  if (picture) await look(person, picture);
  return ((await answer.textContent()) ?? '').trim();
}
