import * as z from 'zod/mini';
import type { Settings } from '#shared/domain/settings.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json } from '#shared/http/responses.ts';

const Document = z.looseObject({ info: z.looseObject({}) });

/**
 * `GET /v1/openapi.json`: readable from every site, without signing in (NLGov API Design Rules, publish-openapi). With this municipality's own
 * address and desk in place of the examples.
 */
export const openApiHandler =
  ({ settings: { baseUrl, desk } }: { readonly settings: Pick<Settings, 'baseUrl' | 'desk'> }): Handler =>
  async () => {
    // Asked for by programs, now and then: nobody else waits for it.
    const [{ gunzipSync }, { OPENAPI_PACKED }] = await Promise.all([
      import('node:zlib'),
      import('./openapi-packed.lazy.js'),
    ]);
    const packed = gunzipSync(Buffer.from(OPENAPI_PACKED, 'base64')).toString('utf8');
    const { info, ...document } = Document.parse(JSON.parse(packed));
    const [email] = desk.mailboxes;
    const contact = { name: desk.name, url: baseUrl, ...(email && { email }) };
    const own = { ...document, info: { ...info, contact }, servers: [{ url: `${baseUrl}/v1` }] };
    return json(200, own, { headers: { 'access-control-allow-origin': '*' } });
  };
