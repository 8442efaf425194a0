import { describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/agenda.ts';
import { epochSecondsOf } from '#shared/domain/time.ts';
import { LANGUAGES } from '#shared/domain/words.ts';
import { mailWriter } from '#shared/mail/write-mail.ts';
import { anAssignedSignal, aReport, settings } from '#shared/testing/builders.ts';
import { MAIL } from '#shared/texts/catalogues/mail.ts';
import { mailPreview } from './mail-preview.ts';

const EXAMPLE = { neighbourhood: 'Oude Noorden', owner: 'Welzijn Centrum' };
const OWN = { 'mail.noReply': { nl: 'Antwoord niet.', en: 'Do not answer.' } };
/** The moment that previews show. */
const nextAt = epochSecondsOf(new Date('2026-11-23T16:00:00Z'));

describe.each(LANGUAGES)('the preview in %s', (language) => {
  const write = mailWriter({ ...settings, texts: OWN, mail: { languages: [language] } });
  const preview = (id: string) => mailPreview(id, language, OWN, EXAMPLE);
  const aSignal = (about: 'someone-else' | 'myself') => {
    const { step: _step, ...signal } = anAssignedSignal({ report: { ...aReport({ language }), about } });
    return { ...signal, nextAt };
  };
  const sent = (message: Message, about: 'someone-else' | 'myself' = 'someone-else') =>
    write.effect({ kind: 'mail', key: message, message, to: 'owner-first' }, aSignal(about), {
      neighbourhood: EXAMPLE.neighbourhood,
      ownerName: EXAMPLE.owner,
    });
  /** Its number is another one, and so is the address of the site. */
  const expectSame = (id: string, { subject, text }: { readonly subject: string; readonly text: string }) => {
    const shown = preview(id);
    expect(shown?.subject).toBe(subject);
    const said = shown?.paragraphs.filter((one) => !/7G2K|…/.test(one)) ?? [];
    expect(said.filter((paragraph) => !text.includes(paragraph))).toEqual([]);
    expect(said).toContain(OWN['mail.noReply'][language]);
  };

  it.each(Object.keys(MAIL.nl.messages) as (keyof typeof MAIL.nl.messages)[])('of %s is what is sent', (message) => {
    expectSame(`mail.messages.${message}`, sent(message));
  });

  it.each(['update-received', 'update-picked-up', 'update-closed'] as const)('of %s is what is sent', (message) => {
    expectSame(`mail.reporter.${message}`, sent(message));
    expectSame(`mail.resident.${message}`, sent(message, 'myself'));
  });

  it('of the digest and the code is what is sent', () => {
    expectSame('mail.digest', write.digest([{ ownerName: EXAMPLE.owner, count: 2 }]));
    const code = write.code('123456');
    expect(preview('mail.code')?.subject).toBe(code.subject);
    expect(preview('mail.code')?.paragraphs.filter((paragraph) => !code.text.includes(paragraph))).toEqual([]);
  });

  it('shows what is in every mail in the one about a new signal, and is of mails alone', () => {
    for (const id of ['mail', 'mail.messages']) expect(preview(id)).toEqual(preview('mail.messages.notify'));
    expect(preview('mail.practice')?.paragraphs).toContain(MAIL[language].practice.body);
    expect(preview('console.list')).toBeUndefined();
  });
});
