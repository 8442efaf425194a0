import { call } from '../api/client.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { DirectoryForm } from './directory-form.tsx';
import { type Neighbourhood, useDirectoryTexts } from './directory-texts.ts';
import { NeighbourhoodFacts } from './neighbourhood-form.tsx';
import { listOf, routeTo } from './places.ts';

export function RemoveNeighbourhood({ neighbourhood }: { neighbourhood: Neighbourhood }) {
  const { go } = useShell();
  const { neighbourhoods: texts } = useDirectoryTexts();
  const { id, name, seen } = neighbourhood;
  const title = texts.removeTitle(name);
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p class="utrecht-paragraph">{texts.removeText}</p>
      <DirectoryForm
        send={() => call('POST /v1/console/neighbourhoods/{neighbourhoodId}/removal', { id, body: { seen } })}
        done={() => go(routeTo(listOf('neighbourhoods')), { kind: 'ok', text: texts.removed(name) })}
        submit={texts.remove}
        danger
        back={{ at: 'one', thing: 'neighbourhood', id }}
        now={<NeighbourhoodFacts neighbourhood={neighbourhood} />}
      />
    </>
  );
}
