import type { SignalRowView } from '#shared/contracts/console.ts';
import { Icon } from '../parts/icon.tsx';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';
import { labelOf } from '../texts.ts';
import { dayInWords, momentInWords } from '../time-in-words.ts';
import { triageTexts } from './act-texts.ts';
import { DueLine } from './due-line.tsx';
import { SignalTags } from './signal-tags.tsx';

/** One signal of the list. The whole card leads to it; the link itself is only its heading. */
export function SignalRow({ signal, now }: { signal: SignalRowView; now: Date }) {
  const { language, texts } = useShell();
  const { list } = texts;
  const seen = { language, now };
  const { relation, status, plannedAt, expiresAt, outcome } = signal;
  const backup = relation === 'backup';
  const late = signal.step !== undefined && Date.parse(signal.step.before) <= now.getTime();
  const place = signal.neighbourhood ?? list.unknownNeighbourhood;
  return (
    <li class={`row${late ? ' row--late' : ''}`}>
      <h2 class="row__title">
        <a class="row__link" href={hrefOf({ view: 'signal', id: signal.reference })}>
          {signal.address ?? place}
        </a>
      </h2>
      {plannedAt && (
        <p class="due due--planned">
          <Icon name="calendar" />
          <span>{list.planned(momentInWords(plannedAt, seen))}</span>
        </p>
      )}
      <DueLine signal={signal} now={now} />
      {backup ? (
        <p class="row__take-over">
          <span class="utrecht-button utrecht-button--secondary-action button" aria-hidden="true">
            {texts.acts['take-over'].button}
          </span>
        </p>
      ) : (
        <>
          <SignalTags signal={signal} />
          <p class="row__small">
            {signal.address && `${place} · `}
            {relation === 'coordinator' && `${signal.ownerName} · `}
            {[
              outcome && labelOf(triageTexts(texts, signal).endings, outcome),
              status === 'closed' && expiresAt
                ? list.goneAfter(dayInWords(expiresAt, seen))
                : list.received(momentInWords(signal.receivedAt, seen)),
              status !== 'closed' && expiresAt && list.goneUnless(dayInWords(expiresAt, seen)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      )}
    </li>
  );
}
