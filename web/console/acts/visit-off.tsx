import type { SignalView } from '#shared/contracts/console.ts';
import { useShell } from '../shell.ts';
import { dayInWords, timeInWords } from '../time-in-words.ts';

/** Who would still go there: nobody can be mailed about what was erased, so whoever erases tells them. */
export function VisitOff({ signal: { plan } }: { signal: Pick<SignalView, 'plan'> }) {
  const { language, texts, session } = useShell();
  const now = new Date();
  if (!plan || new Date(plan.at) <= now || plan.who === session?.member.name) return null;
  return (
    <p class="utrecht-paragraph">
      <strong>
        {texts.erase.tell(plan.who, dayInWords(plan.at, { language, now }), timeInWords(plan.at, language))}
      </strong>
    </p>
  );
}
