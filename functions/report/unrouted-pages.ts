import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { pathOf } from '#shared/html/paths.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { page, type Response, seeOther } from '#shared/http/responses.ts';
import { unrouted } from '#shared/http/unrouted.ts';
import { languageAsked } from './language.ts';
import { type PageTextsDeps, settingsNow } from './page-texts.ts';

/**
 * What no route answers. Somebody whose browser asks for a page that only a form leads to, off the address bar or in a tab that comes back,
 * gets a page: what was typed is gone, the way on is not.
 */
export const unroutedPages =
  (deps: PageTextsDeps): Handler =>
  async (event) => {
    if (event.requestContext.http.method !== 'GET') return unrouted(event);
    if (['/v1/report/check', '/v1/report/send'].includes(event.rawPath)) return startAgain(deps, event);
    if (event.rawPath === '/v1/signal-status' && event.headers['accept']?.includes('text/html'))
      return seeOther(pathOf(languageAsked(event), 'status/'));
    return unrouted(event);
  };

async function startAgain(deps: PageTextsDeps, event: APIGatewayProxyEventV2): Promise<Response> {
  const { pages } = await import('./pages.lazy.js');
  const response = page(
    405,
    pages.problem(pages.contextOf(await settingsNow(deps), languageAsked(event)), 'unreadable'),
  );
  return { ...response, headers: { ...response.headers, allow: 'POST' } };
}
