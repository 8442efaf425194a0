import { useTexts } from '../shell.ts';

/** 112, and the number for what can wait: one tap each. */
export function CallFirst() {
  const { alarm } = useTexts();
  return (
    <>
      <h2 class="utrecht-heading-2">{alarm.callFirst}</h2>
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
