import type { Trouble } from '../api/trouble.ts';
import { useShell, useTexts } from '../shell.ts';
import { timeInWords } from '../time-in-words.ts';
import { Alert } from './alert.tsx';
import { Button } from './button.tsx';
import { TroubleAlert } from './trouble-alert.tsx';

/** A screen, or a part of one, that could not be loaded; with a way to try again where that can help. Nobody filled anything in, so nothing is said of it. */
export function NotLoaded({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) {
  const { loading } = useTexts();
  const said: Readonly<Record<string, string>> = loading.troubles;
  const text = said[trouble.kind];
  if (text === undefined) return <TroubleAlert trouble={trouble} />;
  return (
    <div role="alert">
      <Alert kind="error">
        <p class="utrecht-paragraph">{text}</p>
        <Again onRetry={onRetry} />
      </Alert>
    </div>
  );
}

/** What stands on the screen is how it was at `at`: looking again did not work. */
export function Stale({ at, onRetry }: { at: Date; onRetry: () => void }) {
  const { language, texts } = useShell();
  return (
    <div role="alert">
      <Alert kind="warning">
        <p class="utrecht-paragraph">{texts.loading.stale(timeInWords(at.toISOString(), language))}</p>
        <Again onRetry={onRetry} />
      </Alert>
    </div>
  );
}

function Again({ onRetry }: { onRetry: () => void }) {
  const { loading } = useTexts();
  return (
    <Button weight="secondary-action" onClick={onRetry}>
      {loading.again}
    </Button>
  );
}

export const mayPass = ({ kind }: Trouble): boolean => kind === 'no-connection' || kind === 'fault';
