import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { SITE_HEADERS } from '#shared/contracts/site-headers.ts';

/** What the local server shows too. */
const NOT_FOUND_FILE = '404.html';

/**
 * What CloudFront does before it asks S3, which behind origin access control knows objects and no folders:
 * - `/` and `/console/` get their index document; `/console` goes to `/console/`, so that relative links work;
 * - a page that the site does not have gets a page that says so. An error response of CloudFront would hold for the API too, and replace its
 *   answers with the status 403 or 404. Scripts and styles are not checked: during a deploy, pages of before still ask for theirs.
 * Plain JavaScript: it runs at CloudFront, not here. Paths are compared and never repeated, so no visitor is sent to another site.
 */
export const siteRequests = (
  pages: readonly string[],
  notFound: string,
): string => `var pages = ${JSON.stringify(pages)};
function handler(event) {
  var request = event.request;
  var uri = request.uri;
  if (pages.indexOf(uri) >= 0 || /\\.(?!html$)[a-z0-9]+$/.test(uri)) return request;
  if (pages.indexOf(uri + 'index.html') >= 0) {
    request.uri = uri + 'index.html';
    return request;
  }
  var folder = pages.indexOf(uri + '/index.html');
  if (folder >= 0) {
    return {
      statusCode: 301,
      statusDescription: 'Moved Permanently',
      headers: { location: { value: pages[folder].slice(0, -'index.html'.length) } }
    };
  }
  return {
    statusCode: 404,
    statusDescription: 'Not Found',
    headers: ${JSON.stringify(headersOf({ ...SITE_HEADERS, 'content-type': 'text/html; charset=utf-8' }))},
    body: { encoding: 'text', data: ${JSON.stringify(notFound)} }
  };
}`;

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions */
const MAX_BYTES = 10_240;

export function siteRequestsFunction(scope: Construct, id: string, folder: string): EdgeFunction {
  const file = join(folder, NOT_FOUND_FILE);
  const notFound = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const code = siteRequests(pagesIn(folder), notFound);
  if (Buffer.byteLength(code) > MAX_BYTES)
    throw new Error('The pages of the site and its page for what is not there do not fit in a CloudFront function.');
  return new EdgeFunction(scope, id, {
    comment: 'Finds the file of a path',
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(code),
  });
}

/** `/index.html`, `/console/index.html`, …: every page of a folder as a path of the site. */
export const pagesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => `${entry.parentPath.slice(folder.length)}/${entry.name}`.replaceAll(sep, '/'))
    .sort();

function headersOf(headers: Readonly<Record<string, string>>): Record<string, { value: string }> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]));
}
