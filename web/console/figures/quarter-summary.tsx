import type { StatisticsView } from '#shared/contracts/statistics-view.ts';
import { spellPromised } from '#shared/html/promised.ts';
import { FORM } from '#shared/texts/catalogues/form.ts';
import { call } from '../api/client.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded, Stale } from '../parts/not-loaded.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { hrefOf } from '../route.ts';
import { useLoaded } from '../use-loaded.ts';
import { Counts } from './count-table.tsx';
import { UnknownPeriod } from './unknown-period.tsx';
import { type Count, countInWords, inOrder, periodInWords, rowInWords, type Wording } from './wording.ts';

type Props = { period: string; wording: Wording };

/** One page for the alderman: plain sentences, and what came of it. */
export function QuarterSummary({ period, wording }: Props) {
  const { figures } = wording;
  const { state, retry } = useLoaded(period, () => call('GET /v1/console/statistics', { query: { period } }));
  const title = figures.print.title(periodInWords(period, figures));
  if (state.kind === 'failed' && state.trouble.kind === 'invalid-fields') return <UnknownPeriod figures={figures} />;
  return (
    <>
      <p class="back">
        <a class="utrecht-link utrecht-link--html-a back__link" href={hrefOf({ view: 'page', page: 'figures' })}>
          <Icon name="back" />
          {figures.print.back}
        </a>
      </p>
      {state.kind !== 'ready' && <PageHeading title={title}>{title}</PageHeading>}
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <NotLoaded trouble={state.trouble} onRetry={retry} />}
      {state.kind === 'ready' && (
        <>
          {state.stale && <Stale at={state.at} onRetry={retry} />}
          <div class="actions figures__tools">
            <Button onClick={() => print()}>{figures.print.print}</Button>
          </div>
          <Sheet view={state.value} at={state.at} title={title} wording={wording} />
        </>
      )}
    </>
  );
}

type SheetProps = { view: StatisticsView; at: Date; title: string; wording: Wording };

function Sheet({ view, at, title, wording }: SheetProps) {
  const { figures, language } = wording;
  const { print } = figures;
  const rowsOf = (by: 'neighbourhood' | 'ending') => {
    const table = view.tables.find((each) => each.by === by);
    return (table ? inOrder(table) : []).flatMap((row) =>
      typeof row.count === 'number' ? [{ label: rowInWords(by, row, wording), count: row.count }] : [],
    );
  };
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }).format(at);
  return (
    <article class="sheet">
      <p class="sheet__municipality">{view.municipality}</p>
      <PageHeading title={title}>{title}</PageHeading>
      <p class="sheet__lead">{print.lead(view.municipality)}</p>
      <ul class="utrecht-unordered-list sheet__facts">
        {sentencesOf(view, wording).map((sentence) => (
          <li key={sentence} class="utrecht-unordered-list__item">
            {sentence}
          </li>
        ))}
      </ul>
      <div class="sheet__tables">
        <Counts by="ending" rows={rowsOf('ending')} wording={wording} />
        <Counts by="neighbourhood" rows={rowsOf('neighbourhood')} wording={wording} />
      </div>
      <p class="sheet__note">
        {print.privacy} {figures.rowsLeftOut} {print.made(day)}
      </p>
    </article>
  );
}

function sentencesOf(view: StatisticsView, { figures, language }: Wording): string[] {
  const { print } = figures;
  const within = spellPromised(FORM[language], view.promised);
  const share = (name: string) => view.shares.find((each) => each.name === name);
  const hours = (name: string) => view.medians.find((each) => each.name === name)?.hours;
  const inWords = (count: Count | undefined) => countInWords(count ?? 'not-shown', figures);
  const percentages = [
    said(share('triaged-in-time')?.percent, (percent) => print.triaged(percent, within.triage)),
    said(share('visited-in-time')?.percent, (percent) => print.visited(percent, within.visit)),
    said(share('visited-preferred')?.percent, (percent) => print.preferred(percent, within.visitPreferred)),
  ].flat();
  return [
    ...(view.over ? [] : [print.soFar]),
    signalsIn(view.signals, print),
    ...(percentages.length > 0 ? percentages : [print.tooFew]),
    ...said(hours('triage'), print.triageTook),
    ...said(hours('first-attempt'), print.attemptTook),
    print.agreed(inWords(share('consent')?.count)),
    print.referred(inWords(share('referred')?.count)),
    print.erased(inWords(share('erased-unvisited')?.count)),
  ];
}

const said = (value: number | undefined, sentence: (value: string) => string): string[] =>
  value === undefined ? [] : [sentence(String(value))];

function signalsIn(count: Count, print: Wording['figures']['print']): string {
  if (typeof count === 'number') return print.signals(String(count));
  return count === 'under-5' ? print.fewSignals : print.notShown;
}
