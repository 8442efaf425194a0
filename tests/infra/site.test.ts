import { describe, expect, it } from 'vitest';
import { SITE_HEADERS } from '#shared/contracts/site-headers.ts';
import { municipalityStacks } from '../../infra/stacks/municipality-stacks.ts';
import { production, propertiesOf, synthesise, testApp } from './synthesise.ts';

const { web } = synthesise(production());
const distribution = propertiesOf(web, 'AWS::CloudFront::Distribution')[0]?.properties.DistributionConfig;

describe('the site', () => {
  it('answers with the headers that the local server has', () => {
    const [policy] = propertiesOf(web, 'AWS::CloudFront::ResponseHeadersPolicy');
    const config = policy?.properties.ResponseHeadersPolicyConfig;
    expect(config.SecurityHeadersConfig).toEqual({
      ContentSecurityPolicy: { ContentSecurityPolicy: SITE_HEADERS['content-security-policy'], Override: true },
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ReferrerPolicy: { Override: true, ReferrerPolicy: 'no-referrer' },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: true, Override: true },
    });
    expect(
      config.CustomHeadersConfig.Items.map(({ Header, Value, Override }: Record<string, unknown>) => [
        Header,
        Value,
        Override,
      ]),
    ).toEqual(
      ['cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy'].map((name) => [
        name,
        SITE_HEADERS[name],
        true,
      ]),
    );
    for (const behaviour of [distribution.DefaultCacheBehavior, ...distribution.CacheBehaviors]) {
      expect(behaviour.ResponseHeadersPolicyId).toEqual({ Ref: policy?.id });
    }
  });

  it('refuses old TLS', () => {
    expect(distribution.ViewerCertificate.MinimumProtocolVersion).toBe('TLSv1.2_2021');
    expect(distribution.Aliases).toEqual(['omzien.rotterdam.nl']);
  });

  it('never caches the API, and passes on everything but the host name', () => {
    expect(distribution.CacheBehaviors).toHaveLength(1);
    const [api] = distribution.CacheBehaviors;
    expect(api).toMatchObject({
      PathPattern: '/v1/*',
      ViewerProtocolPolicy: 'https-only',
      // Managed-CachingDisabled and Managed-AllViewerExceptHostHeader, by the ids that AWS publishes.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    });
    expect([...api.AllowedMethods].sort()).toEqual(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);
  });

  it('reads the bucket through origin access control, and nobody else does', () => {
    const [bucket] = propertiesOf(web, 'AWS::S3::Bucket');
    expect(bucket?.properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(bucket?.properties.BucketEncryption.ServerSideEncryptionConfiguration).toEqual([
      { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
    ]);
    const [policy] = propertiesOf(web, 'AWS::S3::BucketPolicy');
    const statements = policy?.properties.PolicyDocument.Statement.map(
      ({ Effect, Principal, Action }: { Effect: string; Principal: Record<string, unknown>; Action: unknown }) =>
        `${Effect} ${Object.keys(Principal)[0]} ${JSON.stringify(Action)}`,
    );
    expect(statements).toEqual([
      'Deny AWS "s3:*"',
      // The CDK's own function that empties the bucket when the stack goes.
      'Allow AWS ["s3:DeleteObject*","s3:GetBucket*","s3:List*","s3:PutBucketPolicy"]',
      'Allow Service "s3:GetObject"',
    ]);
    expect(propertiesOf(web, 'AWS::CloudFront::OriginAccessControl')).toHaveLength(1);
  });

  it('says itself what does not exist, and leaves the 403 and 404 of the API as they are', () => {
    expect(distribution.CustomErrorResponses).toBeUndefined();
    const [requests] = propertiesOf(web, 'AWS::CloudFront::Function');
    expect(distribution.DefaultCacheBehavior.FunctionAssociations).toEqual([
      { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': [requests?.id, 'FunctionARN'] } },
    ]);
    expect(requests?.properties.FunctionCode).toContain('var pages = ["/index.html"];');
    expect(distribution.CacheBehaviors[0].FunctionAssociations).toBeUndefined();
  });

  it('sends security.txt and robots.txt as text with its character set, and everything anew after five minutes', () => {
    const uploads = propertiesOf(web, 'Custom::CDKBucketDeployment').map(
      ({ properties: { Exclude, Include, SystemMetadata, Prune } }) => ({ Exclude, Include, SystemMetadata, Prune }),
    );
    const cache = { 'cache-control': 'public, max-age=300, must-revalidate' };
    expect(uploads).toEqual([
      { Exclude: ['*.txt'], Include: undefined, SystemMetadata: cache, Prune: false },
      {
        Exclude: ['*'],
        Include: ['*.txt'],
        SystemMetadata: { ...cache, 'content-type': 'text/plain; charset=utf-8' },
        Prune: false,
      },
    ]);
  });

  it('keeps no log of who came', () => {
    expect(distribution.Logging).toBeUndefined();
  });

  it('asks for a build when there is none', () => {
    const app = testApp();
    app.node.setContext('aws:cdk:bundling-stacks', ['*-Web']);
    expect(() => municipalityStacks(app, production(), { siteFolder: '/nowhere/web' })).toThrow(
      'There are no pages in /nowhere/web yet: run "npm run build" first.',
    );
  });

  it('is not needed to deploy the other stacks', () => {
    const { web: without } = municipalityStacks(testApp(), production(), { siteFolder: '/nowhere/web' });
    expect(without.stackName).toBe('Omzien-production-Web');
  });
});
