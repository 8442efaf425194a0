import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { SITE_HEADERS } from '#shared/contracts/site-headers.ts';

type SecurityHeader = (value: string) => ResponseSecurityHeadersBehavior;

/** CloudFront has a field of its own for these and refuses them among the custom headers. */
const SECURITY_HEADERS: Readonly<Record<string, SecurityHeader>> = {
  'content-security-policy': (contentSecurityPolicy) => ({
    contentSecurityPolicy: { contentSecurityPolicy, override: true },
  }),
  'referrer-policy': (value) => ({
    referrerPolicy: { referrerPolicy: oneOf(HeadersReferrerPolicy, value), override: true },
  }),
  'strict-transport-security': (value) => ({
    strictTransportSecurity: {
      accessControlMaxAge: Duration.seconds(Number(/max-age=(\d+)/.exec(value)?.[1])),
      includeSubdomains: /includeSubDomains/i.test(value),
      override: true,
    },
  }),
  'x-content-type-options': () => ({ contentTypeOptions: { override: true } }),
  'x-frame-options': (value) => ({ frameOptions: { frameOption: oneOf(HeadersFrameOption, value), override: true } }),
};

/** The one set of headers, in the form that CloudFront wants. */
export function siteHeadersPolicy(scope: Construct, id: string): ResponseHeadersPolicy {
  const headers = Object.entries(SITE_HEADERS);
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: Object.assign({}, ...headers.map(([name, value]) => SECURITY_HEADERS[name]?.(value))),
    customHeadersBehavior: {
      customHeaders: headers
        .filter(([name]) => !(name in SECURITY_HEADERS))
        .map(([header, value]) => ({ header, value, override: true })),
    },
  });
}

function oneOf<T extends string>(known: Readonly<Record<string, T>>, value: string): T {
  const found = Object.values(known).find((option) => option === value);
  if (!found) throw new Error(`CloudFront does not know the value "${value}"`);
  return found;
}
