import { describe, expect, it } from 'vitest';
import { httpFunction } from '#shared/http/http-function.ts';
import { anEvent, bodyOf, lambdaContext } from '../../tests/support/http.ts';
import { aTown } from '../../tests/support/memory-town.ts';
import { createHandlers } from './handlers.ts';
import { unroutedPages } from './unrouted-pages.ts';

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'de,en-GB;q=0.8,nl;q=0.5' };

/** As API Gateway hands it over: a path that no route has with this method. */
async function ask(method: string, path: string, headers: Readonly<Record<string, string>> = {}) {
  const { report } = await aTown();
  const event = { ...anEvent(`${method} ${path}`, { headers }), routeKey: '$default' };
  return httpFunction(createHandlers(report), unroutedPages(report))(event, lambdaContext);
}

describe('a page that only a form leads to, asked for without one', () => {
  it.each(['/v1/report/check', '/v1/report/send'])('is at %s a page with the way on', async (path) => {
    const response = await ask('GET', path, BROWSER);
    expect([response.statusCode, response.headers?.['allow']]).toEqual([405, 'POST']);
    expect(response.headers?.['content-type']).toBe('text/html; charset=utf-8');
    expect(response.body).toContain('<html lang="en"');
    expect(response.body).toContain('href="/en/"');
    expect((await ask('GET', path)).body).toContain('<html lang="nl"');
  });

  it('leads a browser from the status of a signal to the page that asks for the number, and tells a program', async () => {
    const response = await ask('GET', '/v1/signal-status', BROWSER);
    expect([response.statusCode, response.headers?.['location']]).toEqual([303, '/en/status/']);
    expect(bodyOf(await ask('GET', '/v1/signal-status'))['code']).toBe('method-not-allowed');
  });

  it.each([
    ['DELETE', '/v1/report/check', 405],
    ['GET', '/v1/signals', 405],
    ['GET', '/v1/nowhere', 404],
  ])('leaves %s %s what it is', async (method, path, status) => {
    const response = await ask(method, path, BROWSER);
    expect([response.statusCode, response.headers?.['content-type']]).toEqual([status, 'application/problem+json']);
  });
});
