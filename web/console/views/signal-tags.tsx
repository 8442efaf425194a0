import type { SignalRowView } from '#shared/contracts/console.ts';
import { Tag } from '../parts/tag.tsx';
import { useTexts } from '../shell.ts';

/** What is special about a signal, in words. */
export function SignalTags({ signal }: { signal: SignalRowView }) {
  const { tags, words } = useTexts();
  const atDesk = signal.withDesk && signal.status === 'assigned';
  return (
    <p class="tags">
      <Tag>{signal.held ? words.statuses.held : atDesk ? tags.withDesk : words.statuses[signal.status]}</Tag>
      {signal.practice && (
        <Tag icon="shield" strong>
          {tags.practice}
        </Tag>
      )}
      {signal.alarm && (
        <Tag icon="late" strong>
          {tags.alarm}
        </Tag>
      )}
      {signal.requests && (
        <Tag icon="person" strong>
          {tags.request}
        </Tag>
      )}
      {signal.relation === 'coordinator' && signal.step?.name === 'choice' && (
        <Tag icon="people" strong>
          {tags.choose}
        </Tag>
      )}
      {signal.sooner && (
        <Tag icon="first" strong>
          {tags.sooner}
        </Tag>
      )}
      {signal.addressDoubted && (
        <Tag icon="late" strong>
          {tags.addressDoubted}
        </Tag>
      )}
      {signal.aboutThemselves && <Tag icon="person">{tags.aboutThemselves}</Tag>}
      {signal.escalated && (
        <Tag icon="people" strong>
          {tags.escalated}
        </Tag>
      )}
      {signal.mailTrouble && (
        <Tag icon="mail" strong>
          {tags.mailTrouble}
        </Tag>
      )}
    </p>
  );
}
