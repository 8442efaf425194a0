import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};
/** CloudFront compresses nothing smaller (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html). */
const SMALLEST_COMPRESSED = 1_000;
const COMPRESSIBLE = /^(text\/|application\/(json|manifest|xml)|image\/svg)/;

type Encoding = 'br' | 'gzip' | 'identity';
type StaticFile = {
  readonly contentType: string;
  readonly etag: string;
  body(encoding: Encoding): Promise<Buffer>;
};
export type StaticFiles = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) => Promise<'answered' | 'not-found'>;

/**
 * The file behind a URL path, or undefined when the path leads out of the folder or is malformed. A folder stands for its
 * `index.html`.
 */
export function filePath(root: string, urlPath: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (/[\0\\]/.test(path) || path.split('/').some((part) => part.startsWith('.') && part !== '.well-known'))
    return undefined;
  const file = resolve(root, `.${path.endsWith('/') ? `${path}index.html` : path}`);
  return file.startsWith(resolve(root) + sep) ? file : undefined;
}

/** Serves the built site the way CloudFront does: compressed, with an ETag, and for GET and HEAD alone. */
export function staticFiles(root: string): StaticFiles {
  const known = new Map<string, { modified: number; file: StaticFile }>();

  async function read(path: string): Promise<StaticFile | 'folder' | undefined> {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) return 'folder';
    if (!found?.isFile()) return undefined;
    const before = known.get(path);
    if (before?.modified === found.mtimeMs) return before.file;
    const file = await loaded(path);
    known.set(path, { modified: found.mtimeMs, file });
    return file;
  }

  return async (request, response, urlPath) => {
    const path = filePath(root, urlPath);
    const file = path === undefined ? undefined : await read(path);
    if (path !== undefined && file === 'folder') {
      // not the path as asked: `//console` would lead to another host
      response
        .writeHead(301, { location: `/${relative(root, path).split(sep).map(encodeURIComponent).join('/')}/` })
        .end();
      return 'answered';
    }
    const missing = file ? undefined : await read(join(root, '404.html'));
    if (file && file !== 'folder') await send(request, response, file, 200);
    else if (missing && missing !== 'folder') await send(request, response, missing, 404);
    else return 'not-found';
    return 'answered';
  };
}

async function loaded(path: string): Promise<StaticFile> {
  const content = await readFile(path);
  const contentType = CONTENT_TYPES[extname(path)] ?? 'application/octet-stream';
  const compressed = new Map<Encoding, Promise<Buffer>>();
  const worthwhile = content.length >= SMALLEST_COMPRESSED && COMPRESSIBLE.test(contentType);
  return {
    contentType,
    etag: `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`,
    async body(encoding) {
      if (!worthwhile || encoding === 'identity') return content;
      const body = compressed.get(encoding) ?? compress(content, encoding);
      compressed.set(encoding, body);
      return body;
    },
  };
}

const compress = (content: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> =>
  encoding === 'br' ? promisify(brotliCompress)(content) : promisify(gzip)(content);

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
  status: 200 | 404,
): Promise<void> {
  response.setHeader('etag', file.etag).setHeader('cache-control', 'no-cache').setHeader('vary', 'accept-encoding');
  if (status === 200 && request.headers['if-none-match']?.split(/\s*,\s*/).includes(file.etag)) {
    response.writeHead(304).end();
    return;
  }
  const encoding = preferred(request.headers['accept-encoding']);
  const [body, plain] = await Promise.all([file.body(encoding), file.body('identity')]);
  if (body !== plain) response.setHeader('content-encoding', encoding);
  response.writeHead(status, { 'content-type': file.contentType, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function preferred(accepted: string | string[] | undefined): Encoding {
  const names = String(accepted ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase());
  const accepts = (name: string): boolean =>
    names.some((each) => each === name || (each.startsWith(`${name};`) && !/q=0(\.0*)?$/.test(each)));
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : 'identity';
}
