import { expect, it } from 'vitest';
import { call, urlOf } from './client.ts';

const answering =
  (response: () => Response | Promise<Response>): typeof fetch =>
  async () =>
    response();

it('fills in the reference and leaves empty questions out', () => {
  expect(urlOf('GET /v1/console/signals/{id}', '0123456789ABCDEF', { reason: undefined })).toBe(
    '/v1/console/signals/0123456789ABCDEF',
  );
  expect(urlOf('PUT /v1/console/partners/{partnerId}', 'centrum')).toBe('/v1/console/partners/centrum');
  expect(urlOf('GET /v1/console/signals', undefined, { which: 'closed', after: 'a b' })).toBe(
    '/v1/console/signals?which=closed&after=a+b',
  );
});

it('sends the method, the JSON and nothing else', async () => {
  let seen: RequestInit | undefined;
  const spy: typeof fetch = async (_url, init) => {
    seen = init;
    return new Response(null, { status: 204 });
  };
  const body = { version: 3, asked: 'at-door' } as const;
  await call('POST /v1/console/signals/{id}/erasure', { id: '0123456789ABCDEF', body }, spy);
  expect(seen).toMatchObject({
    method: 'POST',
    body: '{"version":3,"asked":"at-door"}',
    headers: { 'content-type': 'application/json' },
  });
});

it('answers without content when there is none', async () => {
  const reply = await call(
    'DELETE /v1/console/sessions/current',
    {},
    answering(() => new Response(null, { status: 204 })),
  );
  expect(reply).toEqual({ kind: 'ok', answer: undefined });
});

it('is without connection when the call fails or the answer breaks off', async () => {
  const failing = answering(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await call('GET /v1/console/partners', {}, failing)).toEqual({ kind: 'no-connection' });

  const broken = new ReadableStream({ start: (stream) => stream.error(new Error('reset')) });
  const half = answering(() => new Response(broken, { status: 200 }));
  expect(await call('GET /v1/console/partners', {}, half)).toEqual({ kind: 'no-connection' });
});

it('tells what a problem document says', async () => {
  const body = JSON.stringify({ code: 'handed-over', status: 409 });
  const reply = await call(
    'GET /v1/console/signals/{id}',
    { id: 'X' },
    answering(() => new Response(body, { status: 409 })),
  );
  expect(reply).toEqual({ kind: 'handed-over' });
});
