import { Button } from '../parts/button.tsx';
import { useTexts } from '../shell.ts';

export const Reload = () => (
  <Button weight="secondary-action" onClick={() => location.reload()}>
    {useTexts().loading.reload}
  </Button>
);
