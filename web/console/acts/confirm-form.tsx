import type { ConsoleTexts } from '#shared/texts/console-texts.ts';
import { useTexts } from '../shell.ts';
import { ActForm } from './act-form.tsx';

/** Acts without a question: what will happen, and one button. */
export function ConfirmForm({ act }: { act: keyof ConsoleTexts['confirm'] }) {
  const { explanation, submit } = useTexts().confirm[act];
  return (
    <ActForm act={act} entry={() => ({ body: {} })} submit={submit}>
      <p class="utrecht-paragraph">{explanation}</p>
    </ActForm>
  );
}
