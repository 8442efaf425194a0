import type { SignalView } from '#shared/contracts/console.ts';
import { Call, phoneOf } from '../parts/call.tsx';
import { Section } from '../parts/facts.tsx';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';
import type { Texts } from '../texts.ts';
import { dayInWords, type Seen } from '../time-in-words.ts';

export type Known = NonNullable<SignalView['sameAddress']>['known'][number];

/** `Ontvangen gisteren · Bij de wijkpartner · Welzijn Centrum` */
export const knownLine = (
  { words, sameAddress }: Texts,
  { receivedAt, status, ownerName }: Known,
  seen: Seen,
): string => sameAddress.line(dayInWords(receivedAt, seen), words.statuses[status].toLowerCase(), ownerName);

/** Said before anybody goes: what else runs at this address, so that nobody rings there twice. */
export function SameAddress({ signal, now }: { signal: SignalView; now: Date }) {
  const { language, texts } = useShell();
  if (!signal.sameAddress) return null;
  const { known, elsewhere, phones } = signal.sameAddress;
  const { titleOpen, titleClosed, elsewhere: alsoHas, elsewhereHint } = texts.sameAddress;
  const over = known.filter(({ status }) => status === 'closed');
  const running = known.filter(({ status }) => status !== 'closed');
  const toLink = (other: Known) => (
    <li key={other.reference} class="utrecht-unordered-list__item">
      <a class="utrecht-link utrecht-link--html-a" href={hrefOf({ view: 'signal', id: other.reference })}>
        {knownLine(texts, other, { language, now })}
      </a>
    </li>
  );
  return (
    <>
      {(running.length > 0 || elsewhere.length > 0) && (
        <Section title={titleOpen}>
          <ul class="utrecht-unordered-list several">
            {running.map(toLink)}
            {elsewhere.map((owner) => (
              <li key={owner} class="utrecht-unordered-list__item">
                {alsoHas(owner)} <Call name={owner} phone={phoneOf(owner, phones)} />
              </li>
            ))}
          </ul>
          {elsewhere.length > 0 && <p class="utrecht-paragraph hint">{elsewhereHint}</p>}
        </Section>
      )}
      {over.length > 0 && (
        <Section title={titleClosed}>
          <ul class="utrecht-unordered-list several">{over.map(toLink)}</ul>
        </Section>
      )}
    </>
  );
}
