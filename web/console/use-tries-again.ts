import { useLayoutEffect, useRef } from 'preact/hooks';
import { useAskBeforeLeaving } from './use-ask-before-leaving.ts';

/** Between one try and the next. */
const AFTER_S = [5, 15, 30];
const LATER_S = 60;

/**
 * While something waits to be sent: tries again by itself, and has the browser ask, in its own words, before the page is closed. That the
 * browser says "online", or that somebody comes back to the tab, is a reason to try at once and no more: a phone with bars, but nothing
 * that comes through, never says anything.
 */
export function useTriesAgain(waits: boolean, tryAgain: () => Promise<void>): void {
  const latest = useRef(tryAgain);
  latest.current = tryAgain;
  useAskBeforeLeaving(() => waits);
  // Before it is said that something waits, it does.
  useLayoutEffect(() => {
    if (!waits) return;
    let here = true;
    let timer: ReturnType<typeof setTimeout>;
    let tries = 0;
    const plan = () => {
      clearTimeout(timer);
      if (here) timer = setTimeout(() => void latest.current().then(plan), 1000 * (AFTER_S[tries++] ?? LATER_S));
    };
    const now = () => {
      tries = 0;
      plan();
      void latest.current();
    };
    const whenSeen = () => {
      if (document.visibilityState === 'visible') now();
    };
    plan();
    addEventListener('online', now);
    document.addEventListener('visibilitychange', whenSeen);
    return () => {
      here = false;
      clearTimeout(timer);
      removeEventListener('online', now);
      document.removeEventListener('visibilitychange', whenSeen);
    };
  }, [waits]);
}
