import { useEffect, useState } from 'preact/hooks';
import { hrefOf, parseRoute, type Route } from './route.ts';

/** Where the address bar says we are. `replace` leaves no step behind: the browser's back does not lead into a form that was sent. */
export function useRoute(onChange: () => void) {
  const [route, setRoute] = useState<Route>(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => {
      setRoute(parseRoute(location.hash));
      scrollTo(0, 0);
      onChange();
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [onChange]);
  return { route, replace: (to: Route) => location.replace(hrefOf(to)) };
}
