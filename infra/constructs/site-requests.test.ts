import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SITE_HEADERS } from '#shared/contracts/site-headers.ts';
import { pagesIn, siteRequests } from './site-requests.ts';

type Answer =
  | { uri: string }
  | { statusCode: number; headers: Record<string, { value: string }>; body?: { data: string } };

const PAGES = ['/console/index.html', '/index.html', '/privacy.html'];
const NOT_FOUND = '<!DOCTYPE html>\n<title>Deze pagina bestaat niet – "Omzien"</title>\n';
const handler: (event: { request: { uri: string } }) => Answer = new Function(
  `${siteRequests(PAGES, NOT_FOUND)}; return handler`,
)();

const answerTo = (uri: string): Answer => handler({ request: { uri } });

describe('a request for the site', () => {
  it('finds the index document of a folder', () => {
    expect(answerTo('/')).toEqual({ uri: '/index.html' });
    expect(answerTo('/console/')).toEqual({ uri: '/console/index.html' });
  });

  it('finds a page, and leaves scripts and styles to S3', () => {
    for (const uri of ['/privacy.html', '/console/app-1a2b.js', '/.well-known/security.txt']) {
      expect(answerTo(uri)).toEqual({ uri });
    }
  });

  it('is sent to the folder when its slash is missing', () => {
    expect(answerTo('/console')).toEqual({
      statusCode: 301,
      statusDescription: 'Moved Permanently',
      headers: { location: { value: '/console/' } },
    });
  });

  it('hears that a page does not exist, with the headers of every answer', () => {
    for (const uri of [
      '/nowhere',
      '/console/nowhere.html',
      '/console/deeper/',
      '//evil',
      '//evil.example/',
      '/\\evil',
    ]) {
      const answer = answerTo(uri);
      expect(answer).toMatchObject({ statusCode: 404, body: { data: NOT_FOUND } });
      const headers = 'headers' in answer ? answer.headers : {};
      expect(Object.entries(headers).map(([name, { value }]) => [name, value])).toEqual([
        ...Object.entries(SITE_HEADERS),
        ['content-type', 'text/html; charset=utf-8'],
      ]);
      expect(JSON.stringify(answer)).not.toContain('evil');
    }
  });
});

describe('the pages of a built site', () => {
  it('are its pages, from the root', () => {
    const folder = mkdtempSync(join(tmpdir(), 'omzien-site-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, 'console'));
    for (const file of ['index.html', 'console/index.html', 'console/app.js']) writeFileSync(join(folder, file), '');
    expect(pagesIn(folder)).toEqual(['/console/index.html', '/index.html']);
  });
});
