import { parseSignalId } from '#shared/domain/ids.ts';
import { NO_FOLLOW_UP, type NoFollowUp, TESTED } from '#shared/domain/words.ts';
import { ChooseOne, ChooseSome } from '../parts/choice-list.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useTexts } from '../shell.ts';
import { triageTexts } from '../views/act-texts.ts';
import { ActForm, required } from './act-form.tsx';
import { lastWord } from './last-word.ts';
import { optionsOf } from './options.ts';
import { NO_PLAN_YET, type PlanDraft, PlanFields, plannedIn, plansLater } from './plan-fields.tsx';
import { useSameAddressOptions } from './same-address-options.ts';
import type { Entry } from './use-sending.ts';
import { useDraft, useWork } from './work.ts';

type Tested = (typeof TESTED)[number];
export type TriageDraft = PlanDraft & {
  tested: readonly Tested[];
  go?: 'yes' | 'no';
  reason?: NoFollowUp;
  /** One of those at the address, or `OTHER`. */
  which?: string;
  /** As typed. */
  duplicateOf: string;
};
const OTHER = 'other';

export function TriageForm() {
  const { signal } = useWork();
  const { triage, tested, decisions } = triageTexts(useTexts(), signal);
  const [draft, change] = useDraft<TriageDraft>('triage', { ...NO_PLAN_YET, tested: [], duplicateOf: '' });
  const toPick = (signal.sameAddress?.known.length ?? 0) > 0;
  // Whoever asks for contact is the reason.
  const reasons = NO_FOLLOW_UP.filter((one) => one !== 'no-ground' || !signal.aboutThemselves);

  const going = plansLater(draft) ? triage.submitYes : triage.submitPlan;

  return (
    <ActForm act="triage" entry={() => entryOf(draft, toPick)} submit={draft.go === 'no' ? triage.submitNo : going}>
      <ChooseSome
        name="tested"
        legend={triage.tested}
        hint={triage.testedHint}
        options={optionsOf(TESTED, tested)}
        value={draft.tested}
        onChange={(chosen) => change({ tested: lastWord(draft.tested, chosen, 'not-tested') })}
      />
      <ChooseOne
        name="decision"
        legend={triage.decision}
        options={[
          { value: 'yes', label: triage.yes, hint: triage.yesHint },
          { value: 'no', label: triage.no, hint: triage.noHint },
        ]}
        value={draft.go}
        onChange={(go) => change({ go })}
      />
      {draft.go === 'yes' && <PlanFields draft={draft} onChange={change} maySkip />}
      {draft.go === 'no' && (
        <ChooseOne
          name="reason"
          legend={triage.reason}
          options={optionsOf(reasons, decisions)}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
        />
      )}
      {draft.go === 'no' && draft.reason === 'duplicate' && <Duplicate draft={draft} change={change} />}
    </ActForm>
  );
}

/** Those at the same address to pick from; the number of another one to type. */
function Duplicate({ draft, change }: { draft: TriageDraft; change: (part: Partial<TriageDraft>) => void }) {
  const { triage, sameAddress } = useTexts();
  const { signal } = useWork();
  const known = useSameAddressOptions();
  return (
    <>
      {signal.sameAddress?.elsewhere.map((owner) => (
        <p key={owner} class="utrecht-paragraph">
          {sameAddress.handOverInstead(owner)}
        </p>
      ))}
      {known.length > 0 && (
        <ChooseOne
          name="which"
          legend={triage.duplicateWhich}
          options={[...known, { value: OTHER, label: triage.duplicateOther }]}
          value={draft.which}
          onChange={(which) => change({ which })}
        />
      )}
      {(known.length === 0 || draft.which === OTHER) && (
        <TextField
          name="duplicateOf"
          label={triage.duplicateOf}
          hint={triage.duplicateOfHint}
          value={draft.duplicateOf}
          onChange={(duplicateOf) => change({ duplicateOf })}
          input={{ autocomplete: 'off', spellcheck: false, autocapitalize: 'characters' }}
        />
      )}
    </>
  );
}

function entryOf(draft: TriageDraft, toPick: boolean): Entry<'triage'> {
  const { tested, go, reason, which, duplicateOf: typed } = draft;
  const duplicateOf = toPick && which !== OTHER ? which : typed;
  const decision = go === 'yes' ? 'follow-up' : reason;
  const planned = go === 'yes' && !plansLater(draft) ? plannedIn(draft) : undefined;
  const missing = [
    ...(tested.length === 0 ? [required('tested')] : []),
    ...(go === undefined ? [required('decision')] : []),
    ...(go === 'no' && !reason ? [required('reason')] : []),
    ...(decision === 'duplicate' && !parseSignalId(duplicateOf ?? '')
      ? [required(toPick && which !== OTHER ? 'which' : 'duplicateOf')]
      : []),
    ...(planned && 'missing' in planned ? planned.missing : []),
  ];
  if (missing.length > 0 || !decision) return { missing };
  return {
    body: {
      tested: [...tested],
      decision,
      ...(decision === 'duplicate' && duplicateOf && { duplicateOf }),
      // Answers under a question that is no longer asked are not sent.
      ...(planned && 'visit' in planned && { plan: planned.visit }),
    },
  };
}
