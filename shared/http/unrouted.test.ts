import { describe, expect, it } from 'vitest';
import { anEvent } from '../../tests/support/http.ts';
import { unrouted } from './unrouted.ts';

const asked = (rawPath: string) => {
  const { statusCode, headers } = unrouted({ ...anEvent('$default'), rawPath });
  return [statusCode, headers?.['allow'], headers?.['content-type']];
};

describe('a request that no route takes', () => {
  it.each([
    ['/v1/health', 'GET'],
    ['/v1/signals', 'POST'],
    ['/v1/console/sessions/current', 'GET, DELETE'],
    ['/v1/console/signals/7ZTGRR4CHRXDDCGE/triage', 'POST'],
  ])('is told at %s which methods there are: %s', (path, allowed) => {
    expect(asked(path)).toEqual([405, allowed, 'application/problem+json']);
  });

  it.each(['/v1/health/', '/v1/nothing', '/v1', '/', '/v1/console/signals//triage'])('finds nothing at %s', (path) => {
    expect(asked(path)).toEqual([404, undefined, 'application/problem+json']);
  });
});
