import { useTexts } from '../shell.ts';
import { streetLine, townLine } from '../views/signal-title.ts';
import { useWork } from './work.ts';

/** 112, and the number for what can wait: one tap each; and the address, which is the first thing that is asked. */
export function CallFirst() {
  const { alarm } = useTexts();
  const { report } = useWork().signal;
  const where = report && [streetLine(report.address), townLine(report.address)].filter(Boolean).join(', ');
  return (
    <>
      <h2 class="utrecht-heading-2">{alarm.callFirst}</h2>
      {where && (
        <p class="utrecht-paragraph">
          <strong>{alarm.where(where)}</strong>
        </p>
      )}
      <div class="actions actions--stacked">
        <a class="utrecht-button utrecht-button--primary-action button button--danger button--big" href="tel:112">
          {alarm.emergency}
        </a>
        <a class="utrecht-button utrecht-button--secondary-action button" href="tel:09008844">
          {alarm.police}
        </a>
      </div>
    </>
  );
}
