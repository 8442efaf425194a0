import { useEffect, useRef, useState } from 'preact/hooks';
import type { Act } from '#shared/domain/life.ts';
import type { ActAnswer, ActBody, ReadReason } from './api/calls.ts';
import type { Reply } from './api/client.ts';
import { sendAct } from './api/send-act.ts';
import { useTriesAgain } from './use-tries-again.ts';

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
  /** `underway`: the answer to a try that its form had begun already. */
  readonly keep: (entry: Omit<Left, 'state'>, underway?: Promise<Reply<ActAnswer>>) => void;
  /** Gives it back to its form, which sends it from then on. */
  readonly take: (reference: string, act: Act) => Left | undefined;
  /** Of one signal. */
  readonly dropOf: (reference: string) => void;
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
  /** How many calls are under way. */
  const busy = useRef(0);

  /** Whether the next one may go. */
  const settle = async (entry: Left, reply: Promise<Reply<ActAnswer>>): Promise<boolean> => {
    busy.current++;
    const outcome = outcomeOf(entry, await reply);
    busy.current--;
    // Its form was opened meanwhile and has it back.
    if (!now.current.includes(entry)) return true;
    if (outcome === 'no-connection') return false;
    if (outcome === 'not-signed-in') {
      onSessionEnded();
      return false;
    }
    put(outcome === 'saved' ? without(entry) : [...without(entry), { ...entry, state: 'refused' }]);
    if (outcome === 'saved') onSaved(entry);
    return true;
  };
  const sendAll = async () => {
    if (busy.current > 0 || me === undefined) return;
    for (const entry of now.current.filter(({ state }) => state === 'waiting')) {
      if (!now.current.includes(entry)) continue;
      const { act, reference, version, body, reason } = entry;
      if (!(await settle(entry, sendAct(act, reference, version, body, reason)))) return;
    }
  };
  useTriesAgain(
    left.some(({ state }) => state === 'waiting'),
    sendAll,
  );
  // Who signed in again finds it sent.
  useEffect(() => {
    if (me !== undefined && navigator.onLine) void sendAll();
  }, [me]);

  return {
    left,
    keep: (entry, underway) => {
      const waiting: Left = { ...entry, state: 'waiting' };
      put([...without(entry), waiting]);
      if (underway) void settle(waiting, underway);
    },
    take: (reference, act) => {
      const entry = now.current.find((one) => one.reference === reference && one.act === act);
      if (entry) put(without(entry));
      return entry;
    },
    dropOf: (reference) => put(now.current.filter((one) => one.reference !== reference)),
    dropAll: () => put([]),
  };
}

function outcomeOf({ act }: Left, reply: Reply<ActAnswer>) {
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
