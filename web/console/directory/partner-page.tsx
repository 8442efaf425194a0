import { ButtonLink } from '../parts/button.tsx';
import { Fact, Facts, Section, Several } from '../parts/facts.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { PhoneLink } from '../parts/phone-link.tsx';
import { useShell } from '../shell.ts';
import { Back } from './back.tsx';
import { dayInWords } from './days.ts';
import { type Partner, useDirectoryTexts, useKnown } from './directory-texts.ts';
import { MailChannels } from './mail-channels.tsx';
import { hrefTo, listOf } from './places.ts';

/** One partner: everything that is known of it, and what can be done. */
export function PartnerPage({ partner }: { partner: Partner }) {
  const { members } = useKnown().directory;
  const { partners: texts, members: people, places, holiday } = useDirectoryTexts();
  const { id, name } = partner;
  const team = members.filter(({ partnerId }) => partnerId === id);
  return (
    <>
      <Back to={listOf('partners')}>{places.partners.title}</Back>
      <PageHeading title={name}>{name}</PageHeading>
      <PartnerFacts partner={partner} />
      <div class="actions">
        <ButtonLink weight="primary-action" href={hrefTo({ at: 'one', thing: 'partner', id, doing: 'change' })}>
          {texts.change}
        </ButtonLink>
        <ButtonLink weight="secondary-action" href={hrefTo({ at: 'one', thing: 'partner', id, doing: 'holiday' })}>
          {texts.holidays}
        </ButtonLink>
        <ButtonLink weight="subtle" danger href={hrefTo({ at: 'one', thing: 'partner', id, doing: 'remove' })}>
          {texts.remove}
        </ButtonLink>
      </div>
      <Section title={texts.team}>
        {team.length === 0 ? (
          <p class="utrecht-paragraph">{texts.noTeam}</p>
        ) : (
          <Several texts={team.map((one) => `${one.name}, ${people.roles[one.role].toLowerCase()}`)} />
        )}
      </Section>
      {partner.away.length > 0 && <p class="utrecht-paragraph hint">{holiday.keeps}</p>}
    </>
  );
}

export function PartnerFacts({ partner }: { partner: Partner }) {
  const { language } = useShell();
  const { directory } = useKnown();
  const { partners: texts, yes, no } = useDirectoryTexts();
  const { id, backupId, weekends, dataRole, publicContact, phone, away } = partner;
  const served = directory.neighbourhoods.filter(({ partnerId }) => partnerId === id).map(({ name }) => name);
  const backup = directory.partners.find((one) => one.id === backupId);
  return (
    <Facts>
      <Fact label={texts.mailboxes}>
        <MailChannels partner={partner} />
      </Fact>
      <Fact label={texts.phone}>{phone ? <PhoneLink phone={phone} /> : texts.noPhone}</Fact>
      <Fact label={texts.neighbourhoods}>{served.length > 0 ? <Several texts={served} /> : texts.noNeighbourhood}</Fact>
      <Fact label={texts.backup}>{backup?.name ?? texts.noBackup}</Fact>
      <Fact label={texts.weekends}>{weekends ? yes : no}</Fact>
      <Fact label={texts.holidays}>
        {away.length > 0 && (
          <Several
            texts={away.map(({ from, until }) => texts.period(dayInWords(from, language), dayInWords(until, language)))}
          />
        )}
      </Fact>
      <Fact label={texts.dataRole}>{texts.dataRoles[dataRole ?? 'unknown']}</Fact>
      <Fact label={texts.publicContact}>{publicContact}</Fact>
    </Facts>
  );
}
