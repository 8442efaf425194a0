import { call } from '../api/client.ts';
import { ButtonLink } from '../parts/button.tsx';
import { ChooseOne } from '../parts/choice-list.tsx';
import { Fact, Facts } from '../parts/facts.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useShell } from '../shell.ts';
import { DirectoryForm, required } from './directory-form.tsx';
import { type Neighbourhood, useDirectoryTexts, useKnown } from './directory-texts.ts';
import { hrefTo, listOf, routeTo } from './places.ts';
import { useKept } from './use-kept.ts';

const BY_DESK = 'desk';
type Draft = { name: string; partnerId?: string };

/** Without `neighbourhood` a new one. */
export function NeighbourhoodForm({ neighbourhood }: { neighbourhood?: Neighbourhood }) {
  const { go } = useShell();
  const { partners } = useKnown().directory;
  const { neighbourhoods: texts, save, saved } = useDirectoryTexts();
  const [draft, change, drop] = useKept<Draft>(
    `directory/${neighbourhood?.id ?? 'neighbourhood'}`,
    neighbourhood ? { name: neighbourhood.name, partnerId: neighbourhood.partnerId ?? BY_DESK } : { name: '' },
  );
  const title = neighbourhood?.name ?? texts.addTitle;
  const send = () => {
    const { name, partnerId } = draft;
    const body = { name, ...(partnerId && partnerId !== BY_DESK && { partnerId }) };
    return neighbourhood
      ? call('PUT /v1/console/neighbourhoods/{neighbourhoodId}', {
          id: neighbourhood.id,
          body: { ...body, seen: neighbourhood.seen },
        })
      : call('POST /v1/console/neighbourhoods', { body });
  };
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <DirectoryForm
        missing={() => [
          ...(draft.name.trim() ? [] : [required('name')]),
          ...(draft.partnerId ? [] : [required('partnerId')]),
        ]}
        send={send}
        done={(answer) => {
          drop();
          const text = answer ? texts.added(draft.name.trim()) : saved;
          go(routeTo(listOf('neighbourhoods')), { kind: 'ok', text });
        }}
        submit={neighbourhood ? save : texts.add}
        back={listOf('neighbourhoods')}
        now={neighbourhood && <NeighbourhoodFacts neighbourhood={neighbourhood} />}
      >
        <TextField name="name" label={texts.name} value={draft.name} onChange={(name) => change({ name })} />
        <ChooseOne
          name="partnerId"
          legend={texts.partner}
          hint={texts.partnerHint}
          options={[
            ...partners.map(({ id, name }) => ({ value: id, label: name })),
            { value: BY_DESK, label: texts.byDesk },
          ]}
          value={draft.partnerId}
          onChange={(partnerId) => change({ partnerId })}
        />
      </DirectoryForm>
      {neighbourhood && (
        <p class="directory__leave">
          <ButtonLink
            weight="subtle"
            danger
            href={hrefTo({ at: 'one', thing: 'neighbourhood', id: neighbourhood.id, doing: 'remove' })}
          >
            {texts.remove}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

export function NeighbourhoodFacts({ neighbourhood: { name, partnerId } }: { neighbourhood: Neighbourhood }) {
  const { partners } = useKnown().directory;
  const { neighbourhoods: texts } = useDirectoryTexts();
  return (
    <Facts>
      <Fact label={texts.name}>{name}</Fact>
      <Fact label={texts.partner}>{partners.find(({ id }) => id === partnerId)?.name ?? texts.byDesk}</Fact>
    </Facts>
  );
}
