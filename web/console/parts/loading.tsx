import { useTexts } from '../shell.ts';

export const Loading = () => (
  <p class="utrecht-paragraph loading" role="status">
    {useTexts().loading.busy}
  </p>
);
