import { useLayoutEffect, useRef } from 'preact/hooks';

/** Some browsers take a call for leaving the page. Nobody who dials 112 is asked anything. */
const NO_PLACE = 'a[href^="tel:"], a[href^="mailto:"]';
const FOLLOWS_WITHIN_MS = 1_000;

/** The browser asks, in its own words, before the page is left or loaded again while `would` says that something would be lost. */
export function useAskBeforeLeaving(would: () => boolean): void {
  const latest = useRef(would);
  latest.current = would;
  useLayoutEffect(() => {
    let calledAt = Number.NEGATIVE_INFINITY;
    const whenClicked = ({ target, timeStamp }: Event) => {
      if (target instanceof Element && target.closest(NO_PLACE)) calledAt = timeStamp;
    };
    const ask = (event: BeforeUnloadEvent) => {
      if (event.timeStamp - calledAt > FOLLOWS_WITHIN_MS && latest.current()) event.preventDefault();
    };
    addEventListener('click', whenClicked, { capture: true });
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('click', whenClicked, { capture: true });
      removeEventListener('beforeunload', ask);
    };
  }, []);
}
