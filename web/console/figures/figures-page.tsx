import { useRef, useState } from 'preact/hooks';
import type { StatisticsView } from '#shared/contracts/statistics-view.ts';
import { parsePeriod } from '#shared/domain/period.ts';
import { CONSOLE_FIGURES } from '#shared/texts/catalogues/console-figures.ts';
import { call, urlOf } from '../api/client.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded, Stale } from '../parts/not-loaded.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';
import { ownIn } from '../texts.ts';
import { timeInWords } from '../time-in-words.ts';
import { useLoaded } from '../use-loaded.ts';
import { CountTable } from './count-table.tsx';
import { type Asked, Filters, queryOf } from './filters.tsx';
import { KeyFigures } from './key-figures.tsx';
import { QuarterSummary } from './quarter-summary.tsx';
import { UnknownPeriod } from './unknown-period.tsx';
import { periodInWords, type Wording } from './wording.ts';

/** What the municipality steers on. A part of the address is a period: that one on a page to print. */
export function FiguresPage() {
  const { language, texts, route } = useShell();
  const figures = ownIn('console-figures', CONSOLE_FIGURES[language], language);
  const wording: Wording = { figures, words: texts.words, language };
  const printed = route.view === 'page' ? route.part : undefined;
  if (!printed) return <Overview wording={wording} />;
  return parsePeriod(printed) ? (
    <QuarterSummary key={printed} period={printed} wording={wording} />
  ) : (
    <UnknownPeriod figures={figures} />
  );
}

function Overview({ wording }: { wording: Wording }) {
  const { language, texts } = useShell();
  const { loading } = texts;
  const { figures } = wording;
  const [asked, setAsked] = useState<Asked>({});
  const { state, retry, reload } = useLoaded(JSON.stringify(asked), () =>
    call('GET /v1/console/statistics', { query: queryOf(asked) }),
  );
  // The questions stay on the screen while the answer to the next one is on its way.
  const known = useRef<StatisticsView>(undefined);
  if (state.kind === 'ready') known.current = state.value;
  const choices = known.current;
  return (
    <>
      <PageHeading title={figures.title}>{figures.title}</PageHeading>
      <p class="utrecht-paragraph">{figures.intro}</p>
      {choices && <Filters asked={asked} view={choices} texts={figures} onAsk={setAsked} />}
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <NotLoaded trouble={state.trouble} onRetry={retry} />}
      {state.kind === 'ready' && (
        <>
          {state.stale && <Stale at={state.at} onRetry={retry} />}
          {state.value.empty ? (
            <Empty wording={wording} />
          ) : (
            <Answers view={state.value} asked={asked} wording={wording} />
          )}
          <p class="refresh">
            {loading.asOf(timeInWords(state.at.toISOString(), language))}{' '}
            <Button weight="subtle" onClick={reload}>
              {loading.refresh}
            </Button>
          </p>
        </>
      )}
    </>
  );
}

const Empty = ({ wording: { figures } }: { wording: Wording }) => (
  <div class="empty">
    <p class="empty__text">{figures.empty}</p>
    <p class="utrecht-paragraph">{figures.emptyHint}</p>
  </div>
);

function Answers({ view, asked, wording }: { view: StatisticsView; asked: Asked; wording: Wording }) {
  const { figures, language } = wording;
  const printed = quarterToPrint(view);
  const file = urlOf('GET /v1/console/statistics/file', undefined, {
    ...queryOf({ ...asked, period: view.period }),
    language,
  });
  return (
    <>
      {!view.over && (
        <Alert kind="info">
          <p class="utrecht-paragraph">{figures.running}</p>
        </Alert>
      )}
      <KeyFigures view={view} wording={wording} />
      <p class="utrecht-paragraph hint">{figures.rounding}</p>
      <div class="actions figures__tools">
        <a class="utrecht-button utrecht-button--secondary-action button" href={file} download>
          {figures.download}
        </a>
        {printed && (
          <a
            class="utrecht-button utrecht-button--secondary-action button"
            href={hrefOf({ view: 'page', page: 'figures', part: printed })}
          >
            {figures.toPrint(periodInWords(printed, figures))}
          </a>
        )}
      </div>
      {view.tables.map((table) => (
        <CountTable key={table.by} table={table} wording={wording} />
      ))}
    </>
  );
}

/** The quarter on the screen; under a year the last one that is over. */
function quarterToPrint({ period, choices: { periods } }: StatisticsView): string | undefined {
  if (period.includes('-')) return period;
  const [newest, last] = periods.filter((each) => each.includes('-'));
  return last ?? newest;
}
