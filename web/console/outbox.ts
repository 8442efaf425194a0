import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Act } from '#shared/domain/life.ts';
import type { ActBody, ReadReason } from './api/calls.ts';
import { sendAct } from './api/send-act.ts';

/** An entry that was on its way when the connection broke, and whose form was left since. */
export type Left = {
  readonly act: Act;
  readonly reference: string;
  /** Of the signal as it was when this was made. */
  readonly version: number;
  readonly body: ActBody<Act>;
  /** Why a coordinator opened it. */
  readonly reason?: ReadReason;
  /** `refused`: there is a connection, and it was not taken: somebody has to look at the form. */
  readonly state: 'waiting' | 'refused';
};

export type Outbox = {
  readonly left: readonly Left[];
  readonly keep: (entry: Omit<Left, 'state'>) => void;
  /** Gives it back to its form, which sends it from then on. */
  readonly take: (reference: string, act: Act) => Left | undefined;
  readonly dropAll: () => void;
};

type Told = {
  /** It arrived: now, or when its answer got lost on the way. */
  readonly onSaved: (entry: Left) => void;
  readonly onSessionEnded: () => void;
  /** Who is signed in; nothing is sent for nobody. */
  readonly me: string | undefined;
};

/**
 * What waits for a connection, from whichever screen: sent once when there is one again, and never by two at a time. In memory only, so
 * the browser asks before the page is closed.
 */
export function useOutbox({ onSaved, onSessionEnded, me }: Told): Outbox {
  const [left, setLeft] = useState<readonly Left[]>([]);
  const now = useRef(left);
  const put = (next: readonly Left[]) => {
    now.current = next;
    setLeft(next);
  };
  const without = (gone: Pick<Left, 'reference' | 'act'>) =>
    now.current.filter(({ reference, act }) => reference !== gone.reference || act !== gone.act);
  const busy = useRef(false);

  const sendAll = async () => {
    if (busy.current || me === undefined) return;
    busy.current = true;
    for (const entry of now.current.filter(({ state }) => state === 'waiting')) {
      const outcome = await send(entry);
      // Its form was opened meanwhile and has it back.
      if (!now.current.includes(entry)) continue;
      if (outcome === 'no-connection') break;
      if (outcome === 'not-signed-in') {
        onSessionEnded();
        break;
      }
      put(outcome === 'saved' ? without(entry) : [...without(entry), { ...entry, state: 'refused' }]);
      if (outcome === 'saved') onSaved(entry);
    }
    busy.current = false;
  };
  const latest = useRef(sendAll);
  latest.current = sendAll;
  const waits = left.some(({ state }) => state === 'waiting');
  useLayoutEffect(() => {
    if (!waits) return;
    const whenBack = () => void latest.current();
    const beforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('online', whenBack);
    addEventListener('beforeunload', beforeLeaving);
    return () => {
      removeEventListener('online', whenBack);
      removeEventListener('beforeunload', beforeLeaving);
    };
  }, [waits]);
  // Who signed in again finds it sent.
  useEffect(() => {
    if (me !== undefined && navigator.onLine) void latest.current();
  }, [me]);

  return {
    left,
    keep: (entry) => put([...without(entry), { ...entry, state: 'waiting' }]),
    take: (reference, act) => {
      const entry = now.current.find((one) => one.reference === reference && one.act === act);
      if (entry) put(without(entry));
      return entry;
    },
    dropAll: () => put([]),
  };
}

async function send({ act, reference, version, body, reason }: Left) {
  const reply = await sendAct(act, reference, version, body, reason);
  switch (reply.kind) {
    case 'ok':
      return 'saved';
    case 'already-done':
      return reply.done?.byYou && reply.done.what === act ? 'saved' : 'refused';
    case 'no-connection':
    case 'not-signed-in':
      return reply.kind;
    default:
      return 'refused';
  }
}
