import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call } from './api/client.ts';
import { sayOwnTexts } from './own-texts.ts';

/** What somebody goes to after this long is said in the words of then. */
const OLD_AFTER_MS = 60_000;

/**
 * Looks up what the coordinator made of the texts: when somebody is signed in, and when they come back to the tab or go to another place
 * (`place`) a minute later. Where that fails, what was said is said still. Gives a way to look at once.
 */
export function useOwnTexts(isSignedIn: boolean, place: string): () => Promise<void> {
  const [, setChanges] = useState(0);
  const askedAt = useRef(0);
  const look = useCallback(async () => {
    askedAt.current = Date.now();
    const reply = await call('GET /v1/console/texts', {});
    if (reply.kind === 'ok' && sayOwnTexts(reply.answer.texts)) setChanges((changes) => changes + 1);
  }, []);

  useEffect(() => {
    if (isSignedIn) void look();
    else askedAt.current = 0;
  }, [isSignedIn]);
  useEffect(() => {
    if (!isSignedIn) return;
    const lookIfOld = () => {
      if (document.visibilityState === 'visible' && Date.now() - askedAt.current > OLD_AFTER_MS) void look();
    };
    lookIfOld();
    document.addEventListener('visibilitychange', lookIfOld);
    return () => document.removeEventListener('visibilitychange', lookIfOld);
  }, [isSignedIn, place]);
  return look;
}
