import { gzipSync } from 'node:zlib';

/** A module with the document in it: gzip, base64. The operating system that gzip notes in its tenth byte is left out, so that every machine writes the same. */
export function packed(json: string): string {
  const bytes = gzipSync(json, { level: 9 });
  bytes[9] = 255;
  return `/** The OpenAPI document, gzip in base64. Written by \`npm run docs:openapi\`. */
export const OPENAPI_PACKED =
  '${bytes.toString('base64')}';
`;
}
