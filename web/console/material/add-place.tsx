import type { MaterialTexts } from '#shared/texts/console-material-texts.ts';
import { call } from '../api/client.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { BackToPlaces } from './back-to-places.tsx';
import { partOf } from './parts.ts';
import { PlaceForm } from './place-form.tsx';

type Props = { texts: MaterialTexts; onAdded: () => Promise<void> };

/** A new place, and on to its poster. */
export function AddPlace({ texts, onAdded }: Props) {
  const { go } = useShell();
  const { add } = texts;
  return (
    <>
      <BackToPlaces texts={texts} />
      <PageHeading key="add" title={add.title}>
        {add.title}
      </PageHeading>
      <PlaceForm
        texts={texts}
        intro={add.intro}
        submit={add.submit}
        send={(body) => call('POST /v1/console/locations', { body })}
        done={async ({ code, name }) => {
          await onAdded();
          go({ view: 'page', page: 'material', part: partOf(code) }, { kind: 'ok', text: add.done(name) });
        }}
      />
    </>
  );
}
