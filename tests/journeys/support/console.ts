import type { Act } from '#shared/domain/life.ts';
import { CONSOLE } from '#shared/texts/catalogues/console.ts';
import type { ConsoleTexts } from '#shared/texts/console-texts.ts';
import { press } from './form.ts';
import { codeFor, mails } from './mailbox.ts';
import { look, type Person } from './person.ts';
import type { Town } from './town.ts';

export const FATIMA = 'fatima@maashoek.example';
export const JOOST = 'joost@maashoek.example';
export const RIA = 'ria@maashoek.example';
export const ANIL = 'anil@delinde.example';
export const MARIA = 'maria@dezwaan.example';
export const SANNE = 'sanne@rotterdam.example';
export const PETER = 'peter@rotterdam.example';

/** The words of the console as this person reads them. */
export const consoleOf = ({ language }: Person): ConsoleTexts => CONSOLE[language];

/** Signs in with a mailed code, on whatever page of the console this person is; what they were going to comes up by itself. */
export async function signIn(town: Town, person: Person, email: string, picture?: string): Promise<void> {
  const { page, hands } = person;
  const { signIn: texts, frame } = consoleOf(person);
  await page.getByLabel(texts.email).waitFor();
  if (picture) await look(person, `${picture}-email`);
  const before = (await mails(town)).length;
  await hands.type(page.getByLabel(texts.email), email);
  await press(person, texts.askCode);
  await page.getByLabel(texts.code).waitFor();
  if (picture) await look(person, `${picture}-code`);
  await hands.type(page.getByLabel(texts.code), await codeFor(town, email, before));
  await press(person, texts.enter);
  await page.getByRole('button', { name: frame.signOut }).waitFor();
}

export const openConsole = async (town: Town, person: Person, email: string, picture?: string): Promise<void> => {
  await person.page.goto('/console/');
  await signIn(town, person, email, picture);
};

export async function signOut(person: Person): Promise<void> {
  const { frame, session } = consoleOf(person);
  await press(person, frame.signOut);
  await person.page.getByText(session.signedOut).waitFor();
}

/** Whether the server still knows this browser: 200, or 401. */
export const sessionStatus = ({ page }: Person) =>
  page.evaluate("fetch('/v1/console/sessions/current').then(({ status }) => status)");

export const openSignal = async ({ page }: Person, reference: string): Promise<void> => {
  await page.goto(`/console/#/signalen/${reference}`);
  await page.getByText(spelled(reference)).waitFor();
};

/** From the signal to the form of an act. */
export async function startAct(person: Person, act: Act): Promise<void> {
  const { acts, triage, door } = consoleOf(person);
  // Acts whose button is an answer.
  const answers: Partial<Readonly<Record<Act, string>>> = {
    triage: triage.yes,
    contact: door.choices.spoke,
    attempt: door.choices['nobody-home'],
  };
  const { page, hands } = person;
  await hands.press(page.getByRole('link', { name: answers[act] ?? acts[act].button, exact: true }));
  await page.getByRole('heading', { level: 1, name: acts[act].title }).waitFor();
}

/** Sends the form and waits for what is said of it. */
export async function finishAct(person: Person, submit: string, act: Act): Promise<void> {
  await press(person, submit);
  await person.page.getByText(consoleOf(person).acts[act].done).waitFor();
}

/** Chooses or ticks by the words that people read. */
export async function choose({ page, hands }: Person, ...labels: readonly string[]): Promise<void> {
  for (const label of labels) await hands.tick(page.getByLabel(label).first());
}

/** The same within one question: the nth of its answers. */
export const chooseNth = ({ page, hands }: Person, question: string, index: number): Promise<void> =>
  hands.tick(page.getByRole('group', { name: question }).getByRole('radio').nth(index));

/** The code that proves an erasure; shown once. */
export const seesProof = ({ page }: Person): Promise<void> =>
  page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor();

const menuOf = (person: Person) =>
  person.page.getByRole('navigation', { name: consoleOf(person).frame.menu }).getByRole('link');
export const goTo = (person: Person, place: string): Promise<void> =>
  person.hands.press(menuOf(person).filter({ hasText: place }));

/** Every place of the menu, one after the other: what is there is looked at. */
export async function walkTheMenu(person: Person, pictures: string): Promise<void> {
  const { page, hands } = person;
  const menu = menuOf(person);
  const places = await menu.allTextContents();
  for (const [index, place] of places.entries()) {
    await hands.press(menu.nth(index));
    await menu.nth(index).and(page.locator('[aria-current]')).waitFor();
    await page.locator('main h1').waitFor();
    await page.waitForLoadState('networkidle');
    await look(person, `${pictures}-${place.toLowerCase().replaceAll(' ', '-')}`);
  }
}

export const spelled = (reference: string): string => reference.replaceAll(/(.{4})(?=.)/g, '$1-');
