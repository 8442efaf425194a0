import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type ApiAddress, proxyToApi } from './api-proxy.ts';
import { answerInbox } from './inbox.ts';
import type { Mailbox } from './mailbox.ts';
import { answerRegisters } from './stand-in-registers.ts';
import { StartFailure } from './start-failure.ts';
import type { StaticFiles } from './static-files.ts';

type Site = { readonly files: StaticFiles; readonly api: ApiAddress; readonly mailbox: Mailbox };

export type FrontServer = {
  readonly port: number;
  /** From now on the site is served; until then every request hears that it is starting. */
  open(site: Site): void;
  close(): Promise<void>;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Stands where CloudFront stands on AWS: one origin for the site and its API, with the headers of production on every answer.
 * It takes its port before anything else starts, so that a port in use is found out at once and `baseUrl` is known.
 */
export async function startFrontServer(port: number, headers: Readonly<Record<string, string>>): Promise<FrontServer> {
  let site: Site | undefined;
  const handler: Handler = (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    answer(site, request, response).catch(() => plainText(response, 500, 'Something went wrong'));
  };
  const servers = await listenOnLoopback(handler, port);
  return {
    port: portOf(servers[0]),
    open(opened) {
      site = opened;
    },
    async close() {
      await Promise.all(servers.map(closed));
    },
  };
}

async function answer(site: Site | undefined, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!site) {
    response.setHeader('retry-after', '2');
    plainText(response, 503, 'Omzien is starting');
    return;
  }
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  if (path.startsWith('/v1/')) {
    await proxyToApi(site.api, request, response);
    return;
  }
  if (path.startsWith('/local/registers/')) {
    if ((await answerRegisters(request, response)) === 'not-found') plainText(response, 404, 'Not found');
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    plainText(response, 405, 'Method not allowed');
    return;
  }
  const outcome = path.startsWith('/local/')
    ? await answerInbox(site.mailbox, path, response)
    : await site.files(request, response, path);
  if (outcome === 'not-found') plainText(response, 404, 'Not found');
}

function plainText(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}

/** `localhost` is two addresses, and browsers try ::1 first: somebody else must not answer there. */
async function listenOnLoopback(handler: Handler, port: number): Promise<[Server, ...Server[]]> {
  const first = await listen(handler, '127.0.0.1', port);
  const chosen = portOf(first);
  try {
    return [first, await listen(handler, '::1', chosen)];
  } catch (error) {
    if (!isCode(error, 'EADDRINUSE')) return [first]; // a computer without IPv6
    await closed(first);
    if (port === 0) return listenOnLoopback(handler, 0);
    throw portInUse(port);
  }
}

function listen(handler: Handler, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(handler);
    server.once('error', (error) =>
      reject(host === '127.0.0.1' && isCode(error, 'EADDRINUSE') ? portInUse(port) : error),
    );
    server.listen(port, host, () => resolve(server));
  });
}

const portInUse = (port: number): StartFailure =>
  new StartFailure(`Port ${port} is in use. Stop what uses it, or choose another: npm start -- --port ${port + 1}`);

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
