import { memberId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import type { Response } from '#shared/http/responses.ts';
import { createHandlers } from '../../functions/console/handlers.ts';
import { anEvent, aPost, cookiesOf, lambdaContext, type Request } from './http.ts';
import type { Town } from './memory-town.ts';

export type Ask = (route: string, request?: Request & { readonly json?: unknown }) => Promise<Response>;

/** The console as somebody without a session meets it. */
export function consoleOf(town: Town): Ask {
  const answer = httpFunction(createHandlers(town.console));
  return (route, { json, ...request } = {}) =>
    answer(json === undefined ? anEvent(route, request) : aPost(route, json, request), lambdaContext);
}

/** The console as a member meets it who signed in a moment ago; like a browser it goes on with the session that an answer gives it. */
export async function consoleFor(town: Town, who: string, how: 'code' | 'passkey' = 'code'): Promise<Ask> {
  const sessionId = `session-of-${who}`;
  const at = town.clock.now();
  await town.access.putSession({
    idHash: town.signingIn.hash(sessionId),
    memberId: memberId(who),
    how,
    device: { platform: 'other', browser: 'other' },
    startedAt: at,
    lastUsedAt: at,
    expiresAt: plusElapsed(at, 12 * 3_600),
  });
  const ask = consoleOf(town);
  let session = `__Host-session=${sessionId}`;
  return async (route, request = {}) => {
    const response = await ask(route, { ...request, cookies: [session, ...(request.cookies ?? [])] });
    const renewed = cookiesOf(response).find((one) => /^__Host-session=./.test(one));
    if (renewed) session = renewed;
    return response;
  };
}
