import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Reply } from './api/client.ts';
import type { Trouble } from './api/trouble.ts';
import { useShell } from './shell.ts';

export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly trouble: Trouble }
  /** `stale`: looking again failed; this is how it was at `at`. */
  | { readonly kind: 'ready'; readonly value: Value; readonly at: Date; readonly stale: boolean };

/** Looking at the screen again after this long looks at the server again. */
const OLD_AFTER_MS = 120_000;

/**
 * Loads when `key` changes, on request, and when somebody comes back to the tab. An answer that is overtaken by a later question is
 * dropped; a failure never wipes what is already on the screen.
 */
export function useLoaded<Value>(key: string, load: () => Promise<Reply<Value>>) {
  const { sessionEnded } = useShell();
  const [state, setState] = useState<Loaded<Value>>({ kind: 'loading' });
  const asked = useRef(0);
  const shownAt = useRef(0);

  const show = useCallback((value: Value) => {
    asked.current++;
    shownAt.current = Date.now();
    setState({ kind: 'ready', value, at: new Date(), stale: false });
  }, []);

  const reload = async () => {
    const question = ++asked.current;
    const reply = await load();
    if (question !== asked.current) return;
    if (reply.kind === 'ok') return show(reply.answer);
    if (reply.kind === 'not-signed-in') return sessionEnded();
    const passing = reply.kind === 'no-connection' || reply.kind === 'fault';
    setState((before) =>
      before.kind === 'ready' && passing ? { ...before, stale: true } : { kind: 'failed', trouble: reply },
    );
  };
  const latest = useRef(reload);
  latest.current = reload;

  // The key says what is loaded; the function is another one on every render.
  useEffect(() => {
    setState({ kind: 'loading' });
    void latest.current();
    const whenBack = () => {
      if (document.visibilityState === 'visible' && Date.now() - shownAt.current > OLD_AFTER_MS) void latest.current();
    };
    document.addEventListener('visibilitychange', whenBack);
    return () => {
      asked.current++;
      document.removeEventListener('visibilitychange', whenBack);
    };
  }, [key]);

  return {
    state,
    show,
    reload: () => latest.current(),
    retry: () => {
      setState((before) => (before.kind === 'ready' ? before : { kind: 'loading' }));
      return latest.current();
    },
  };
}
