import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { LOAD } from '../page-modules.ts';
import { isFor, type PageName } from '../pages.ts';
import { Alert } from '../parts/alert.tsx';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded } from '../parts/not-loaded.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { hrefOf } from '../route.ts';
import { useShell, useTexts } from '../shell.ts';
import { whyNotThere } from '../why-not-there.ts';
import { Reload } from './reload.tsx';

type Fetched =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly why: 'new-version' | 'no-connection' }
  | { readonly kind: 'ready'; readonly Page: FunctionComponent };

/** A page with a script of its own. One that does not come is asked for again by reloading: a failed import stays failed, and a new release has new names. */
export function PageScreen({ page }: { page: PageName }) {
  const { session } = useShell();
  const allowed = session !== undefined && isFor(page, session.member.role);
  return allowed ? <Fetching page={page} /> : <Refused />;
}

function Fetching({ page }: { page: PageName }) {
  const { loading, pages } = useTexts();
  const [fetched, setFetched] = useState<Fetched>({ kind: 'loading' });
  useEffect(() => {
    let here = true;
    LOAD[page]().then(
      (Page) => here && setFetched({ kind: 'ready', Page }),
      async () => {
        const why = await whyNotThere();
        if (here) setFetched({ kind: 'failed', why });
      },
    );
    return () => {
      here = false;
    };
  }, [page]);

  switch (fetched.kind) {
    case 'ready':
      return <fetched.Page />;
    case 'loading':
      return <Loading />;
    case 'failed':
      return (
        <>
          <PageHeading title={pages[page]}>{pages[page]}</PageHeading>
          {fetched.why === 'new-version' ? (
            <div role="alert">
              <Alert kind="error">
                <p class="utrecht-paragraph">{loading.newVersion}</p>
                <Reload />
              </Alert>
            </div>
          ) : (
            <NotLoaded trouble={{ kind: fetched.why }} onRetry={() => location.reload()} />
          )}
        </>
      );
  }
}

function Refused() {
  const { loading, signal } = useTexts();
  return (
    <>
      <PageHeading title={loading.failed}>{loading.failed}</PageHeading>
      <TroubleAlert trouble={{ kind: 'not-allowed' }} />
      <p class="utrecht-paragraph">
        <a class="utrecht-link utrecht-link--html-a" href={hrefOf({ view: 'list', which: 'open' })}>
          {signal.toList}
        </a>
      </p>
    </>
  );
}
