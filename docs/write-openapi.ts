/**
 * `npm run docs:openapi` writes the OpenAPI document from the contracts and the routes: `shared/contracts/openapi.json` to read, and the same
 * packed for the function that answers with it, whose start a document of 40 KB would slow.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '#shared/contracts/openapi.ts';
import { packed } from './pack-openapi.ts';

const json = JSON.stringify(openApiDocument());
const at = (path: string): string => join(import.meta.dirname, '..', path);
writeFileSync(at('shared/contracts/openapi.json'), `${json}\n`);
writeFileSync(at('functions/report/openapi-packed.lazy.ts'), packed(json));
