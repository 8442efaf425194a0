import { ButtonLink } from '../parts/button.tsx';
import { Section } from '../parts/facts.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Back } from './back.tsx';
import { type Member, useDirectoryTexts, useKnown } from './directory-texts.ts';
import { hrefTo } from './places.ts';

/** Everybody who can sign in, by organisation; the municipality first. */
export function MemberList() {
  const { partners, members } = useKnown().directory;
  const { title, members: texts } = useDirectoryTexts();
  const homes = [{ id: undefined, name: texts.municipality }, ...partners];
  return (
    <>
      <Back to={{ at: 'overview' }}>{title}</Back>
      <PageHeading title={texts.title}>{texts.title}</PageHeading>
      <p class="utrecht-paragraph">{texts.intro}</p>
      <div class="actions">
        <ButtonLink weight="primary-action" href={hrefTo({ at: 'new', thing: 'member' })}>
          {texts.add}
        </ButtonLink>
      </div>
      {homes.map(({ id, name }) => {
        const team = members.filter(({ partnerId }) => partnerId === id);
        return (
          team.length > 0 && (
            <Section key={name} title={name}>
              <ul class="rows">
                {team.map((member) => (
                  <MemberRow key={member.id} member={member} />
                ))}
              </ul>
            </Section>
          )
        );
      })}
    </>
  );
}

function MemberRow({ member: { id, name, role, email } }: { member: Member }) {
  const { members } = useDirectoryTexts();
  return (
    <li class="row">
      <h3 class="row__title">
        <a class="row__link" href={hrefTo({ at: 'one', thing: 'member', id })}>
          {name}
        </a>
      </h3>
      <p class="row__small">{members.roles[role]}</p>
      <p class="row__small directory__address">{email}</p>
    </li>
  );
}
