import type { ConsoleRoute } from '#shared/contracts/routes.ts';
import type { Calls } from './calls.ts';
import { type Trouble, troubleOf } from './trouble.ts';

export type Reply<Answer> = { readonly kind: 'ok'; readonly answer: Answer } | Trouble;

type Where = { readonly id?: string; readonly query?: Readonly<Record<string, string | undefined>> };
type Options<Route extends ConsoleRoute> = Where &
  (Calls[Route]['body'] extends undefined ? { readonly body?: undefined } : { readonly body: Calls[Route]['body'] });

/** Long enough for a cold start on a bad line, short enough that somebody at a door still waits. */
const PATIENCE_MS = 20_000;

/** One call to our own API, with the body of its route. */
export const call = <Route extends ConsoleRoute>(
  route: Route,
  options: Options<Route>,
  send: typeof fetch = fetch,
): Promise<Reply<Calls[Route]['answer']>> => request(route, options, send);

/** For who has a table of its own that pairs routes with bodies. Never throws: every failure is a kind of trouble. */
export async function request<Answer>(
  route: ConsoleRoute,
  { id, query, body }: Where & { readonly body?: object | undefined },
  send: typeof fetch = fetch,
): Promise<Reply<Answer>> {
  const response = await send(urlOf(route, id, query), {
    method: route.slice(0, route.indexOf(' ')),
    headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => undefined);
  if (!response) return { kind: 'no-connection' };

  const text = await response.text().catch(() => undefined);
  // The answer was cut off: whether it was done, only asking again can tell.
  if (text === undefined) return { kind: 'no-connection' };
  const answer = parsed(text);
  if (!response.ok) return troubleOf(response.status, answer);
  // The one place where the browser believes the server: both are built from the same contracts, in one release.
  return { kind: 'ok', answer: answer as Answer };
}

/** `{id}`, or what the route calls it, filled in; empty questions left out. */
export function urlOf(route: ConsoleRoute, id?: string, query: Where['query'] = {}): string {
  const path = route.slice(route.indexOf(' ') + 1).replace(/\{\w+\}/, encodeURIComponent(id ?? ''));
  const asked = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return asked.length > 0 ? `${path}?${new URLSearchParams(asked)}` : path;
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
