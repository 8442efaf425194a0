import { call } from '../api/client.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { DirectoryForm } from './directory-form.tsx';
import { type Partner, useDirectoryTexts, useKnown } from './directory-texts.ts';
import { PartnerFacts } from './partner-page.tsx';
import { listOf, routeTo } from './places.ts';

export function RemovePartner({ partner }: { partner: Partner }) {
  const { go } = useShell();
  const { members } = useKnown().directory;
  const { removePartner: texts } = useDirectoryTexts();
  const team = members.filter(({ partnerId }) => partnerId === partner.id);
  const title = texts.title(partner.name);
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p class="utrecht-paragraph">{texts.first}</p>
      {team.length > 0 && <p class="utrecht-paragraph">{texts.team(team.length)}</p>}
      <p class="utrecht-paragraph">{texts.closed}</p>
      <DirectoryForm
        send={() =>
          call('POST /v1/console/partners/{partnerId}/removal', { id: partner.id, body: { seen: partner.seen } })
        }
        done={() => go(routeTo(listOf('partners')), { kind: 'ok', text: texts.done(partner.name) })}
        submit={texts.confirm}
        danger
        back={{ at: 'one', thing: 'partner', id: partner.id }}
        now={<PartnerFacts partner={partner} />}
      />
    </>
  );
}
