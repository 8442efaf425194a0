import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FrontServer, startFrontServer } from './front-server.ts';
import { staticFiles } from './static-files.ts';

const HEADERS = { 'content-security-policy': "default-src 'none'", 'x-frame-options': 'DENY' };
const PAGE = `<!doctype html><title>Omzien</title>${'<p>Maakt u zich zorgen?</p>'.repeat(100)}`;
const MAIL = {
  messageId: 'm-1',
  from: 'omzien@rotterdam.example',
  to: ['a@partner.example'],
  subject: '<b>Nieuw</b> signaal',
  text: 'Open http://localhost/console/#/signalen/0123456789ABCDEF?mail=x & kijk',
  html: '<p>Open <a href="http://localhost/">dit</a></p>',
  sentAt: new Date('2026-11-22T10:00:00Z'),
};

let folder: string;
let api: Server;
let front: FrontServer;
let seen: { url: string; headers: IncomingMessage['headers']; body: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'front-server-test-'));
  await mkdir(join(folder, 'site/console'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'site/index.html'), PAGE);
  await writeFile(join(folder, 'site/console/index.html'), 'console');
  api = createServer((incoming, answer) => {
    text(incoming).then((body) => {
      seen = { url: incoming.url ?? '', headers: incoming.headers, body };
      answer.setHeader('set-cookie', ['a=1; Secure', 'b=2; Secure']);
      answer.setHeader('x-frame-options', 'ALLOWALL');
      answer.writeHead(422, { 'content-type': 'application/problem+json' }).end('{"code":"x"}');
    });
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  const address = api.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  front = await startFrontServer(0, HEADERS);
  front.open({
    files: staticFiles(join(folder, 'site')),
    api: { host: 'abc.execute-api.localhost:1', port },
    mailbox: async () => [MAIL, { ...MAIL, messageId: 'm-2', subject: 'Code', html: null }],
  });
});
afterAll(async () => {
  await front.close();
  api.close();
  await rm(folder, { recursive: true });
});

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer };

/** Not fetch: it tidies paths and decompresses, and here the bytes on the wire matter. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port: front.port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

describe('the pages', () => {
  it.each([
    ['/', 200],
    ['/console/', 200],
    ['/console', 301],
    ['/nothing-here', 404],
    ['/../secret.txt', 404],
    ['/%2e%2e/secret.txt', 404],
    ['/v1/health', 422],
    ['/local/inbox', 200],
    ['/local/nothing', 404],
  ])('answers %s with %i and the headers of production', async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers['x-frame-options']).toBe('DENY');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(String(answer.body)).not.toContain('secret');
  });

  it('of a folder are on this host, however it is asked for', async () => {
    expect((await ask('/console')).headers.location).toBe('/console/');
    expect((await ask('//console')).headers.location).toBe('/console/');
  });

  it('are compressed for whoever can read that', async () => {
    const plain = await ask('/');
    const brotli = await ask('/', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    const gzip = await ask('/', { headers: { 'accept-encoding': 'gzip, br;q=0' } });
    expect([plain, brotli, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip']);
    expect(String(plain.body)).toBe(PAGE);
    expect(brotli.body.length).toBeLessThan(200);
  });

  it('are not sent again to who has them', async () => {
    const { headers } = await ask('/');
    const again = await ask('/', { headers: { 'if-none-match': headers.etag ?? '' } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('are read only', async () => {
    const answer = await ask('/', { method: 'POST', body: 'x' });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect((await ask('/', { method: 'HEAD' })).body).toHaveLength(0);
  });
});

describe('the way to the API', () => {
  it('passes on what was asked and brings back every cookie', async () => {
    const headers = { cookie: 's=1', 'idempotency-key': 'k', 'content-type': 'application/json' };
    const answer = await ask('/v1/signals?x=1', { method: 'POST', headers, body: '{"a":1}' });
    expect(answer.status).toBe(422);
    expect(answer.headers['set-cookie']).toEqual(['a=1; Secure', 'b=2; Secure']);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(seen).toMatchObject({
      url: '/v1/signals?x=1',
      body: '{"a":1}',
      headers: { ...headers, host: 'abc.execute-api.localhost:1' },
    });
  });
});

describe('the inbox', () => {
  it('lists mails newest first', async () => {
    const { body } = await ask('/local/inbox.json');
    expect(JSON.parse(String(body))).toEqual([
      { to: MAIL.to, subject: 'Code', text: MAIL.text, html: null, sentAt: '2026-11-22T10:00:00.000Z' },
      { to: MAIL.to, subject: MAIL.subject, text: MAIL.text, html: MAIL.html, sentAt: '2026-11-22T10:00:00.000Z' },
    ]);
  });

  it('shows mails without letting them in', async () => {
    const page = String((await ask('/local/inbox')).body);
    expect(page).toContain('&lt;b&gt;Nieuw&lt;/b&gt; signaal');
    expect(page).toContain('<a href="http://localhost/console/#/signalen/0123456789ABCDEF?mail=x">');
    expect(page).not.toMatch(/<script|<style|style=/);
  });

  it('shows the html of a mail in a sandbox only', async () => {
    const { headers, body } = await ask('/local/inbox/0.html');
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(String(body)).toContain('dit</a>');
    expect((await ask('/local/inbox/1.html')).status).toBe(404);
  });
});

describe('before and after', () => {
  it('says that it is starting until there is a site, with the same headers', async () => {
    const early = await startFrontServer(0, HEADERS);
    const answer = await fetch(`http://127.0.0.1:${early.port}/`);
    await early.close();
    expect([answer.status, answer.headers.get('x-frame-options')]).toEqual([503, 'DENY']);
  });

  it('says so when the port is taken', async () => {
    await expect(startFrontServer(front.port, HEADERS)).rejects.toThrow(
      `Port ${front.port} is in use. Stop what uses it, or choose another: npm start -- --port ${front.port + 1}`,
    );
  });
});
