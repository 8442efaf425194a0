import { useState } from 'preact/hooks';
import type { RoutesPreview, RoutesView } from '#shared/contracts/postcode-routes.ts';
import { call } from '../api/client.ts';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded, Stale } from '../parts/not-loaded.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { useLoaded } from '../use-loaded.ts';
import { Back } from './back.tsx';
import { useDirectoryTexts } from './directory-texts.ts';
import { listOf, routeTo } from './places.ts';
import { RestoreRoutes } from './restore-routes.tsx';
import { RoutesForm } from './routes-form.tsx';
import { RoutesOutlook } from './routes-outlook.tsx';
import { useKept } from './use-kept.ts';

/** Which postcode belongs to which neighbourhood: the list, what a new one changes, and the way back. */
export function RoutesPage() {
  const { places, title } = useDirectoryTexts();
  const { state, retry, reload } = useLoaded('routes', () => call('GET /v1/console/routes', {}));
  return (
    <>
      <Back to={{ at: 'overview' }}>{title}</Back>
      <PageHeading title={places.routes.title}>{places.routes.title}</PageHeading>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <NotLoaded trouble={state.trouble} onRetry={retry} />}
      {state.kind === 'ready' && state.stale && <Stale at={state.at} onRetry={retry} />}
      {state.kind === 'ready' && <Routes inForce={state.value} reload={reload} />}
    </>
  );
}

type Props = { inForce: RoutesView; reload: () => Promise<void> };

function Routes({ inForce, reload }: Props) {
  const { go } = useShell();
  const { overtaken } = useDirectoryTexts();
  const [{ list }, change, drop] = useKept<{ list?: string | undefined }>('directory/routes', {});
  const [preview, setPreview] = useState<RoutesPreview>();
  // Until somebody types, it is the list in force, whichever that is by now.
  const typed = list ?? inForce.list;
  const fresh = async () => {
    change({ list: undefined });
    drop();
    setPreview(undefined);
    await reload();
  };
  /** Somebody else put another list into force. What was typed stays, to be compared anew. */
  const lookAgain = async () => {
    setPreview(undefined);
    await reload();
    go(routeTo(listOf('routes')), { kind: 'warning', text: overtaken.title });
  };
  if (preview?.outlook)
    return (
      <RoutesOutlook
        list={typed}
        seen={preview.seen}
        outlook={preview.outlook}
        onAgain={() => setPreview(undefined)}
        onDone={fresh}
        onOvertaken={lookAgain}
      />
    );
  return (
    <>
      <RoutesForm
        list={typed}
        postcodes={inForce.postcodes}
        problems={preview?.problems ?? []}
        onChange={(text) => change({ list: text })}
        onPreview={setPreview}
      />
      {inForce.formerUntil && (
        <RestoreRoutes seen={inForce.seen} until={inForce.formerUntil} onDone={fresh} onOvertaken={lookAgain} />
      )}
    </>
  );
}
