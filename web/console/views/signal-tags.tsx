import type { SignalRowView } from '#shared/contracts/console.ts';
import { Tag } from '../parts/tag.tsx';
import { useTexts } from '../shell.ts';
import { specialsOf } from '../specials.ts';

/** Where a signal stands and what is special about it, in words. */
export function SignalTags({ signal }: { signal: SignalRowView }) {
  const { tags, words } = useTexts();
  const atDesk = signal.withDesk && signal.status === 'assigned';
  return (
    <p class="tags">
      <Tag>{signal.held ? words.statuses.held : atDesk ? tags.withDesk : words.statuses[signal.status]}</Tag>
      {specialsOf(signal).map(({ says, icon, strong }) => (
        <Tag key={says} icon={icon} strong={strong}>
          {tags[says]}
        </Tag>
      ))}
    </p>
  );
}
