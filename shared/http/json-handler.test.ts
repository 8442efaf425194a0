import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { fields, line, rule } from '#shared/contracts/fields.ts';
import { aPost, bodyOf } from '../../tests/support/http.ts';
import { jsonHandler } from './json-handler.ts';
import { json } from './responses.ts';
import { wrongFields } from './wrong-fields.ts';

const Body = fields({
  name: line(5),
  inner: fields({ list: z.array(z.string('text')) }),
}).check(rule(['name'], 'not-anna', ({ name }) => name !== 'Anna'));
const handler = jsonHandler(Body, async (body) => json(200, body));
const post = async (body: unknown) => {
  const response = await handler(aPost('POST /v1/x', body));
  return { status: response.statusCode, ...bodyOf(response) };
};

describe('a route that takes JSON', () => {
  it('gets what the contract makes of the body', async () => {
    expect(await post({ name: ' Zoë ', inner: { list: [] } })).toEqual({
      status: 200,
      name: 'Zoë',
      inner: { list: [] },
    });
  });

  it('is told every wrong field at once, by its path and a code, never the value', async () => {
    const answer = await post({
      name: 'Jan Jansen',
      inner: { list: ['a', 7], street: 'Dorpsstraat' },
      'Jan J': 1,
      secret: 2,
    });
    expect(answer).toMatchObject({
      status: 400,
      code: 'invalid-fields',
      errors: [
        { field: 'name', code: 'too-long' },
        { field: 'inner.list.1', code: 'text' },
        { field: 'inner.street', code: 'unknown' },
        { field: '?', code: 'unknown' },
        { field: 'secret', code: 'unknown' },
      ],
    });
    expect(JSON.stringify(answer)).not.toMatch(/Jan|Dorps/);
  });

  it('is told of a rule across fields though single fields are wrong too', async () => {
    const { errors } = (await post({ name: 'Anna' })) as { errors?: unknown };
    expect(errors).toEqual([
      { field: 'inner', code: 'required' },
      { field: 'name', code: 'not-anna' },
    ]);
  });

  it.each([
    ['null', 'object'],
    ['[]', 'object'],
    ['"text"', 'object'],
    ['7', 'object'],
  ])('refuses %s for a whole body', async (body, code) => {
    expect(await post(body)).toMatchObject({ status: 400, errors: [{ field: '', code }] });
  });

  it.each(['__proto__', 'constructor', 'toString'])('refuses a field that is called %s', async (name) => {
    const answer = await post(`{"name":"Zoë","inner":{"list":[]},"${name}":{"a":1}}`);
    expect(answer).toMatchObject({ status: 400, errors: [{ code: 'unknown' }] });
  });

  it('tells the same mistake once', () => {
    const issue = { code: 'custom' as const, path: ['a'], message: 'required', input: undefined };
    expect(wrongFields([issue, issue])).toEqual([{ field: 'a', code: 'required' }]);
  });

  it('says no more than `wrong` when a message is not one of our codes', () => {
    const issue = { code: 'custom' as const, path: ['a', 0], message: 'Invalid input: Jan Jansen', input: undefined };
    expect(wrongFields([issue])).toEqual([{ field: 'a.0', code: 'wrong' }]);
  });
});
