import type { SystemStatusView } from '#shared/contracts/system-status.ts';
import { CONSOLE_STATUS } from '#shared/texts/catalogues/console-status.ts';
import type { StatusTexts } from '#shared/texts/console-status-texts.ts';
import { call } from '../api/client.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { Fact, Facts, Section } from '../parts/facts.tsx';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded, Stale } from '../parts/not-loaded.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { ownIn } from '../texts.ts';
import { timeInWords } from '../time-in-words.ts';
import { useLoaded } from '../use-loaded.ts';
import { StatusLine } from './status-line.tsx';

/** One glance on a Friday afternoon: what works, what does not, and what to do then. */
export function StatusPage() {
  const { language, texts } = useShell();
  const said = ownIn('console-status', CONSOLE_STATUS[language], language);
  const { state, retry, reload } = useLoaded('status', () => call('GET /v1/console/status', {}));
  return (
    <>
      <PageHeading title={said.title}>{said.title}</PageHeading>
      <p class="utrecht-paragraph">{said.intro}</p>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <NotLoaded trouble={state.trouble} onRetry={retry} />}
      {state.kind === 'ready' && (
        <>
          {state.stale && <Stale at={state.at} onRetry={retry} />}
          <Status status={state.value} texts={said} />
          <p class="refresh">
            {texts.loading.asOf(timeInWords(state.at.toISOString(), language))}{' '}
            <Button weight="subtle" onClick={reload}>
              {texts.loading.refresh}
            </Button>
          </p>
        </>
      )}
    </>
  );
}

/** What asks for attention comes first; the others keep their order. */
function Status({ status: { lines, phones, versions }, texts }: { status: SystemStatusView; texts: StatusTexts }) {
  const attention = lines.filter(({ verdict }) => verdict === 'attention');
  const rest = lines.filter(({ verdict }) => verdict !== 'attention');
  const { release, rules, directory, routes } = versions;
  return (
    <>
      <Alert kind={attention.length > 0 ? 'warning' : 'ok'}>
        <p class="utrecht-paragraph">{attention.length > 0 ? texts.some(attention.length) : texts.allFine}</p>
      </Alert>
      <ul class="rows">
        {[...attention, ...rest].map((line) => (
          <StatusLine key={line.line} line={line} phones={phones} texts={texts} />
        ))}
      </ul>
      <Section title={texts.versions.title}>
        <p class="utrecht-paragraph">{texts.versions.intro}</p>
        <Facts>
          <Fact label={texts.versions.release}>{release}</Fact>
          <Fact label={texts.versions.rules}>{rules}</Fact>
          <Fact label={texts.versions.directory}>{directory}</Fact>
          <Fact label={texts.versions.routes}>{routes}</Fact>
        </Facts>
      </Section>
    </>
  );
}
