import type { MaterialTexts } from '#shared/texts/console-material-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { materialHref } from './parts.ts';

export const BackToPlaces = ({ texts }: { texts: MaterialTexts }) => (
  <p class="back">
    <a class="utrecht-link utrecht-link--html-a back__link" href={materialHref()}>
      <Icon name="back" />
      {texts.kit.back}
    </a>
  </p>
);
