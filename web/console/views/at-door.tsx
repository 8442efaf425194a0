import type { SignalView } from '#shared/contracts/console.ts';
import type { DoorWord } from '#shared/texts/console-texts.ts';
import { possibleAtDoor, START_AT } from '../acts/door-choices.ts';
import { draftKey } from '../acts/work.ts';
import { ButtonLink } from '../parts/button.tsx';
import { Several } from '../parts/facts.tsx';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';

/** What one can say with one thumb on a doorstep; each leads to a short form in which that is filled in. */
export function AtDoor({ signal, title }: { signal: SignalView; title: string | undefined }) {
  const { texts, drafts } = useShell();
  const { door, tips } = texts;
  const begin = (choice: DoorWord) => {
    const { act, draft } = START_AT[choice];
    const key = draftKey(signal.reference, act);
    drafts.keep(key, { ...drafts.read(key), ...draft });
  };
  return (
    <div class="door">
      {title && <h3 class="utrecht-heading-3 door__title">{title}</h3>}
      <ul class="door__choices">
        {possibleAtDoor(signal.acts).map((choice) => (
          <li key={choice}>
            <ButtonLink
              href={hrefOf({ view: 'signal', id: signal.reference, act: START_AT[choice].act })}
              weight={choice === 'danger' ? 'primary-action' : 'secondary-action'}
              danger={choice === 'danger'}
              onClick={() => begin(choice)}
            >
              {door.choices[choice]}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <p class="utrecht-paragraph hint">{door.otherWay}</p>
      <details class="tips">
        <summary class="tips__summary">{tips.title}</summary>
        <Several texts={tips.list} />
      </details>
    </div>
  );
}
