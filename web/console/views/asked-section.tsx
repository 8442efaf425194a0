import type { SignalView } from '#shared/contracts/console.ts';
import { Section } from '../parts/facts.tsx';
import { useShell } from '../shell.ts';
import { dayInWords } from '../time-in-words.ts';

/** What the resident asked with the code of the letter, or at the door for another signal; for the coordinator. */
export function AskedSection({ asked, now }: { asked: SignalView['asked']; now: Date }) {
  const { language, texts } = useShell();
  if (!asked) return null;
  const { requests } = texts;
  const day = (at: string) => dayInWords(at, { language, now });
  return (
    <Section title={requests.title}>
      <ul class="utrecht-unordered-list several">
        {asked.map(({ id, wish, at, before, contact, toldTo, answered }) => (
          <li key={id} class="utrecht-unordered-list__item">
            <strong>{requests.wishes[wish]}</strong>. {requests.received(day(at))}{' '}
            {answered ? `${requests.answers[answered.how]} (${day(answered.at)}).` : requests.before(day(before))}
            {contact && <> {requests.contact(contact)}</>}
            {toldTo && <> {requests.toldTo(toldTo)}</>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
