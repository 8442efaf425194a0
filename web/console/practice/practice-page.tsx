import { useState } from 'preact/hooks';
import type { PracticeList } from '#shared/contracts/practice.ts';
import { CONSOLE_PRACTICE } from '#shared/texts/catalogues/console-practice.ts';
import type { PracticeTexts } from '#shared/texts/console-practice-texts.ts';
import { call } from '../api/client.ts';
import type { Trouble } from '../api/trouble.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded, Stale } from '../parts/not-loaded.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { useShell } from '../shell.ts';
import { ownIn } from '../texts.ts';
import { timeInWords } from '../time-in-words.ts';
import { useLoaded } from '../use-loaded.ts';
import { byUrgency } from './needs-attention.ts';
import { PartnerRow } from './partner-row.tsx';

type Partner = PracticeList['partners'][number];

/** Who has to practise, who did, and whom mail reaches. */
export function PracticePage() {
  const { language, texts } = useShell();
  const said = ownIn('console-practice', CONSOLE_PRACTICE[language], language);
  const { state, retry, reload } = useLoaded('practices', () => call('GET /v1/console/practices', {}));
  return (
    <>
      <PageHeading title={said.title}>{said.title}</PageHeading>
      <p class="utrecht-paragraph">{said.intro}</p>
      <ul class="utrecht-unordered-list">
        {said.facts.map((fact) => (
          <li key={fact} class="utrecht-unordered-list__item">
            {fact}
          </li>
        ))}
      </ul>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <NotLoaded trouble={state.trouble} onRetry={retry} />}
      {state.kind === 'ready' && (
        <>
          {state.stale && <Stale at={state.at} onRetry={retry} />}
          <Partners partners={state.value.partners} texts={said} onSent={reload} />
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

type Sending = { readonly busy?: string; readonly trouble?: Trouble; readonly sent?: string };
type Props = { partners: readonly Partner[]; texts: PracticeTexts; onSent: () => void };

function Partners({ partners, texts, onSent }: Props) {
  const { sessionEnded } = useShell();
  const [sending, setSending] = useState<Sending>({});
  const send = async ({ id, name }: Partner) => {
    if (sending.busy !== undefined) return;
    setSending({ busy: id });
    const reply = await call('POST /v1/console/practices/{partnerId}', { id });
    if (reply.kind === 'not-signed-in') return sessionEnded();
    setSending(reply.kind === 'ok' ? { sent: name } : { trouble: reply });
    if (reply.kind === 'ok') onSent();
  };
  if (partners.length === 0) return <p class="utrecht-paragraph">{texts.none}</p>;
  return (
    <>
      <div role="status">
        {sending.sent !== undefined && (
          <Alert kind="ok">
            <p class="utrecht-paragraph">{texts.sent(sending.sent)}</p>
          </Alert>
        )}
      </div>
      {sending.trouble && <TroubleAlert trouble={sending.trouble} />}
      <ul class="rows">
        {[...partners].sort(byUrgency).map((partner) => (
          <PartnerRow
            key={partner.id}
            partner={partner}
            texts={texts}
            busy={sending.busy === partner.id}
            onSend={() => void send(partner)}
          />
        ))}
      </ul>
    </>
  );
}
