import { MOST_CHARACTERS } from '#shared/domain/text-lengths.ts';
import {
  CONSENTS,
  type Consent,
  INFORMED,
  OUTCOMES,
  type Outcome,
  REFERRALS,
  RESIDENT_WISHES,
  type WAYS,
} from '#shared/domain/words.ts';
import type { DoorWord } from '#shared/texts/console-texts.ts';
import { useInDays } from '../in-days.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { ChooseOne, ChooseSome } from '../parts/choice-list.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useTexts } from '../shell.ts';
import { ActForm, required, tooLong } from './act-form.tsx';
import { AlarmGate } from './alarm-gate.tsx';
import { type Along, alongIn, EraseAlong, NOTHING_ALONG } from './erase-along.tsx';
import { EraseFacts } from './erase-facts.tsx';
import { HowAndWhen } from './how-and-when.tsx';
import { lastWord } from './last-word.ts';
import { OnBehalf } from './on-behalf.tsx';
import { optionsOf } from './options.ts';
import { useHelp } from './use-help.ts';
import type { Entry } from './use-sending.ts';
import { JUST_NOW, type When, whenOf } from './when-field.tsx';
import { useDraft, useWork } from './work.ts';

type OneOf<List extends readonly string[]> = List[number];
export type ContactDraft = Along & {
  /** What was tapped at the door, if anything. */
  door?: DoorWord;
  /** Undefined until the question about danger is answered. */
  alarm?: boolean | undefined;
  way: OneOf<typeof WAYS>;
  when: When;
  informed?: OneOf<typeof INFORMED>;
  because: string;
  consent?: Consent;
  wishes: readonly OneOf<typeof RESIDENT_WISHES>[];
  referrals: readonly OneOf<typeof REFERRALS>[];
  agreements: string;
  ready: 'no' | 'yes';
  outcome?: Outcome | undefined;
};

const START: ContactDraft = {
  ...NOTHING_ALONG,
  way: 'visit',
  when: JUST_NOW,
  because: '',
  wishes: [],
  referrals: [],
  agreements: '',
  ready: 'no',
};

export function ContactForm() {
  const { alarm, contact, words } = useTexts();
  const inDays = useInDays();
  const { signal } = useWork();
  const [draft, change] = useDraft<ContactDraft>('contact', START);
  // Danger that was told of already is not asked about again: the server remembers it.
  if (draft.alarm === undefined && !signal.alarm)
    return <AlarmGate seen={draft.door === 'danger'} onAnswer={(alarm) => change({ alarm })} />;
  const erases = draft.consent === 'erase-now';
  const staysOpen = draft.consent === 'keep' || draft.consent === 'undecided';
  const refuses = erases || draft.consent === 'not-given';

  return (
    <ActForm
      act="contact"
      entry={() => entryOf(draft)}
      submit={erases ? contact.submitErase : contact.submit}
      danger={erases}
    >
      {signal.alarm && (
        <Alert kind="warning">
          <p class="utrecht-paragraph">{alarm.tell.stands}</p>
        </Alert>
      )}
      {draft.alarm && (
        <Alert kind="warning">
          <p class="utrecht-paragraph">{contact.alarmNoted}</p>
        </Alert>
      )}
      <OnBehalf />
      <HowAndWhen
        legend={contact.way}
        way={draft.way}
        when={draft.when}
        onWay={(way) => change({ way })}
        onWhen={(when) => change({ when })}
      />
      {draft.door === 'referred' && !refuses && <Referrals draft={draft} change={change} />}
      <ChooseOne
        name="informed"
        legend={contact.informed}
        hint={contact.informedHint}
        options={optionsOf(INFORMED, words.informed)}
        value={draft.informed}
        onChange={(informed) => change({ informed })}
      />
      {draft.informed === 'not-yet' && !erases && (
        <TextField
          name="notInformedBecause"
          label={contact.because}
          hint={contact.becauseHint}
          value={draft.because}
          onChange={(because) => change({ because })}
          atMost={MOST_CHARACTERS.notInformedBecause}
        />
      )}
      <ChooseOne
        name="consent"
        legend={contact.consent}
        hint={contact.consentHint}
        options={optionsOf(CONSENTS, contact.consents, {
          ...contact.consentHints,
          keep: inDays(contact.consentHints.keep, 'consent'),
          undecided: inDays(contact.consentHints.undecided, 'undecided'),
        })}
        value={draft.consent}
        onChange={(consent) => change({ consent })}
      />
      {erases && <EraseFacts />}
      {erases && <EraseAlong value={draft} onChange={change} />}
      {staysOpen && <Support draft={draft} change={change} />}
      {!draft.alarm && !signal.alarm && (
        <Button weight="subtle" danger onClick={() => change({ alarm: undefined, door: 'danger' })}>
          {contact.dangerAfterAll}
        </Button>
      )}
    </ActForm>
  );
}

type Props = { draft: ContactDraft; change: (part: Partial<ContactDraft>) => void };

/** Only what the resident wants kept: without consent there is nothing to note. */
function Support({ draft, change }: Props) {
  const { contact, words } = useTexts();
  const inDays = useInDays();
  return (
    <>
      <ChooseSome
        name="wishes"
        compact
        legend={contact.wishes}
        hint={contact.optional}
        options={optionsOf(RESIDENT_WISHES, words.residentWishes)}
        value={draft.wishes}
        onChange={(wishes) => change({ wishes: lastWord(draft.wishes, wishes, 'nothing') })}
      />
      {draft.door !== 'referred' && <Referrals draft={draft} change={change} />}
      {draft.consent === 'keep' && (
        <TextField
          name="agreements"
          label={contact.agreements}
          hint={contact.agreementsHint}
          value={draft.agreements}
          onChange={(agreements) => change({ agreements })}
          atMost={MOST_CHARACTERS.agreements}
          long
        />
      )}
      <ChooseOne
        name="ready"
        legend={contact.ready}
        options={[
          { value: 'no', label: contact.notReady, hint: inDays(contact.notReadyHint, 'followUp') },
          { value: 'yes', label: contact.closeNow },
        ]}
        value={draft.ready}
        onChange={(ready) => change({ ready })}
      />
      {draft.ready === 'yes' && (
        <ChooseOne
          name="outcome"
          legend={contact.outcome}
          options={optionsOf(
            OUTCOMES.filter((outcome) => outcome !== 'not-reached'),
            words.outcomes,
          )}
          value={draft.outcome}
          onChange={(outcome) => change({ outcome })}
        />
      )}
    </>
  );
}

function Referrals({ draft, change }: Props) {
  const { contact, words } = useTexts();
  const help = useHelp();
  return (
    <ChooseSome
      name="referrals"
      compact
      legend={contact.referrals}
      hint={contact.optional}
      options={optionsOf(REFERRALS, words.referrals, help)}
      value={draft.referrals}
      onChange={(referrals) => change({ referrals })}
    />
  );
}

function entryOf(draft: ContactDraft): Entry<'contact'> {
  const { informed, consent, alarm = false, way } = draft;
  const when = whenOf(draft.when);
  const erases = consent === 'erase-now';
  const because = draft.because.trim();
  const staysOpen = consent === 'keep' || consent === 'undecided';
  const closes = staysOpen && draft.ready === 'yes';
  // "Geen zorg" says how it ended, whatever may be kept of it.
  const seenWell = draft.door === 'no-worry' && consent === 'not-given';
  const missing = [
    ...(when ? [] : [required('at')]),
    ...(informed ? [] : [required('informed')]),
    ...(informed === 'not-yet' && !because && !erases ? [required('notInformedBecause')] : []),
    ...(consent ? [] : [required('consent')]),
    ...(closes && !draft.outcome ? [required('outcome')] : []),
    ...tooLong({
      ...(informed === 'not-yet' && !erases && { notInformedBecause: because }),
      ...(consent === 'keep' && { agreements: draft.agreements }),
    }),
  ];
  if (missing.length > 0 || !informed || !consent) return { missing };
  const agreements = draft.agreements.trim();
  return {
    body: {
      way,
      ...when,
      informed,
      consent,
      alarm,
      ...(informed === 'not-yet' && because && !erases && { notInformedBecause: because }),
      // Answers under a question that is no longer asked are not sent.
      ...(staysOpen && { wishes: [...draft.wishes], referrals: [...draft.referrals] }),
      ...(erases && alongIn(draft)),
      ...(consent === 'keep' && agreements && { agreements }),
      ...((closes || seenWell) && draft.outcome && { outcome: draft.outcome }),
    },
  };
}
