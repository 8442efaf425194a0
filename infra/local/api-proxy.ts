import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';

/** Where the deployed HTTP API answers: the emulator tells APIs apart by their host name. */
export type ApiAddress = { readonly host: string; readonly port: number };

/** RFC 9110, 7.6.1: these concern one connection, not the message. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
/** These say how the emulator sent it, not what the API answered. */
const FROM_THE_EMULATOR = new Set(['server', 'date']);

/** Passes a request to the API as CloudFront does: everything but the Host header, and the answer back with every cookie. */
export function proxyToApi(
  { host, port }: ApiAddress,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  return new Promise((resolve) => {
    const headers = {
      ...withoutHopByHop(request.headers),
      host,
      'x-forwarded-for': request.socket.remoteAddress ?? '',
    };
    const upstream = httpRequest({
      host: '127.0.0.1',
      port,
      method: request.method,
      path: request.url,
      headers,
      agent: false,
    });
    response.once('close', () => {
      upstream.destroy();
      resolve();
    });
    upstream.once('error', () => unreachable(response));
    upstream.once('response', (answer) => {
      copyHeaders(answer, response);
      response.writeHead(answer.statusCode ?? 502);
      answer.once('error', () => response.destroy());
      answer.pipe(response);
    });
    request.pipe(upstream);
  });
}

const withoutHopByHop = (headers: IncomingMessage['headers']): IncomingMessage['headers'] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)));

/** Where both say something, the site's own headers win, as with a response headers policy that overrides its origin. */
function copyHeaders(answer: IncomingMessage, response: ServerResponse): void {
  for (const [name, values] of Object.entries(answer.headersDistinct)) {
    if (values === undefined || HOP_BY_HOP.has(name) || FROM_THE_EMULATOR.has(name) || response.hasHeader(name))
      continue;
    const [only, ...more] = values;
    response.setHeader(name, more.length > 0 || only === undefined ? values : only);
  }
}

function unreachable(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(502, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify({ status: 502, code: 'api-unreachable', title: 'The API does not answer' }));
}
