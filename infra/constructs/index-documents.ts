import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/**
 * `/` and `/console/` are folders, and behind origin access control S3 knows only objects. `/console` becomes `/console/`, so that
 * the page's own relative links work. Plain JavaScript: it runs at CloudFront, not here.
 */
export const INDEX_DOCUMENTS = `function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (last === '') {
    request.uri += 'index.html';
    return request;
  }
  // Plain names only: a redirect to what starts with // or /\\ would lead to another site.
  if (!/^(\\/[a-z0-9-]+)+$/.test(request.uri)) return request;
  return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: request.uri + '/' } } };
}`;

export const indexDocuments = (scope: Construct, id: string): EdgeFunction =>
  new EdgeFunction(scope, id, {
    comment: 'Finds the index document of a folder',
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(INDEX_DOCUMENTS),
  });
