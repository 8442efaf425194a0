import { expect, vi } from 'vitest';
import type { Town } from './town.ts';

export type Mail = {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly sentAt: string;
};

/** Every mail so far, oldest first. */
export async function mails({ local }: Pick<Town, 'local'>): Promise<Mail[]> {
  const response = await fetch(`${local.url}/local/inbox.json`);
  const newestFirst = (await response.json()) as Mail[];
  return newestFirst.reverse();
}

/** Every mail about one signal, to whomever: each carries the number, spelled in fours or inside its link. */
export async function mailsAbout(town: Pick<Town, 'local'>, reference: string): Promise<Mail[]> {
  if (reference === '') throw new Error('a signal without a number');
  const spelled = reference.replaceAll(/(.{4})(?=.)/g, '$1-');
  return (await mails(town)).filter(({ text }) => text.includes(reference) || text.includes(spelled));
}

/** Waits until so many mails about a signal are there; gives them as `<effect> <address>`, in order of sending. */
export const mailsSent = (town: Pick<Town, 'local'>, reference: string, count: number, timeout: number) =>
  vi.waitFor(
    async () => {
      const sent = (await mailsAbout(town, reference)).map(inShort);
      expect(sent.length, sent.join('\n')).toBeGreaterThanOrEqual(count);
      return sent;
    },
    { timeout, interval: 500 },
  );

/** Which mail it is stands in its link; a mail to the reporter has no link to the console, but a subject of its own. */
export const inShort = ({ to, text, subject }: Mail): string =>
  `${/\?mail=(\S+)/.exec(text)?.[1] ?? subject} ${to.join()}`;

/** The deep link of a mail, as somebody would follow it. */
export function linkIn({ text }: Mail): string {
  const [link] = /http:\S+#\/signalen\/\S+/.exec(text) ?? [];
  if (!link) throw new Error('a mail without a link');
  return link;
}

/** The newest sign-in code that went to this address after the given number of mails. */
export const codeFor = (town: Pick<Town, 'local'>, email: string, after: number): Promise<string> =>
  vi.waitFor(
    async () => {
      const mine = (await mails(town)).slice(after).filter(({ to }) => to.includes(email));
      const [code] = mine.flatMap(({ text }) => /^ {4}(\d{3} \d{3})$/m.exec(text)?.[1] ?? []).reverse();
      expect(code, `a code for ${email}`).toBeDefined();
      return code ?? '';
    },
    { timeout: 15_000, interval: 200 },
  );
