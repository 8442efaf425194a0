import { Icon } from '../parts/icon.tsx';
import { hrefTo, type Place } from './places.ts';

export const Back = ({ to, children }: { to: Place; children: string }) => (
  <p class="back">
    <a class="utrecht-link utrecht-link--html-a back__link" href={hrefTo(to)}>
      <Icon name="back" />
      {children}
    </a>
  </p>
);
