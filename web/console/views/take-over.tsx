import { useSending } from '../acts/use-sending.ts';
import { Button } from '../parts/button.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { useTexts } from '../shell.ts';

/** Whoever is asked to step in is late already: what will happen, and one button that does it. */
export function TakeOver() {
  const { confirm, form } = useTexts();
  const { explanation, submit: label } = confirm['take-over'];
  const { sending, submit } = useSending('take-over', () => ({ body: {} }));
  return (
    <>
      <p class="utrecht-paragraph">{explanation}</p>
      {sending.kind === 'failed' && <TroubleAlert trouble={sending.trouble} />}
      <div class="actions actions--stacked">
        <Button busy={sending.kind === 'sending'} onClick={submit}>
          {sending.kind === 'sending' ? form.sending : label}
        </Button>
      </div>
    </>
  );
}
