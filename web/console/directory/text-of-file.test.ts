import { expect, it } from 'vitest';
import { textOfFile } from './text-of-file.ts';

it.each([
  ['UTF-8', new TextEncoder().encode('3011;Café')],
  ['what Excel saves on Windows', Uint8Array.from([...'3011;Caf'].map((one) => one.charCodeAt(0)).concat(0xe9))],
])('reads %s', async (_what, bytes) => {
  expect(await textOfFile(new Blob([bytes]))).toBe('3011;Café');
});
