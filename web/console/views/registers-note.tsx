import type { SignalView } from '#shared/contracts/console.ts';
import { Alert } from '../parts/alert.tsx';
import { useTexts } from '../shell.ts';

/** What the registers say of the address, before anybody decides whether to go there. */
export function RegistersNote({ signal: { registers, closing } }: { signal: SignalView }) {
  const { said, advice, ended } = useTexts().registers;
  if (!registers) return null;
  const { answer } = registers;
  if (answer === 'confirmed' || answer === 'unknown') return <p class="utrecht-paragraph hint">{said[answer]}</p>;
  return (
    <Alert kind="warning">
      <p class="utrecht-paragraph">
        <strong>{said[answer]}</strong>
      </p>
      <p class="utrecht-paragraph">{closing?.outcome === 'ended-by-registers' ? ended : advice[answer]}</p>
    </Alert>
  );
}
