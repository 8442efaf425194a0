import type { VNode } from 'preact';
import type { Act } from '#shared/domain/life.ts';
import { AlarmForm } from './alarm-form.tsx';
import { AnswerForm } from './answer-form.tsx';
import { AttemptForm } from './attempt-form.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { ConsentForm } from './consent-form.tsx';
import { ContactForm } from './contact-form.tsx';
import { EraseForm } from './erase-form.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { AllClearForm, CloseForm, DismissForm, FollowUpForm, InformForm } from './one-question-forms.tsx';
import { PlanForm } from './plan-form.tsx';
import { TriageForm } from './triage-form.tsx';

/** Which form belongs to an act. A new act without a form does not compile. */
export function formOf(act: Act): VNode {
  switch (act) {
    case 'triage':
      return <TriageForm />;
    case 'plan':
      return <PlanForm />;
    case 'attempt':
      return <AttemptForm />;
    case 'contact':
      return <ContactForm />;
    case 'alarm':
      return <AlarmForm />;
    case 'all-clear':
      return <AllClearForm />;
    case 'consent':
      return <ConsentForm />;
    case 'inform':
      return <InformForm />;
    case 'follow-up':
      return <FollowUpForm />;
    case 'close':
      return <CloseForm />;
    case 'hand-over':
      return <HandOverForm />;
    case 'answer':
      return <AnswerForm />;
    case 'erase':
      return <EraseForm />;
    case 'dismiss':
      return <DismissForm />;
    case 'take-over':
    case 'decline':
    case 'cannot-go':
    case 'reopen':
    case 'release':
      return <ConfirmForm act={act} />;
  }
}
