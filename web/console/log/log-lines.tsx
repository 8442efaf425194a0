import { useState } from 'preact/hooks';
import type { LogView } from '#shared/contracts/log-view.ts';
import type { LogTexts } from '#shared/texts/console-log-texts.ts';
import type { Reply } from '../api/client.ts';
import type { Trouble } from '../api/trouble.ts';
import { useInDays } from '../in-days.ts';
import { Button } from '../parts/button.tsx';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded, Stale } from '../parts/not-loaded.tsx';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';
import { labelOf } from '../texts.ts';
import { momentInWords } from '../time-in-words.ts';
import { useLoaded } from '../use-loaded.ts';
import { grouped, spelled } from './grouped.ts';

type Props = {
  /** Another one when other lines are asked for. */
  what: string;
  texts: LogTexts;
  load: (after?: string) => Promise<Reply<LogView>>;
  /** Where all lines can be downloaded. */
  file: string;
  /** Names each line's signal: not where all are about the same one. */
  withSignals?: boolean;
};

/** Lines in words, newest first. */
export function LogLines({ what, texts, load, file, withSignals = false }: Props) {
  const inDays = useInDays();
  const { state, show, retry } = useLoaded(what, () => load());
  switch (state.kind) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <NotLoaded trouble={state.trouble} onRetry={retry} />;
    case 'ready':
      return (
        <>
          {state.stale && <Stale at={state.at} onRetry={retry} />}
          {state.value.lines.length === 0 ? (
            <div class="empty">
              <p class="empty__text">{texts.empty}</p>
              <p class="utrecht-paragraph">{inDays(texts.emptyHint, 'audit')}</p>
            </div>
          ) : (
            <>
              <div class="actions">
                <a class="utrecht-button utrecht-button--secondary-action button" href={file} download>
                  {texts.download}
                </a>
              </div>
              <Lines view={state.value} texts={texts} withSignals={withSignals} />
              <More view={state.value} texts={texts} load={load} onMore={show} />
            </>
          )}
        </>
      );
  }
}

function Lines({ view, texts, withSignals }: { view: LogView; texts: LogTexts; withSignals: boolean }) {
  const { language, texts: all } = useShell();
  const seen = { language, now: new Date() };
  const reasons = { ...all.words.readReasons, ...all.words.erasureAsked };
  return (
    <ol class="history">
      {grouped(view.lines).map(({ line: { at, event, by, reference, about, reason }, count }, index) => {
        const did = count > 1 ? texts.listed(String(count)) : labelOf(texts.events, event);
        return (
          <li key={index} class="history__line">
            <span class="history__at">{capital(momentInWords(at, seen))}</span>
            {`${by?.name ?? texts.system} ${did}`}
            {reason && <span class="log__more">{texts.reason(labelOf(reasons, reason))}</span>}
            {about && <span class="log__more">{texts.about(about)}</span>}
            {withSignals && reference && count === 1 && (
              <a
                class="utrecht-link utrecht-link--html-a log__more"
                href={hrefOf({ view: 'page', page: 'log', part: reference })}
              >
                {texts.signal(spelled(reference))}
              </a>
            )}
          </li>
        );
      })}
    </ol>
  );
}

type MoreProps = Pick<Props, 'texts' | 'load'> & { view: LogView; onMore: (view: LogView) => void };

function More({ view, texts, load, onMore }: MoreProps) {
  const { texts: all, sessionEnded } = useShell();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  if (view.next === undefined) return null;
  const more = async () => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    const reply = await load(view.next);
    setBusy(false);
    if (reply.kind === 'not-signed-in') return sessionEnded();
    if (reply.kind !== 'ok') return setTrouble(reply);
    onMore({ ...reply.answer, lines: [...view.lines, ...reply.answer.lines] });
  };
  return trouble ? (
    <NotLoaded trouble={trouble} onRetry={more} />
  ) : (
    <Button weight="secondary-action" busy={busy} onClick={more}>
      {busy ? all.loading.busy : texts.more}
    </Button>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
