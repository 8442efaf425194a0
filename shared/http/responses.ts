import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Problem } from '#shared/contracts/problem.ts';
import { PROBLEMS, type ProblemCode } from '#shared/contracts/problem-codes.ts';
import { API_VERSION } from '#shared/contracts/routes.ts';
import { SITE_HEADERS } from '#shared/contracts/site-headers.ts';

export type Response = APIGatewayProxyStructuredResultV2;

/** On every response of the API (NLGov API Design Rules 2.x, transport security module); pages bring a wider content policy. */
const ALWAYS = {
  'api-version': API_VERSION,
  'cache-control': 'no-store',
  'content-security-policy': "frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

export const json = (statusCode: number, body: unknown, more: Partial<Response> = {}): Response => ({
  statusCode,
  ...more,
  headers: { ...ALWAYS, 'content-type': 'application/json', ...more.headers },
  body: JSON.stringify(body),
});

export const noContent = (more: Partial<Response> = {}): Response => ({
  statusCode: 204,
  ...more,
  headers: { ...ALWAYS, ...more.headers },
});

/** On to a page of this site, asked for with GET: reloading it repeats nothing. */
export const seeOther = (path: string): Response => ({ statusCode: 303, headers: { ...ALWAYS, location: path } });

/** A page for people, under the same policy as the pages of the site, which it links to. */
export const page = (statusCode: number, html: string): Response => ({
  statusCode,
  headers: { ...ALWAYS, ...SITE_HEADERS, 'content-type': 'text/html; charset=utf-8' },
  body: html,
});

/** A file to keep, not a page to look at. */
export const file = (name: string, contentType: string, body: string): Response => ({
  statusCode: 200,
  headers: { ...ALWAYS, 'content-type': contentType, 'content-disposition': `attachment; filename="${name}"` },
  body,
});

type Extra = Partial<
  Pick<Problem, 'detail' | 'errors' | 'done' | 'owner' | 'takenOver' | 'remaining' | 'because' | 'contact'>
>;

/** RFC 9457. `detail` never quotes what was sent. */
export function problem(code: ProblemCode, extra: Extra = {}, more: Partial<Response> = {}): Response {
  const { status, title } = PROBLEMS[code];
  const body: Problem = { type: `urn:omzien:problem:${code}`, status, title, detail: `${title}.`, code, ...extra };
  return {
    ...json(status, body, more),
    headers: { ...ALWAYS, 'content-type': 'application/problem+json', ...more.headers },
  };
}
