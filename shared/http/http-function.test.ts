import { afterEach, describe, expect, it, vi } from 'vitest';
import { anEvent, bodyOf, lambdaContext } from '../../tests/support/http.ts';
import { watchLog } from '../../tests/support/log-lines.ts';
import { httpFunction } from './http-function.ts';
import { json } from './responses.ts';

const SECRET = 'Jan Jansen, Dorpsstraat 12';
class OutOfOrder extends Error {
  override readonly name = 'OutOfOrder';
}
const answer = httpFunction<string>({
  'GET /v1/fine': async () => json(200, { fine: true }),
  'GET /v1/broken': async () => {
    throw new OutOfOrder(SECRET);
  },
  'GET /v1/throws-text': async () => {
    throw SECRET;
  },
});
const ask = (route: string) => answer(anEvent(route), lambdaContext);

afterEach(() => vi.restoreAllMocks());

describe('a function that answers routes', () => {
  it('answers with what the route says', async () => {
    const response = await ask('GET /v1/fine');
    expect([response.statusCode, bodyOf(response)]).toEqual([200, { fine: true }]);
  });

  it.each(['GET /v1/unknown', '$default', 'toString', '__proto__', 'constructor'])(
    'answers 404 to %s, which is no route',
    async (route) => {
      const response = await ask(route);
      expect([response.statusCode, bodyOf(response)['code']]).toEqual([404, 'not-found']);
    },
  );

  it('answers an unexpected fault with a problem that does not say what went wrong, and logs its name alone', async () => {
    const lines = watchLog();
    const response = await ask('GET /v1/broken');
    expect([response.statusCode, bodyOf(response)]).toEqual([
      500,
      {
        type: 'urn:omzien:problem:internal-error',
        status: 500,
        title: 'Something went wrong on our side',
        detail: 'Something went wrong on our side.',
        code: 'internal-error',
      },
    ]);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
      level: 'ERROR',
      code: 'HTTP_FAULT',
      route: 'GET /v1/broken',
      fault: 'OutOfOrder',
    });
    expect(lines.join()).not.toMatch(/Jansen|Dorpsstraat|stack/);
  });

  it('does the same when what was thrown is no error', async () => {
    const lines = watchLog();
    const response = await ask('GET /v1/throws-text');
    expect(response.statusCode).toBe(500);
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ code: 'HTTP_FAULT', fault: 'string' });
    expect(`${response.body}${lines.join()}`).not.toContain('Jansen');
  });
});
