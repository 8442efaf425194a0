import type { Trouble } from '../api/trouble.ts';
import { useTexts } from '../shell.ts';
import { Alert } from './alert.tsx';
import { Button } from './button.tsx';
import { CallMunicipality } from './call.tsx';

type Props = { trouble: Trouble; retryLabel?: string; onRetry?: () => void };

/** Where the words point to the coordinator. */
const ASKS_COORDINATOR: ReadonlySet<Trouble['kind']> = new Set(['not-allowed', 'passkey-needed']);

/** What went wrong on a screen that could not load or an entry that could not be sent, and the one thing to do about it; a form has its own button for that. */
export function TroubleAlert({ trouble, retryLabel, onRetry }: Props) {
  const texts = useTexts();
  return (
    <div role="alert">
      <Alert kind="error">
        <p class="utrecht-paragraph">
          {troubleText(texts, trouble)} {ASKS_COORDINATOR.has(trouble.kind) && <CallMunicipality />}
        </p>
        {onRetry && (
          <Button weight="secondary-action" onClick={onRetry}>
            {retryLabel}
          </Button>
        )}
      </Alert>
    </div>
  );
}

export const troubleText = (
  { troubles, notNow, handedOver }: ReturnType<typeof useTexts>,
  trouble: Trouble,
): string => {
  if (trouble.kind === 'not-now') {
    const known: Readonly<Record<string, string>> = notNow;
    return known[trouble.because] ?? notNow.status;
  }
  if (trouble.kind === 'handed-over' && trouble.owner) {
    return trouble.takenOver ? handedOver.takenOver(trouble.owner) : handedOver.to(trouble.owner);
  }
  return troubles[trouble.kind];
};
