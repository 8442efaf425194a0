import { useState } from 'preact/hooks';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { useTexts } from '../shell.ts';
import { CallFirst } from './call-first.tsx';

type Props = {
  /** Whoever said so already is not asked again. */
  seen: boolean;
  onAnswer: (alarm: boolean) => void;
};

/** Before anything is filled in: is anybody in danger? Then the phone comes first, and the form after it. */
export function AlarmGate({ seen, onAnswer }: Props) {
  const { alarm } = useTexts();
  const [danger, setDanger] = useState(seen);
  if (!danger) {
    return (
      <fieldset class="gate">
        <legend class="utrecht-heading-2">{alarm.question}</legend>
        <p class="utrecht-paragraph">{alarm.examples}</p>
        <div class="actions actions--stacked">
          <Button onClick={() => onAnswer(false)}>{alarm.no}</Button>
          <Button weight="secondary-action" danger onClick={() => setDanger(true)}>
            {alarm.yes}
          </Button>
        </div>
      </fieldset>
    );
  }
  return (
    <div class="gate" role="alert">
      <Alert kind="error">
        <CallFirst />
        <p class="utrecht-paragraph">{alarm.afterwards}</p>
      </Alert>
      <div class="actions actions--stacked">
        <Button onClick={() => onAnswer(true)}>{alarm.called}</Button>
        <Button weight="subtle" onClick={() => setDanger(false)}>
          {alarm.noDanger}
        </Button>
      </div>
    </div>
  );
}
