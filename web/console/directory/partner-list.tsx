import { ButtonLink } from '../parts/button.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Tag } from '../parts/tag.tsx';
import { Back } from './back.tsx';
import { type Partner, useDirectoryTexts, useKnown } from './directory-texts.ts';
import { useMailFails } from './mail-channels.tsx';
import { hrefTo } from './places.ts';

export function PartnerList() {
  const { partners } = useKnown().directory;
  const { title, partners: texts } = useDirectoryTexts();
  return (
    <>
      <Back to={{ at: 'overview' }}>{title}</Back>
      <PageHeading title={texts.title}>{texts.title}</PageHeading>
      <div class="actions">
        <ButtonLink weight="primary-action" href={hrefTo({ at: 'new', thing: 'partner' })}>
          {texts.add}
        </ButtonLink>
      </div>
      {partners.length === 0 && <p class="utrecht-paragraph">{texts.none}</p>}
      <ul class="rows">
        {partners.map((partner) => (
          <PartnerRow key={partner.id} partner={partner} />
        ))}
      </ul>
    </>
  );
}

function PartnerRow({ partner }: { partner: Partner }) {
  const { id, name, backupId, awayNow } = partner;
  const troubled = useMailFails(partner);
  const { directory } = useKnown();
  const { partners: texts, members } = useDirectoryTexts();
  const served = directory.neighbourhoods.filter(({ partnerId }) => partnerId === id);
  const team = directory.members.filter(({ partnerId }) => partnerId === id);
  const backup = directory.partners.find((one) => one.id === backupId);
  return (
    <li class="row">
      <h2 class="row__title">
        <a class="row__link" href={hrefTo({ at: 'one', thing: 'partner', id })}>
          {name}
        </a>
      </h2>
      <p class="row__small">{served.map((one) => one.name).join(', ') || texts.noNeighbourhood}</p>
      <p class="row__small">
        {members.count(team.length)}
        {backup && ` · ${texts.backup}: ${backup.name}`}
      </p>
      {(awayNow || !backup || troubled) && (
        <p class="tags">
          {troubled && (
            <Tag icon="mail" strong>
              {texts.mailTrouble}
            </Tag>
          )}
          {awayNow && (
            <Tag icon="calendar" strong>
              {texts.away}
            </Tag>
          )}
          {!backup && (
            <Tag icon="people" strong>
              {texts.noBackup}
            </Tag>
          )}
        </p>
      )}
    </li>
  );
}
