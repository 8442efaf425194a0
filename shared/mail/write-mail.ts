import type { MailEffect } from '#shared/domain/agenda.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import { inFours } from '#shared/domain/in-fours.ts';
import type { OwnTexts } from '#shared/domain/own-texts.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Signal } from '#shared/domain/signal.ts';
import { spellMoment } from '#shared/domain/spell-moment.ts';
import { dateOf } from '#shared/domain/time.ts';
import type { Language } from '#shared/domain/words.ts';
import type { LateCount, MailContent, MailFacts, MailWriter, PasskeyNews } from '#shared/ports/mail-writer.ts';
import { LANGUAGE } from '#shared/texts/catalogues/language.ts';
import { MAIL } from '#shared/texts/catalogues/mail.ts';
import type { MailTexts, ReporterMessage, WorkMessage } from '#shared/texts/mail-texts.ts';
import { withOwnTexts } from '#shared/texts/own-texts.ts';
import { layOut, type MailPart } from './layout.ts';

/** What a mail takes of its municipality. */
type Sender = Pick<Settings, 'baseUrl' | 'colours' | 'texts'> & { readonly mail: Pick<Settings['mail'], 'languages'> };

export const mailWriter = (sender: Sender) =>
  ({
    effect: (effect: MailEffect, signal: Signal, facts: MailFacts) => writeEffectMail(sender, effect, signal, facts),
    code: (code: string) => writeCodeMail(sender, code),
    teamMailbox: () => writeTeamMailboxMail(sender),
    passkeys: (news: PasskeyNews) => writePasskeysMail(sender, news),
    digest: (late: readonly LateCount[]) => writeDigest(sender, late),
  }) satisfies MailWriter;

/** The same in the words that the municipality has at that moment. */
export function mailWriterNow(sender: Sender, textsNow: () => Promise<OwnTexts>): MailWriter {
  const writer = async () => mailWriter({ ...sender, texts: await textsNow() });
  return {
    effect: async (effect, signal, facts) => (await writer()).effect(effect, signal, facts),
    code: async (code) => (await writer()).code(code),
    teamMailbox: async () => (await writer()).teamMailbox(),
    passkeys: async (news) => (await writer()).passkeys(news),
    digest: async (late) => (await writer()).digest(late),
  };
}

/** Ours, with the municipality's own in their place. */
const textsIn = ({ texts }: Sender, language: Language): MailTexts =>
  withOwnTexts({ mail: MAIL[language] }, language, texts).mail;

type Said = Omit<MailPart, 'language' | 'direction'>;

const partIn = (language: Language, said: Said): MailPart => ({
  language,
  direction: LANGUAGE[language].direction,
  ...said,
});

/** A mail to people who work together: the municipality's first language on top, which the subject is in, the others below it. */
function toAll(
  sender: Sender,
  subject: (texts: MailTexts, language: Language) => string,
  say: (texts: MailTexts, language: Language) => Said,
): MailContent {
  const [first, ...others] = sender.mail.languages;
  const part = (language: Language): MailPart => partIn(language, say(textsIn(sender, language), language));
  return layOut(subject(textsIn(sender, first), first), [part(first), ...others.map(part)], sender.colours);
}

/** The mail for an effect. It is given the signal, and takes from it its number, its moments and a language; nothing of who or where. */
function writeEffectMail(sender: Sender, effect: MailEffect, signal: Signal, facts: MailFacts): MailContent {
  const { message } = effect;
  if (isForReporter(message)) return toReporter(sender, message, signal);
  return toColleague(sender, effect, message, signal, facts);
}

const isForReporter = (message: MailEffect['message']): message is ReporterMessage => message.startsWith('update-');

/** The link opens nothing by itself: who follows it still has to sign in. */
function toColleague(
  sender: Sender,
  effect: MailEffect,
  message: WorkMessage,
  signal: Signal,
  facts: MailFacts,
): MailContent {
  const before = signal.step?.before ?? signal.nextAt;
  const url = signalLink(sender.baseUrl, signal.id, effect.key);
  const place = (texts: MailTexts, language: Language) => ({
    neighbourhood: facts.neighbourhood ?? texts.unknownNeighbourhood,
    before: texts.before(spellMoment(texts.moment, language, dateOf(before))),
    ownerName: facts.ownerName,
  });
  return toAll(
    sender,
    (texts, language) => {
      const subject = texts.messages[message].subject(place(texts, language));
      return signal.practice ? texts.practice.subject(subject) : subject;
    },
    (texts, language) => ({
      paragraphs: [
        texts.greeting,
        ...(signal.practice ? [texts.practice.body] : []),
        ...texts.messages[message].body(place(texts, language)),
      ],
      button: { label: texts.open, url },
      smallPrint: [texts.openHint, `${texts.reference}: ${inFours(signal.id)}`, texts.noReply],
    }),
  );
}

/** In the language of the form. Three neutral texts; never the outcome. */
function toReporter(sender: Sender, message: ReporterMessage, { id, report }: Signal): MailContent {
  const { language, about } = report;
  const { reporter, resident, reference, noReply } = textsIn(sender, language);
  const texts = about === 'myself' ? resident : reporter;
  const { subject, body } = texts[message];
  const said = {
    paragraphs: [texts.greeting, ...body, `${reference}: ${inFours(id)}`, `${texts.status} ${sender.baseUrl}/status/`],
    smallPrint: [texts.thanks, noReply],
  };
  return layOut(subject, [partIn(language, said)], sender.colours);
}

/** A fragment is not sent to any server, so no log can hold it; the effect tells which mail was followed. */
export const signalLink = (baseUrl: string, id: SignalId, effect: string): string =>
  `${baseUrl}/console/#/signalen/${id}?mail=${effect}`;

/** The code to sign in with, to a member who asked for it. */
const writeCodeMail = (sender: Sender, code: string): MailContent =>
  toAll(
    sender,
    (texts) => texts.code.subject,
    (texts) => ({
      paragraphs: texts.code.body,
      large: `${code.slice(0, 3)} ${code.slice(3)}`,
      smallPrint: [texts.code.ignore],
    }),
  );

const writeTeamMailboxMail = (sender: Sender): MailContent =>
  toAll(
    sender,
    (texts) => texts.teamMailbox.subject,
    ({ teamMailbox }) => ({ paragraphs: teamMailbox.body, smallPrint: [teamMailbox.ignore] }),
  );

/** Without a link: a mail that asks to sign in is what a thief would send. */
const writePasskeysMail = (sender: Sender, news: PasskeyNews): MailContent =>
  toAll(
    sender,
    ({ passkeys }) => passkeys[news].subject,
    ({ greeting, passkeys, noReply }) => ({
      paragraphs: [greeting, ...passkeys[news].body, passkeys.notYou],
      smallPrint: [noReply],
    }),
  );

/** What the coordinator hears once a day about signals whose deadline has passed: how many, with whom. */
function writeDigest(sender: Sender, late: readonly LateCount[]): MailContent {
  const total = late.reduce((sum, { count }) => sum + count, 0);
  return toAll(
    sender,
    ({ digest }) => digest.subject(total),
    ({ greeting, digest, noReply }) => ({
      paragraphs: [greeting, digest.body, ...late.map(({ ownerName, count }) => digest.line(ownerName, count))],
      button: { label: digest.open, url: `${sender.baseUrl}/console/` },
      smallPrint: [noReply],
    }),
  );
}
