import type { ComponentChildren } from 'preact';
import type { SignalView } from '#shared/contracts/console.ts';
import { Fact, Facts, Section, Several } from '../parts/facts.tsx';
import { useShell } from '../shell.ts';
import { labelOf, sentenceOf, type Texts } from '../texts.ts';
import { momentInWords, type Seen } from '../time-in-words.ts';
import { triageTexts } from './act-texts.ts';

/** What was decided, tried and agreed, and then every step in one sentence, newest first. */
export function WhatHappened({ signal, now }: { signal: SignalView; now: Date }) {
  const { language, texts } = useShell();
  const { happened, inform, words } = texts;
  const seen: Seen = { language, now };
  const { triage, danger, attempts = [], contactAt, informed, followUps = [], closing, history = [] } = signal;
  const { tested, endings } = triageTexts(texts, signal);
  const ending = closing && labelOf(endings, closing.outcome);
  if (history.length === 0 && attempts.length === 0 && !contactAt) return null;
  return (
    <>
      {signal.contact && <ContactSection title={happened.contact} contact={signal.contact} seen={seen} />}
      {signal.earlierContacts?.toReversed().map((contact) => (
        <ContactSection key={contact.at} title={happened.earlierContact} contact={contact} seen={seen} />
      ))}
      <Section title={happened.title}>
        <Facts>
          <Fact label={happened.ending}>{ending}</Fact>
          <Fact label={happened.alarm}>
            {danger && (
              <Several
                texts={[
                  happened.dangerSeen(momentInWords(danger.at, seen)),
                  ...(danger.handled
                    ? [
                        happened.dangerHandled(
                          momentInWords(danger.handled.at, seen),
                          words.dangerHandled[danger.handled.how],
                        ),
                      ]
                    : []),
                ]}
              />
            )}
          </Fact>
          <Fact label={signal.aboutThemselves ? happened.testedThemselves : happened.tested}>
            {triage?.tested.map((how) => labelOf(tested, how)).join(', ')}
          </Fact>
          <Fact label={happened.duplicateOf}>{triage?.duplicateOf}</Fact>
          <Fact label={happened.attempts}>
            {attempts.length > 0 && (
              <Several
                texts={attempts.map(
                  ({ at, way, result }) =>
                    `${momentInWords(at, seen)}: ${lower(labelOf(words.ways, way))}, ${lower(labelOf(words.attemptResults, result))}`,
                )}
              />
            )}
          </Fact>
          <Fact label={happened.contactBefore}>{contactAt && capital(momentInWords(contactAt, seen))}</Fact>
          <Fact label={happened.informed}>
            {informed && `${capital(momentInWords(informed.at, seen))}: ${lower(labelOf(inform.ways, informed.how))}`}
          </Fact>
          <Fact label={happened.helpStarted}>
            {followUps.length > 0 && (
              <Several
                texts={followUps.map(
                  ({ at, helpStarted }) =>
                    `${momentInWords(at, seen)}: ${lower(labelOf(words.helpStarted, helpStarted))}`,
                )}
              />
            )}
          </Fact>
        </Facts>
        <ol class="history">
          {everything(signal, texts).map(({ at, line }) => (
            <Line key={`${at} ${line}`} at={momentInWords(at, seen)}>
              {line}
            </Line>
          ))}
        </ol>
      </Section>
    </>
  );
}

/** What people did and what the system mailed, newest first. Of one moment, what came last stands on top. */
const everything = ({ history = [], mails = [] }: SignalView, texts: Texts) =>
  [
    ...history.map(({ at, what, by, organisation }) => ({
      at,
      line: sentenceOf(texts.history, what, by && (organisation ? `${by}, ${organisation},` : by)),
    })),
    ...mails.map((mail) => ({ at: mail.at, line: mailLine(mail, texts) })),
  ]
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .reverse();

function mailLine({ what, to, state, partner }: Mail, { happened }: Texts): string {
  const said = labelOf(happened.mailStates, state);
  if (what === 'escalate' && to === 'backup') return happened.backupAsked(partner ?? happened.mailTo.backup, said);
  return happened.mail(labelOf(happened.mails, what), partner ?? happened.mailTo[to], said);
}

const Line = ({ at, children }: { at: string; children: ComponentChildren }) => (
  <li class="history__line">
    <span class="history__at">{capital(at)}</span> {children}
  </li>
);

type Mail = NonNullable<SignalView['mails']>[number];
type ContactProps = { title: string; contact: NonNullable<SignalView['contact']>; seen: Seen };

function ContactSection({ title, contact, seen }: ContactProps) {
  const { texts } = useShell();
  const { happened, words } = texts;
  const several = (labels: Readonly<Record<string, string>>, chosen: readonly string[]) =>
    chosen.length > 0 && chosen.map((word) => labelOf(labels, word)).join(', ');
  return (
    <Section title={title}>
      <Facts>
        <Fact label={happened.contactAt}>
          {`${capital(momentInWords(contact.at, seen))}, ${lower(labelOf(words.ways, contact.way))}`}
        </Fact>
        <Fact label={happened.alarm}>{contact.alarm && happened.alarmGiven}</Fact>
        <Fact label={happened.informed}>{labelOf(words.informed, contact.informed)}</Fact>
        <Fact label={happened.because}>{contact.notInformedBecause}</Fact>
        <Fact label={happened.consent}>{labelOf(words.consents, contact.consent)}</Fact>
        <Fact label={happened.wishes}>{several(words.residentWishes, contact.wishes)}</Fact>
        <Fact label={happened.referrals}>{several(words.referrals, contact.referrals)}</Fact>
        <Fact label={happened.agreements}>{contact.agreements}</Fact>
      </Facts>
    </Section>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A label in the middle of a sentence. */
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
