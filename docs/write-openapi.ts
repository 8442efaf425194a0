/** `node docs/write-openapi.ts` writes `shared/contracts/openapi.json` from the contracts and the routes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '#shared/contracts/openapi.ts';

writeFileSync(join(import.meta.dirname, '../shared/contracts/openapi.json'), `${JSON.stringify(openApiDocument())}\n`);
