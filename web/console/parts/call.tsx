import type { Phones } from '#shared/contracts/phones.ts';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';
import { PhoneLink } from './phone-link.tsx';

type Props = { name: string; phone: string | undefined };

/** How to reach a colleague: by number; without one, where a coordinator adds it, and for everybody else the municipality. */
export function Call({ name, phone }: Props) {
  const { texts, session } = useShell();
  const { call } = texts;
  if (phone)
    return (
      <>
        {call.them(name)} <PhoneLink phone={phone} />
      </>
    );
  if (session?.member.role !== 'coordinator') return <CallMunicipality />;
  return (
    <>
      {call.none(name)} {/* Written out: the places of that page load with the page. */}
      <a
        class="utrecht-link utrecht-link--html-a reach"
        href={hrefOf({ view: 'page', page: 'directory', part: 'wijkpartners' })}
      >
        {call.add}
      </a>
    </>
  );
}

/** For what only a coordinator can do; they need not be told themselves. */
export function CallMunicipality() {
  const { texts, session } = useShell();
  if (!session || session.member.role === 'coordinator') return null;
  return (
    <>
      {texts.call.municipality} <PhoneLink phone={session.municipalPhone} />
    </>
  );
}

export const CallEach = ({ names, phones }: { names: readonly string[]; phones: Phones | undefined }) => (
  <ul class="utrecht-unordered-list several">
    {names.map((name) => (
      <li key={name} class="utrecht-unordered-list__item">
        <Call name={name} phone={phoneOf(name, phones)} />
      </li>
    ))}
  </ul>
);

export const phoneOf = (name: string, phones: Phones = []): string | undefined =>
  phones.find((one) => one.name === name)?.phone;
