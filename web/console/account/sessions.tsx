import { useState } from 'preact/hooks';
import type { AccountTexts } from '#shared/texts/console-account-texts.ts';
import { call } from '../api/client.ts';
import type { Trouble } from '../api/trouble.ts';
import { Button } from '../parts/button.tsx';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded, Stale } from '../parts/not-loaded.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { useShell } from '../shell.ts';
import { momentInWords } from '../time-in-words.ts';
import { useLoaded } from '../use-loaded.ts';

export function Sessions({ texts }: { texts: AccountTexts }) {
  const { texts: shared, language, signedOut, sessionEnded } = useShell();
  const { sessions } = texts;
  const { state, retry } = useLoaded('sessions', () => call('GET /v1/console/sessions', {}));
  const [ending, setEnding] = useState<{ readonly busy: boolean; readonly trouble?: Trouble }>({ busy: false });
  const endAll = async () => {
    if (ending.busy) return;
    setEnding({ busy: true });
    const reply = await call('DELETE /v1/console/sessions', {});
    if (reply.kind === 'ok') return signedOut(sessions.ended);
    if (reply.kind === 'not-signed-in') return sessionEnded();
    setEnding({ busy: false, trouble: reply });
  };
  return (
    <section class="account" aria-labelledby="sessions">
      <h2 id="sessions" class="utrecht-heading-2">
        {sessions.title}
      </h2>
      <p class="utrecht-paragraph">{sessions.intro}</p>
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <NotLoaded trouble={state.trouble} onRetry={retry} />}
      {state.kind === 'ready' && state.stale && <Stale at={state.at} onRetry={retry} />}
      {state.kind === 'ready' && (
        <ul class="account-list">
          {state.value.sessions.map(({ startedAt, how, platform, browser, current }) => (
            <li key={startedAt} class="account-list__item">
              <div>
                <strong>{sessions.on(texts.browsers[browser], texts.platforms[platform])}</strong>
                {current && ` (${sessions.current})`}
                <br />
                {sessions.how[how]}, {sessions.since(momentInWords(startedAt, { language, now: new Date() }))}
              </div>
            </li>
          ))}
        </ul>
      )}
      {ending.trouble && <TroubleAlert trouble={ending.trouble} />}
      <div class="actions">
        <Button weight="secondary-action" busy={ending.busy} onClick={endAll}>
          {ending.busy ? shared.form.sending : sessions.endAll}
        </Button>
      </div>
    </section>
  );
}
