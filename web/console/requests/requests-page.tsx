import type { SignalRowView } from '#shared/contracts/console.ts';
import { call, type Reply } from '../api/client.ts';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded, Stale } from '../parts/not-loaded.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';
import { dayInWords } from '../time-in-words.ts';
import { useLoaded } from '../use-loaded.ts';
import { useNow } from '../use-now.ts';

type Asked = NonNullable<SignalRowView['requests']>[number] & { readonly signal: SignalRowView };

/** What residents asked and nobody answered yet, the most urgent first. Nothing of who or where: that is behind the signal. */
export function RequestsPage() {
  const { texts } = useShell();
  const { state, retry } = useLoaded('requests', askedNow);
  return (
    <>
      <PageHeading title={texts.pages.requests}>{texts.pages.requests}</PageHeading>
      <p class="utrecht-paragraph">{texts.requests.intro}</p>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <NotLoaded trouble={state.trouble} onRetry={retry} />}
      {state.kind === 'ready' && (
        <>
          {state.stale && <Stale at={state.at} onRetry={retry} />}
          <AskedList asked={state.value} />
        </>
      )}
    </>
  );
}

/** All of them, in the server's order: few, and each to be answered within a month. */
async function askedNow(): Promise<Reply<readonly Asked[]>> {
  const asked: Asked[] = [];
  let after: string | undefined;
  do {
    const page = await call('GET /v1/console/resident-requests', { query: { after } });
    if (page.kind !== 'ok') return page;
    for (const signal of page.answer.signals)
      for (const request of signal.requests ?? []) asked.push({ ...request, signal });
    after = page.answer.next;
  } while (after);
  return { kind: 'ok', answer: asked.sort((one, other) => one.before.localeCompare(other.before)) };
}

function AskedList({ asked }: { asked: readonly Asked[] }) {
  const { language, texts } = useShell();
  const now = useNow();
  const { requests, list } = texts;
  const day = (at: string) => dayInWords(at, { language, now });
  if (asked.length === 0) return <p class="utrecht-paragraph">{requests.none}</p>;
  return (
    <ul class="rows">
      {asked.map(({ wish, at, before, signal }) => (
        <li key={`${signal.reference} ${wish}`} class={`row${Date.parse(before) <= now.getTime() ? ' row--late' : ''}`}>
          <h2 class="row__title">
            <a class="row__link" href={hrefOf({ view: 'signal', id: signal.reference })}>
              {requests.wishes[wish]}
            </a>
          </h2>
          <p class="due">
            {Date.parse(before) <= now.getTime() ? requests.late(day(before)) : requests.before(day(before))}
          </p>
          <p class="row__small">
            {signal.neighbourhood ?? list.unknownNeighbourhood} · {signal.ownerName} · {requests.received(day(at))}
          </p>
        </li>
      ))}
    </ul>
  );
}
