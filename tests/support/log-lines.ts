import { vi } from 'vitest';

/** Everything that goes to the log from now on, a line each. `vi.restoreAllMocks()` ends it. */
export function watchLog(): string[] {
  const lines: string[] = [];
  const write = (chunk: string | Uint8Array): boolean => {
    lines.push(...String(chunk).split('\n').filter(Boolean));
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(write);
  vi.spyOn(process.stderr, 'write').mockImplementation(write);
  return lines;
}
