import { useState } from 'preact/hooks';
import type { SignalListView } from '#shared/contracts/console.ts';
import { call } from '../api/client.ts';
import type { Trouble } from '../api/trouble.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { Loading } from '../parts/loading.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { hrefOf } from '../route.ts';
import { useShell, useTexts } from '../shell.ts';
import { timeInWords } from '../time-in-words.ts';
import { useLoaded } from '../use-loaded.ts';
import { useNow } from '../use-now.ts';
import { SignalRow } from './signal-row.tsx';

type Which = 'open' | 'closed';

/** The work list, in the server's order: what is due first on top. */
export function ListScreen({ which }: { which: Which }) {
  const { texts, session } = useShell();
  const { list, loading } = texts;
  const { state, show, retry, reload } = useLoaded(which, () => call('GET /v1/console/signals', { query: { which } }));
  const title = list.title[session?.member.role ?? 'member'];

  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      {/* What a visitor recorded is theirs no more: nothing would ever be under a second tab. */}
      {session?.member.role !== 'visitor' && <Tabs which={which} />}
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <TroubleAlert trouble={state.trouble} retryLabel={loading.again} onRetry={retry} />}
      {state.kind === 'ready' && (
        <>
          {state.stale && <Stale at={state.at} onRetry={retry} />}
          <Rows list={state.value} which={which} onMore={show} />
          <Refresh at={state.at} onRefresh={reload} />
        </>
      )}
    </>
  );
}

function Tabs({ which }: { which: Which }) {
  const { list } = useTexts();
  return (
    <nav aria-label={list.tabs} class="tabs">
      {(['open', 'closed'] as const).map((each) => (
        <a
          key={each}
          class="tabs__tab"
          href={hrefOf({ view: 'list', which: each })}
          aria-current={each === which ? 'page' : undefined}
        >
          {list.which[each]}
        </a>
      ))}
    </nav>
  );
}

type RowsProps = { list: SignalListView; which: Which; onMore: (list: SignalListView) => void };

function Rows({ list: { signals, next }, which, onMore }: RowsProps) {
  const { texts, sessionEnded } = useShell();
  const { list } = texts;
  const now = useNow();
  const [more, setMore] = useState<{ busy: boolean; trouble?: Trouble }>({ busy: false });

  const loadMore = async () => {
    if (more.busy || next === undefined) return;
    setMore({ busy: true });
    const reply = await call('GET /v1/console/signals', { query: { which, after: next } });
    if (reply.kind === 'not-signed-in') return sessionEnded();
    setMore({ busy: false, ...(reply.kind !== 'ok' && { trouble: reply }) });
    if (reply.kind === 'ok') onMore({ ...reply.answer, signals: [...signals, ...reply.answer.signals] });
  };

  if (signals.length === 0) return <Empty which={which} />;
  return (
    <>
      <ul class="rows">
        {signals.map((signal) => (
          <SignalRow key={signal.reference} signal={signal} now={now} />
        ))}
      </ul>
      {more.trouble && <TroubleAlert trouble={more.trouble} retryLabel={texts.loading.again} onRetry={loadMore} />}
      {next !== undefined && !more.trouble && (
        <Button weight="secondary-action" busy={more.busy} onClick={loadMore}>
          {more.busy ? texts.loading.busy : list.more}
        </Button>
      )}
    </>
  );
}

const Empty = ({ which }: { which: Which }) => {
  const { list } = useTexts();
  return (
    <div class="empty">
      <p class="empty__text">{list.empty[which]}</p>
      <p class="utrecht-paragraph">{list.emptyHint[which]}</p>
    </div>
  );
};

function Stale({ at, onRetry }: { at: Date; onRetry: () => void }) {
  const { language, texts } = useShell();
  return (
    <div role="alert">
      <Alert kind="warning">
        <p class="utrecht-paragraph">{texts.loading.stale(timeInWords(at.toISOString(), language))}</p>
        <Button weight="secondary-action" onClick={onRetry}>
          {texts.loading.again}
        </Button>
      </Alert>
    </div>
  );
}

function Refresh({ at, onRefresh }: { at: Date; onRefresh: () => void }) {
  const { language, texts } = useShell();
  return (
    <p class="refresh">
      {texts.loading.asOf(timeInWords(at.toISOString(), language))}{' '}
      <Button weight="subtle" onClick={onRefresh}>
        {texts.loading.refresh}
      </Button>
    </p>
  );
}
