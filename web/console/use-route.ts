import { useEffect, useState } from 'preact/hooks';
import { hrefOf, parseRoute, type Route } from './route.ts';

/** What each step of the browser's history knows: the address of the step before it, empty for the first. */
type Step = { readonly from?: string };
const step = (): Step => (history.state as Step | null) ?? {};

/**
 * Where the address bar says we are. `replace` leaves no step behind: the browser's back leads neither into a form that was sent, nor a
 * second time to where one is.
 */
export function useRoute(onChange: () => void) {
  const [route, setRoute] = useState<Route>(() => parseRoute(location.hash));
  useEffect(() => {
    let last = '';
    const arrive = () => {
      if (step().from === undefined) history.replaceState({ from: last } satisfies Step, '');
      last = location.hash;
    };
    const follow = () => {
      arrive();
      setRoute(parseRoute(location.hash));
      scrollTo(0, 0);
      onChange();
    };
    arrive();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [onChange]);
  return { route, replace };
}

function replace(to: Route): void {
  const href = hrefOf(to);
  if (step().from === href) {
    history.back();
    return;
  }
  history.replaceState(history.state, '', href);
  // As after a tap on a link: later, so that whoever goes can tell first what became of it.
  setTimeout(() => dispatchEvent(new HashChangeEvent('hashchange')));
}
