import { gunzipSync } from 'node:zlib';
import type { Handler } from '#shared/http/http-function.ts';
import { jsonText } from '#shared/http/responses.ts';
import { OPENAPI_PACKED } from './openapi-packed.ts';

/** `GET /v1/openapi.json`: readable from every site, without signing in (NLGov API Design Rules, publish-openapi). */
export const openApiHandler: Handler = async () =>
  jsonText(200, gunzipSync(Buffer.from(OPENAPI_PACKED, 'base64')).toString('utf8'), {
    headers: { 'access-control-allow-origin': '*' },
  });
