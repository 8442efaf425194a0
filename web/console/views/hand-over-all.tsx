import { useState } from 'preact/hooks';
import type { PartnerList } from '#shared/contracts/console.ts';
import { parseSignalId } from '#shared/domain/ids.ts';
import { inFours } from '#shared/domain/in-fours.ts';
import { call } from '../api/client.ts';
import type { Trouble } from '../api/trouble.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';
import { Select } from './select.tsx';

type Props = { from: string; partners: PartnerList['partners']; onDone: () => void };
type State = {
  readonly busy: boolean;
  readonly done?: { readonly handedOver: number; readonly stayed: readonly string[]; readonly whole: boolean };
  readonly trouble?: Trouble;
};

/** For a partner that stops or is away: everything that it has open goes to another, page by page. Pressing again does what was left. */
export function HandOverAll({ from, partners, onDone }: Props) {
  const { texts, sessionEnded } = useShell();
  const { handOverAll } = texts;
  const [to, setTo] = useState<string>();
  const [state, setState] = useState<State>({ busy: false });
  const name = partners.find(({ id }) => id === from)?.name ?? from;
  const others = partners.filter(({ id }) => id !== from);

  const send = async () => {
    if (state.busy || !to) return;
    let handedOver = 0;
    const stayed: string[] = [];
    let after: string | undefined;
    do {
      setState({ busy: true, done: { handedOver, stayed, whole: false } });
      const reply = await call('POST /v1/console/handovers', { body: { from, to, ...(after && { after }) } });
      if (reply.kind === 'not-signed-in') return sessionEnded();
      if (reply.kind !== 'ok')
        return setState({ busy: false, done: { handedOver, stayed, whole: false }, trouble: reply });
      handedOver += reply.answer.handedOver;
      stayed.push(...reply.answer.stayed);
      after = reply.answer.next;
    } while (after);
    setState({ busy: false, done: { handedOver, stayed, whole: true } });
    onDone();
  };

  return (
    <details>
      <summary class="narrow__summary">{handOverAll.title(name)}</summary>
      <p class="utrecht-paragraph">{handOverAll.explanation}</p>
      <Select
        name="to"
        label={handOverAll.to}
        all={handOverAll.choose}
        options={others.map(({ id, name: label }) => ({ value: id, label }))}
        value={to}
        onChange={(chosen) => setTo(chosen || undefined)}
      />
      <div class="actions">
        <Button busy={state.busy || !to} onClick={() => void send()}>
          {state.busy ? texts.loading.busy : handOverAll.submit}
        </Button>
      </div>
      <div role="status">
        {state.done && (
          <Alert kind={state.done.whole && state.done.stayed.length === 0 ? 'ok' : 'info'}>
            <p class="utrecht-paragraph">{handOverAll.done(state.done.handedOver)}</p>
            {state.done.stayed.length > 0 && (
              <>
                <p class="utrecht-paragraph">{handOverAll.stayed}</p>
                <ul class="utrecht-unordered-list">
                  {state.done.stayed.map((reference) => (
                    <li key={reference} class="utrecht-unordered-list__item">
                      <a class="utrecht-link" href={hrefOf({ view: 'signal', id: reference })}>
                        {spelled(reference)}
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Alert>
        )}
      </div>
      {state.trouble && <TroubleAlert trouble={state.trouble} />}
    </details>
  );
}

const spelled = (reference: string): string => {
  const id = parseSignalId(reference);
  return id ? inFours(id) : reference;
};
