import { describe, expect, it } from 'vitest';
import { SITE_HEADERS } from './site-headers.ts';

describe('the headers of every answer', () => {
  it('allow a page nothing but its own files', () => {
    expect(SITE_HEADERS['content-security-policy']?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      "manifest-src 'self'",
    ]);
  });

  it('lend a page nothing of the device', () => {
    expect(
      SITE_HEADERS['permissions-policy']?.split(', ').filter((permission) => !/^[a-z-]+=\(\)$/.test(permission)),
    ).toEqual([]);
  });

  it('keep the page to itself and to TLS', () => {
    const { 'content-security-policy': _policy, 'permissions-policy': _permissions, ...others } = SITE_HEADERS;
    expect(others).toEqual({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });
});
