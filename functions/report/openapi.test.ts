import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { OPENAPI_PACKED } from './openapi-packed.lazy.ts';

describe('the packed OpenAPI document', () => {
  it('is the one that people read; else run `npm run docs:openapi`', () => {
    const readable = readFileSync(join(import.meta.dirname, '../../shared/contracts/openapi.json'), 'utf8');
    expect(gunzipSync(Buffer.from(OPENAPI_PACKED, 'base64')).toString('utf8')).toBe(readable.trim());
  });
});
