import { call } from '../api/client.ts';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded, Stale } from '../parts/not-loaded.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { useLoaded } from '../use-loaded.ts';
import { groupsIn } from './catalogue.ts';
import { GroupForm } from './group-form.tsx';
import { Overview } from './overview.tsx';
import { placeAt } from './places.ts';
import { useWordingTexts } from './wording-texts.ts';

/** What mails, letter, console and the pages of functions say: the coordinator writes it in the words of the municipality. */
export function WordingPage() {
  const { route } = useShell();
  const { title } = useWordingTexts();
  const { state, retry, reload } = useLoaded('texts', () => call('GET /v1/console/texts', {}));
  if (state.kind !== 'ready')
    return (
      <>
        <PageHeading title={title}>{title}</PageHeading>
        {state.kind === 'loading' ? <Loading /> : <NotLoaded trouble={state.trouble} onRetry={retry} />}
      </>
    );
  const { texts: own } = state.value;
  const part = route.view === 'page' ? route.part : undefined;
  const place = placeAt(part);
  const group =
    place &&
    groupsIn(place.language, own).find(
      ({ id, sentences }) => id === place.path || sentences.some(({ path }) => path === place.path),
    );
  return (
    <>
      {state.stale && <Stale at={state.at} onRetry={retry} />}
      {group && place ? (
        <GroupForm key={`${place.language} ${place.path}`} group={group} place={place} own={own} reload={reload} />
      ) : (
        <Overview own={own} reload={reload} gone={part !== undefined} />
      )}
    </>
  );
}
