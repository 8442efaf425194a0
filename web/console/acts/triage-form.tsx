import { parseSignalId } from '#shared/domain/ids.ts';
import { NO_FOLLOW_UP, type NoFollowUp, TESTED } from '#shared/domain/words.ts';
import { ChooseOne, ChooseSome } from '../parts/choice-list.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useTexts } from '../shell.ts';
import { ActForm, required } from './act-form.tsx';
import { optionsOf } from './options.ts';
import type { Entry } from './use-sending.ts';
import { useDraft } from './work.ts';

type Tested = (typeof TESTED)[number];
type Draft = { tested: readonly Tested[]; go?: 'yes' | 'no'; reason?: NoFollowUp; duplicateOf: string };

export function TriageForm() {
  const { triage, words } = useTexts();
  const [draft, change] = useDraft<Draft>('triage', { tested: [], duplicateOf: '' });

  return (
    <ActForm act="triage" entry={() => entryOf(draft)} submit={draft.go === 'no' ? triage.submitNo : triage.submitYes}>
      <ChooseSome
        name="tested"
        legend={triage.tested}
        hint={triage.testedHint}
        options={optionsOf(TESTED, words.tested)}
        value={draft.tested}
        onChange={(tested) => change({ tested: withoutContradiction(draft.tested, tested) })}
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
      {draft.go === 'no' && (
        <ChooseOne
          name="reason"
          legend={triage.reason}
          options={optionsOf(NO_FOLLOW_UP, words.decisions)}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
        />
      )}
      {draft.go === 'no' && draft.reason === 'duplicate' && (
        <TextField
          name="duplicateOf"
          label={triage.duplicateOf}
          hint={triage.duplicateOfHint}
          value={draft.duplicateOf}
          onChange={(duplicateOf) => change({ duplicateOf })}
          input={{ autocomplete: 'off', spellcheck: false, autocapitalize: 'characters' }}
        />
      )}
    </ActForm>
  );
}

/** "Not tested" and a way of testing exclude each other: the last tap counts. */
function withoutContradiction(before: readonly Tested[], after: readonly Tested[]): readonly Tested[] {
  if (!after.includes('not-tested')) return after;
  return before.includes('not-tested') ? after.filter((how) => how !== 'not-tested') : ['not-tested'];
}

function entryOf({ tested, go, reason, duplicateOf }: Draft): Entry<'triage'> {
  const decision = go === 'yes' ? 'follow-up' : reason;
  const missing = [
    ...(tested.length === 0 ? [required('tested')] : []),
    ...(go === undefined ? [required('decision')] : []),
    ...(go === 'no' && !reason ? [required('reason')] : []),
    ...(decision === 'duplicate' && !parseSignalId(duplicateOf) ? [required('duplicateOf')] : []),
  ];
  if (missing.length > 0 || !decision) return { missing };
  return { body: { tested: [...tested], decision, ...(decision === 'duplicate' && { duplicateOf }) } };
}
