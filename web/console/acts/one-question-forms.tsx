import { DANGER_HANDLED, DISMISSALS, HELP_STARTED, OUTCOMES, TOLD } from '#shared/domain/words.ts';
import { Alert } from '../parts/alert.tsx';
import { ChooseOne } from '../parts/choice-list.tsx';
import { useTexts } from '../shell.ts';
import { ActForm, required } from './act-form.tsx';
import { optionsOf } from './options.ts';
import { useDraft, useWork } from './work.ts';

/** How the resident heard of the signal after all. */
export function InformForm() {
  const { inform } = useTexts();
  const [{ informed }, change] = useDraft<{ informed?: (typeof TOLD)[number] }>('inform', {});
  return (
    <ActForm
      act="inform"
      entry={() => (informed ? { body: { informed } } : { missing: [required('informed')] })}
      submit={inform.submit}
    >
      <ChooseOne
        name="informed"
        legend={inform.question}
        hint={inform.hint}
        options={optionsOf(TOLD, inform.ways)}
        value={informed}
        onChange={(chosen) => change({ informed: chosen })}
      />
    </ActForm>
  );
}

/** "Is de hulp gestart?" */
export function FollowUpForm() {
  const { followUp, words } = useTexts();
  const [{ helpStarted }, change] = useDraft<{ helpStarted?: (typeof HELP_STARTED)[number] }>('follow-up', {});
  return (
    <ActForm
      act="follow-up"
      entry={() => (helpStarted ? { body: { helpStarted } } : { missing: [required('helpStarted')] })}
      submit={followUp.submit}
    >
      <ChooseOne
        name="helpStarted"
        legend={followUp.question}
        hint={followUp.hint}
        options={optionsOf(HELP_STARTED, words.helpStarted)}
        value={helpStarted}
        onChange={(chosen) => change({ helpStarted: chosen })}
      />
    </ActForm>
  );
}

export function CloseForm() {
  const { close, words } = useTexts();
  const { signal } = useWork();
  const [{ outcome }, change] = useDraft<{ outcome?: (typeof OUTCOMES)[number] }>('close', {});
  // Who was spoken to was reached.
  const possible = OUTCOMES.filter((one) => one !== 'not-reached' || !signal.contact);
  return (
    <ActForm
      act="close"
      entry={() => (outcome ? { body: { outcome } } : { missing: [required('outcome')] })}
      submit={close.submit}
    >
      <p class="utrecht-paragraph">{close.explanation}</p>
      {signal.informBefore && (
        <Alert kind="warning">
          <p class="utrecht-paragraph">{close.notInformed}</p>
        </Alert>
      )}
      <ChooseOne
        name="outcome"
        legend={close.question}
        options={optionsOf(possible, words.outcomes)}
        value={outcome}
        onChange={(chosen) => change({ outcome: chosen })}
      />
    </ActForm>
  );
}

/** What became of the danger that somebody saw. */
export function AllClearForm() {
  const { allClear, words } = useTexts();
  const [{ how }, change] = useDraft<{ how?: (typeof DANGER_HANDLED)[number] }>('all-clear', {});
  return (
    <ActForm
      act="all-clear"
      entry={() => (how ? { body: { how } } : { missing: [required('how')] })}
      submit={allClear.submit}
    >
      <ChooseOne
        name="how"
        legend={allClear.question}
        hint={allClear.hint}
        options={optionsOf(DANGER_HANDLED, words.dangerHandled)}
        value={how}
        onChange={(chosen) => change({ how: chosen })}
      />
    </ActForm>
  );
}

/** The desk: a held signal is no signal. */
export function DismissForm() {
  const { dismiss, words } = useTexts();
  const [{ reason }, change] = useDraft<{ reason?: (typeof DISMISSALS)[number] }>('dismiss', {});
  return (
    <ActForm
      act="dismiss"
      entry={() => (reason ? { body: { reason } } : { missing: [required('reason')] })}
      submit={dismiss.submit}
      danger
    >
      <p class="utrecht-paragraph">{dismiss.explanation}</p>
      <ChooseOne
        name="reason"
        legend={dismiss.question}
        options={optionsOf(DISMISSALS, words.dismissals)}
        value={reason}
        onChange={(chosen) => change({ reason: chosen })}
      />
    </ActForm>
  );
}
