import type { MailEffect } from '#shared/domain/agenda.ts';
import { type SignalId, spellReference } from '#shared/domain/ids.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Signal } from '#shared/domain/signal.ts';
import { LANGUAGES, type Language } from '#shared/domain/words.ts';
import type { LateCount, MailContent, MailFacts, MailWriter } from '#shared/ports/mail-writer.ts';
import { mail as en } from '#shared/texts/en/mail.ts';
import type { MailTexts, ReporterMessage, WorkMessage } from '#shared/texts/mail-texts.ts';
import { mail as nl } from '#shared/texts/nl/mail.ts';
import { layOut, type MailPart } from './layout.ts';
import { spokenTime } from './spoken-time.ts';

const TEXTS: Record<Language, MailTexts> = { nl, en };

/** What a mail takes of its municipality. */
type Sender = Pick<Settings, 'baseUrl' | 'colours'>;

export const mailWriter = (sender: Sender): MailWriter => ({
  effect: (effect, signal, facts) => writeEffectMail(sender, effect, signal, facts),
  code: (code) => writeCodeMail(sender, code),
  digest: (late) => writeDigest(sender, late),
});

/** The mail for an effect. It is given the signal, and takes from it its number, its moments and a language; nothing of who or where. */
function writeEffectMail(sender: Sender, effect: MailEffect, signal: Signal, facts: MailFacts): MailContent {
  const { message } = effect;
  if (isForReporter(message)) return toReporter(sender, message, signal.id, signal.report.language);
  return toColleague(sender, effect, message, signal, facts);
}

const isForReporter = (message: MailEffect['message']): message is ReporterMessage => message.startsWith('update-');

/** Dutch first, English below. The link opens nothing by itself: who follows it still has to sign in. */
function toColleague(
  { baseUrl, colours }: Sender,
  effect: MailEffect,
  message: WorkMessage,
  signal: Signal,
  facts: MailFacts,
): MailContent {
  const before = signal.step?.before ?? signal.nextAt;
  const url = signalLink(baseUrl, signal.id, effect.key);
  const place = (language: Language) => ({
    neighbourhood: facts.neighbourhood ?? TEXTS[language].unknownNeighbourhood,
    before: TEXTS[language].before(spokenTime(before, language)),
    ownerName: facts.ownerName,
  });
  const parts = LANGUAGES.map((language): MailPart => {
    const { greeting, messages, open, openHint, reference, noReply } = TEXTS[language];
    return {
      language,
      paragraphs: [greeting, ...messages[message].body(place(language))],
      button: { label: open, url },
      smallPrint: [openHint, `${reference}: ${spellReference(signal.id)}`, noReply],
    };
  });
  return layOut(TEXTS.nl.messages[message].subject(place('nl')), parts, colours);
}

/** In the language of the form. Three neutral texts; never the outcome. */
function toReporter(
  { baseUrl, colours }: Sender,
  message: ReporterMessage,
  id: SignalId,
  language: Language,
): MailContent {
  const { reporter, reference, noReply } = TEXTS[language];
  const { subject, body } = reporter[message];
  return layOut(
    subject,
    [
      {
        language,
        paragraphs: [
          reporter.greeting,
          ...body,
          `${reference}: ${spellReference(id)}`,
          `${reporter.status} ${baseUrl}/status/`,
        ],
        smallPrint: [reporter.thanks, noReply],
      },
    ],
    colours,
  );
}

/** A fragment is not sent to any server, so no log can hold it; the effect tells which mail was followed. */
export const signalLink = (baseUrl: string, id: SignalId, effect: string): string =>
  `${baseUrl}/console/#/signalen/${id}?mail=${effect}`;

/** The code to sign in with, to a member who asked for it. */
const writeCodeMail = ({ colours }: Sender, code: string): MailContent =>
  layOut(
    TEXTS.nl.code.subject,
    LANGUAGES.map((language) => ({
      language,
      paragraphs: TEXTS[language].code.body,
      large: `${code.slice(0, 3)} ${code.slice(3)}`,
      smallPrint: [TEXTS[language].code.ignore],
    })),
    colours,
  );

/** What the coordinator hears once a day about signals whose deadline has passed: how many, with whom. */
function writeDigest({ baseUrl, colours }: Sender, late: readonly LateCount[]): MailContent {
  const total = late.reduce((sum, { count }) => sum + count, 0);
  return layOut(
    TEXTS.nl.digest.subject(total),
    LANGUAGES.map((language) => {
      const { greeting, digest, noReply } = TEXTS[language];
      return {
        language,
        paragraphs: [greeting, digest.body, ...late.map(({ ownerName, count }) => digest.line(ownerName, count))],
        button: { label: digest.open, url: `${baseUrl}/console/` },
        smallPrint: [noReply],
      };
    }),
    colours,
  );
}
