import { useShell } from '../shell.ts';
import { useWork } from './work.ts';

/** Whoever records what somebody else did, says for whom. */
export function OnBehalf() {
  const { texts, session } = useShell();
  const { signal } = useWork();
  const who = signal.relation === 'owner' ? signal.plan?.who : undefined;
  if (who === undefined || who === session?.member.name) return null;
  return <p class="utrecht-paragraph">{texts.how.onBehalf(who)}</p>;
}
