import { useState } from 'preact/hooks';
import type { SignalListView } from '#shared/contracts/console.ts';
import type { Role } from '#shared/domain/directory.ts';
import { call } from '../api/client.ts';
import type { Trouble } from '../api/trouble.ts';
import type { ListFilter } from '../list-filter.ts';
import { Alert } from '../parts/alert.tsx';
import { Button, ButtonLink } from '../parts/button.tsx';
import { CallEach, CallMunicipality } from '../parts/call.tsx';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded, Stale } from '../parts/not-loaded.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { hrefOf } from '../route.ts';
import { useShell, useTexts } from '../shell.ts';
import { timeInWords } from '../time-in-words.ts';
import { useLoaded } from '../use-loaded.ts';
import { useNow } from '../use-now.ts';
import { NarrowList } from './narrow-list.tsx';
import { SignalRow } from './signal-row.tsx';

type Which = 'open' | 'closed';

/** The work list, in the server's order: what is due first on top. */
export function ListScreen({ which, filter }: { which: Which; filter: ListFilter }) {
  const { texts, session } = useShell();
  const { list } = texts;
  const role = session?.member.role ?? 'member';
  // Where signals are is asked by a coordinator alone: nobody else could take it back.
  const asked = role === 'coordinator' ? filter : { ...(filter.show && { show: filter.show }) };
  const query = { which, ...asked };
  const { state, show, retry, reload } = useLoaded(JSON.stringify(query), () =>
    call('GET /v1/console/signals', { query }),
  );
  const title = list.title[role];

  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      {/* What a visitor recorded is theirs no more: nothing would ever be under a second tab. */}
      {role !== 'visitor' && (
        <>
          <Tabs which={which} />
          <NarrowList which={which} filter={asked} onChanged={() => void reload()} />
        </>
      )}
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <NotLoaded trouble={state.trouble} onRetry={retry} />}
      {state.kind === 'ready' && (
        <>
          {state.stale && <Stale at={state.at} onRetry={retry} />}
          <MailTrouble list={state.value} role={role} />
          <Rows key={query.which} list={state.value} query={query} onMore={show} />
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

type Query = { readonly which: Which } & ListFilter;
type RowsProps = { list: SignalListView; query: Query; onMore: (list: SignalListView) => void };

function Rows({ list: { signals, next, mailTrouble }, query, onMore }: RowsProps) {
  const { texts, sessionEnded } = useShell();
  const { list } = texts;
  const now = useNow();
  const [more, setMore] = useState<{ busy: boolean; trouble?: Trouble }>({ busy: false });

  const loadMore = async () => {
    if (more.busy || next === undefined) return;
    setMore({ busy: true });
    const reply = await call('GET /v1/console/signals', { query: { ...query, after: next } });
    if (reply.kind === 'not-signed-in') return sessionEnded();
    setMore({ busy: false, ...(reply.kind !== 'ok' && { trouble: reply }) });
    if (reply.kind === 'ok')
      onMore({
        ...reply.answer,
        ...(mailTrouble && { mailTrouble }),
        signals: together(signals, reply.answer.signals),
      });
  };

  if (signals.length === 0 && next === undefined) return <Empty query={query} />;
  return (
    <>
      {signals.length === 0 && <p class="utrecht-paragraph">{list.noneSoFar}</p>}
      <ul class="rows">
        {signals.map((signal) => (
          <SignalRow key={signal.reference} signal={signal} now={now} />
        ))}
      </ul>
      {more.trouble && <NotLoaded trouble={more.trouble} onRetry={loadMore} />}
      {next !== undefined && !more.trouble && (
        <Button weight="secondary-action" busy={more.busy} onClick={loadMore}>
          {more.busy ? texts.loading.busy : isNarrow(query) ? list.searchOn : list.more}
        </Button>
      )}
    </>
  );
}

/** A signal that moved while pages were turned is shown once, as it now is. */
function together(before: SignalListView['signals'], more: SignalListView['signals']): SignalListView['signals'] {
  const anew = new Set(more.map(({ reference }) => reference));
  return [...before.filter(({ reference }) => !anew.has(reference)), ...more];
}

const isNarrow = ({ show, partner, neighbourhood }: Query): boolean =>
  show !== undefined || partner !== undefined || neighbourhood !== undefined;

/** That there is nothing is good news, said so; of a choice, with the way back. */
function Empty({ query }: { query: Query }) {
  const { texts, session } = useShell();
  const { list } = texts;
  const { which, show } = query;
  const role = session?.member.role;
  const overview = role === 'coordinator' && which === 'open';
  const empty = role === 'visitor' ? 'visitor' : which;
  if (isNarrow(query))
    return (
      <div class="empty">
        <p class="empty__text">{list.emptyOf[show ?? 'all']}</p>
        <ButtonLink href={hrefOf({ view: 'list', which })} weight="secondary-action">
          {list.showAll}
        </ButtonLink>
      </div>
    );
  return (
    <div class="empty">
      <p class="empty__text">{overview ? list.emptyOverview : list.empty[empty]}</p>
      <p class="utrecht-paragraph">{overview ? list.emptyOverviewHint : list.emptyHint[empty]}</p>
    </div>
  );
}

/** Said on the screen: a mail that says that mail fails could fail too. */
function MailTrouble({ list: { mailTrouble, signals }, role }: { list: SignalListView; role: Role }) {
  const { mailTrouble: said } = useTexts();
  const ours = role !== 'coordinator' && signals.some((row) => row.relation === 'owner' && row.mailTrouble);
  if (!ours && !mailTrouble) return null;
  return (
    <Alert kind="warning">
      {ours && (
        <p class="utrecht-paragraph">
          {said.ours} <CallMunicipality />
        </p>
      )}
      {mailTrouble && mailTrouble.partners.length > 0 && (
        <>
          <p class="utrecht-paragraph">
            <strong>{said.partners(mailTrouble.partners.join(', '))}</strong> {said.callThem}
          </p>
          <CallEach names={mailTrouble.partners} phones={mailTrouble.phones} />
        </>
      )}
      {mailTrouble?.coordinator && <p class="utrecht-paragraph">{said.coordinator}</p>}
      {mailTrouble && (
        <p class="utrecht-paragraph">
          <a class="utrecht-link" href={hrefOf({ view: 'list', which: 'open', filter: { show: 'mail' } })}>
            {said.show}
          </a>
        </p>
      )}
    </Alert>
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
