import type { LocationList } from '#shared/contracts/location.ts';
import { CONSOLE_MATERIAL } from '#shared/texts/catalogues/console-material.ts';
import type { MaterialTexts } from '#shared/texts/console-material-texts.ts';
import { call } from '../api/client.ts';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded, Stale } from '../parts/not-loaded.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { ownIn } from '../texts.ts';
import { useLoaded } from '../use-loaded.ts';
import { UnknownScreen } from '../views/unknown-screen.tsx';
import { AddPlace } from './add-place.tsx';
import { ChangePlace } from './change-place.tsx';
import { KitOfPlace } from './kit-of-place.tsx';
import { ADDING, codeIn, codeToChange, codeToRemove, materialHref } from './parts.ts';
import { PlaceList } from './place-list.tsx';
import { RemovePlace } from './remove-place.tsx';

const useMaterialTexts = (): MaterialTexts => {
  const { language } = useShell();
  return ownIn('console-material', CONSOLE_MATERIAL[language], language);
};

/** Places with posters: how many signals each brought, what hangs there to print, and a new one. */
export function MaterialPage() {
  const { route } = useShell();
  const material = useMaterialTexts();
  const { state, retry, reload } = useLoaded('locations', () => call('GET /v1/console/locations', {}));
  const part = route.view === 'page' ? route.part : undefined;

  if (state.kind !== 'ready')
    return (
      <>
        <PageHeading title={material.title}>{material.title}</PageHeading>
        {state.kind === 'loading' ? <Loading /> : <NotLoaded trouble={state.trouble} onRetry={retry} />}
      </>
    );
  return (
    <>
      {state.stale && <Stale at={state.at} onRetry={retry} />}
      <Part part={part} list={state.value} texts={material} reload={reload} />
    </>
  );
}

type PartProps = { part: string | undefined; list: LocationList; texts: MaterialTexts; reload: () => Promise<void> };

function Part({ part, list, texts, reload }: PartProps) {
  if (part === ADDING) return <AddPlace texts={texts} onAdded={reload} />;
  const code = codeIn(part) ?? codeToChange(part) ?? codeToRemove(part);
  if (!part) return <PlaceList texts={texts} list={list} />;
  if (code === undefined) return <UnknownScreen what="page" nearest={{ href: materialHref(), name: texts.title }} />;
  const place = list.locations.find((one) => one.code === code);
  if (place && codeToChange(part)) return <ChangePlace key={code} texts={texts} place={place} onChanged={reload} />;
  if (place && codeToRemove(part)) return <RemovePlace key={code} texts={texts} place={place} onRemoved={reload} />;
  return <KitOfPlace key={code} texts={texts} place={place} />;
}
