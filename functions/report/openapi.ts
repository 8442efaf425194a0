import document from '#shared/contracts/openapi.json' with { type: 'json' };
import type { Handler } from '#shared/http/http-function.ts';
import { json } from '#shared/http/responses.ts';

/** `GET /v1/openapi.json`: readable from every site, without signing in (NLGov API Design Rules, publish-openapi). */
export const openApiHandler: Handler = async () =>
  json(200, document, { headers: { 'access-control-allow-origin': '*' } });
