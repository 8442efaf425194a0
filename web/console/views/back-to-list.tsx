import { Icon } from '../parts/icon.tsx';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';

/** What the list is called that one comes back to: a visitor has visits alone. */
export function useListName(): string {
  const { texts, session } = useShell();
  return session?.member.role === 'visitor' ? texts.list.title.visitor : texts.signal.toList;
}

export const BackToList = ({ which = 'open' }: { which?: 'open' | 'closed' }) => (
  <p class="back">
    <a class="utrecht-link utrecht-link--html-a back__link" href={hrefOf({ view: 'list', which })}>
      <Icon name="back" />
      {useListName()}
    </a>
  </p>
);
