import { Alert } from '../parts/alert.tsx';
import { useTexts } from '../shell.ts';
import { ActForm } from './act-form.tsx';
import { CallFirst } from './call-first.tsx';

/** Somebody in danger: the phone first, then one tap that tells it. Nothing is asked; what else there is to say can be said later. */
export function AlarmForm() {
  const { tell } = useTexts().alarm;
  return (
    <ActForm act="alarm" entry={() => ({ body: {} })} submit={tell.submit} danger>
      <div class="gate">
        <Alert kind="error">
          <CallFirst />
          <p class="utrecht-paragraph">{tell.explanation}</p>
        </Alert>
      </div>
    </ActForm>
  );
}
