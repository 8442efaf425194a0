import { describe, expect, it } from 'vitest';
import { Problem } from '#shared/contracts/problem.ts';
import { PROBLEMS, type ProblemCode } from '#shared/contracts/problem-codes.ts';
import { bodyOf } from '../../tests/support/http.ts';
import { json, noContent, page, problem, type Response } from './responses.ts';

/** NLGov API Design Rules 2.x, on every response whatever it says. */
const ALWAYS = {
  'api-version': '1.0.0',
  'cache-control': 'no-store',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};
const CODES = Object.keys(PROBLEMS) as ProblemCode[];

describe('every response', () => {
  const RESPONSES: readonly (readonly [string, Response])[] = [
    ['JSON', json(200, {})],
    ['nothing', noContent()],
    ['a page', page(200, '<p>')],
    ['JSON with a header of its own', json(200, {}, { headers: { 'access-control-allow-origin': '*' } })],
    ['nothing, with a header of its own', noContent({ headers: { 'clear-site-data': '"cache"' } })],
    ...CODES.map((code) => [`the problem ${code}`, problem(code)] as const),
  ];
  it.each(RESPONSES)('of %s has the headers', (_what, { headers }) => {
    expect(headers).toMatchObject(ALWAYS);
    expect(headers?.['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('keeps its own headers and cookies beside them', () => {
    const response = json(201, { a: 1 }, { cookies: ['a=b'], headers: { 'access-control-allow-origin': '*' } });
    expect(response).toMatchObject({ statusCode: 201, cookies: ['a=b'], body: '{"a":1}' });
    expect(response.headers).toMatchObject({ 'access-control-allow-origin': '*', 'content-type': 'application/json' });
  });

  it('without content has no type and no body', () => {
    expect([noContent().statusCode, noContent().body, noContent().headers?.['content-type']]).toEqual([
      204,
      undefined,
      undefined,
    ]);
  });

  it('for people may load what the site serves and nothing else', () => {
    const { headers } = page(200, '<p>');
    expect(headers?.['content-type']).toBe('text/html; charset=utf-8');
    const policy = String(headers?.['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });
});

describe('a problem', () => {
  it.each(CODES)('%s is as RFC 9457 and the contract say', (code) => {
    const response = problem(code);
    const { status, title } = PROBLEMS[code];
    expect(response.statusCode).toBe(status);
    expect(response.headers?.['content-type']).toBe('application/problem+json');
    expect(bodyOf(response)).toEqual({ type: `urn:omzien:problem:${code}`, status, title, detail: `${title}.`, code });
    expect(Problem.safeParse(bodyOf(response)).success).toBe(true);
  });

  it('says more when there is more to say', () => {
    const errors = [{ field: 'a.b', code: 'required' }];
    expect(bodyOf(problem('invalid-fields', { errors }))).toMatchObject({ code: 'invalid-fields', errors });
  });
});
