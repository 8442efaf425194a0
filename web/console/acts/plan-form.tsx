import { useTexts } from '../shell.ts';
import { ActForm } from './act-form.tsx';
import { NO_PLAN_YET, PlanFields, plannedIn } from './plan-fields.tsx';
import type { Entry } from './use-sending.ts';
import { useDraft } from './work.ts';

export function PlanForm() {
  const { plan } = useTexts();
  const [draft, change] = useDraft('plan', NO_PLAN_YET);
  const entry = (): Entry<'plan'> => {
    const planned = plannedIn(draft);
    return 'missing' in planned ? planned : { body: planned.visit };
  };
  return (
    <ActForm act="plan" entry={entry} submit={plan.submit}>
      <PlanFields draft={draft} onChange={change} />
    </ActForm>
  );
}
