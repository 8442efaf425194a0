import { Alert } from '../parts/alert.tsx';
import { useTexts } from '../shell.ts';
import { VisitOff } from './visit-off.tsx';
import { useWork } from './work.ts';

/** What erasing does and does not do, said before it is done. */
export function EraseFacts() {
  const { erase } = useTexts();
  return (
    <Alert kind="warning">
      <p class="utrecht-paragraph">{erase.intro}</p>
      <ul class="utrecht-unordered-list">
        {erase.facts.map((fact) => (
          <li key={fact} class="utrecht-unordered-list__item">
            {fact}
          </li>
        ))}
      </ul>
      <VisitOff signal={useWork().signal} />
    </Alert>
  );
}
