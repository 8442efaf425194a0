import type { Act } from '#shared/domain/life.ts';
import { consoleTexts as texts } from '#shared/texts/nl/console.ts';
import { press } from './form.ts';
import { codeFor, mails } from './mailbox.ts';
import { look, type Person } from './person.ts';
import type { Town } from './town.ts';

export const FATIMA = 'fatima@maashoek.example';
export const JOOST = 'joost@maashoek.example';
export const RIA = 'ria@maashoek.example';
export const ANIL = 'anil@delinde.example';
export const PETER = 'peter@rotterdam.example';

/** Signs in with a mailed code, on whatever page of the console this person is; what they were going to comes up by itself. */
export async function signIn(town: Town, person: Person, email: string, picture?: string): Promise<void> {
  const { page } = person;
  await page.getByLabel(texts.signIn.email).waitFor();
  if (picture) await look(person, `${picture}-email`);
  const before = (await mails(town)).length;
  await page.getByLabel(texts.signIn.email).fill(email);
  await press(person, texts.signIn.askCode);
  await page.getByLabel(texts.signIn.code).waitFor();
  if (picture) await look(person, `${picture}-code`);
  await page.getByLabel(texts.signIn.code).fill(await codeFor(town, email, before));
  await press(person, texts.signIn.enter);
  await page.getByRole('button', { name: texts.frame.signOut }).waitFor();
}

export const openConsole = async (town: Town, person: Person, email: string, picture?: string): Promise<void> => {
  await person.page.goto('/console/');
  await signIn(town, person, email, picture);
};

export const openSignal = async ({ page }: Person, reference: string): Promise<void> => {
  await page.goto(`/console/#/signalen/${reference}`);
  await page.getByText(spelled(reference)).waitFor();
};

/** Acts whose button is an answer. */
const BUTTONS: Partial<Readonly<Record<Act, string>>> = {
  triage: texts.triage.yes,
  contact: texts.door.choices.spoke,
  attempt: texts.door.choices['nobody-home'],
};

/** From the signal to the form of an act. */
export async function startAct({ page }: Person, act: Act): Promise<void> {
  await page.getByRole('link', { name: BUTTONS[act] ?? texts.acts[act].button, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: texts.acts[act].title }).waitFor();
}

/** Sends the form and waits for what is said of it. */
export async function finishAct(person: Person, submit: string, act: Act): Promise<void> {
  await press(person, submit);
  await person.page.getByText(texts.acts[act].done).waitFor();
}

/** Chooses or ticks by the words that people read. */
export async function choose({ page }: Person, ...labels: readonly string[]): Promise<void> {
  for (const label of labels) await page.getByLabel(label).first().check();
}

export const spelled = (reference: string): string => reference.replaceAll(/(.{4})(?=.)/g, '$1-');
