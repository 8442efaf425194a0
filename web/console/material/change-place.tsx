import type { LocationView } from '#shared/contracts/location.ts';
import type { MaterialTexts } from '#shared/texts/console-material-texts.ts';
import { call } from '../api/client.ts';
import { ButtonLink } from '../parts/button.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { BackToPlaces } from './back-to-places.tsx';
import { materialHref, partOf, removingPartOf } from './parts.ts';
import { PlaceForm } from './place-form.tsx';

type Props = { texts: MaterialTexts; place: LocationView; onChanged: () => Promise<void> };

/** Another name, or other people; or the way to taking it away. */
export function ChangePlace({ texts, place, onChanged }: Props) {
  const { go } = useShell();
  const { change, remove } = texts;
  const { code, name, kind } = place;
  const title = change.title(name);
  return (
    <>
      <BackToPlaces texts={texts} />
      <PageHeading key="change" title={title}>
        {title}
      </PageHeading>
      <PlaceForm
        texts={texts}
        intro={change.intro}
        submit={change.submit}
        place={{ code, name, kind }}
        send={({ code: id, ...body }) => call('PUT /v1/console/locations/{code}', { id, body })}
        done={async (changed) => {
          await onChanged();
          go({ view: 'page', page: 'material', part: partOf(code) }, { kind: 'ok', text: change.done(changed.name) });
        }}
      />
      <p class="utrecht-paragraph">
        <ButtonLink href={materialHref(removingPartOf(code))} weight="subtle" danger>
          {remove.button}
        </ButtonLink>
      </p>
    </>
  );
}
