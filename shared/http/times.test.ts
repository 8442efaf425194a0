import { describe, expect, it } from 'vitest';
import { NOW } from '#shared/testing/builders.ts';
import { apiTime, fromApiTime } from './times.ts';

describe('a moment in the API', () => {
  it('is in UTC with whole seconds', () => {
    expect(apiTime(NOW)).toBe('2026-03-03T10:00:00Z');
  });

  it.each(['2026-03-03T10:00:00Z', '2026-03-03T11:00:00+01:00', '2026-03-03T10:00:00.999Z'])(
    'is read from %s',
    (text) => {
      expect(fromApiTime(text)).toBe(NOW);
    },
  );
});
