import { existsSync } from 'node:fs';
import { CfnOutput, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  FunctionEventType,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { MunicipalityConfig } from '../config.ts';
import { EMULATOR_ACCOUNT } from '../config-production.ts';
import { siteHeadersPolicy } from '../constructs/site-headers-policy.ts';
import { SitePages } from '../constructs/site-pages.ts';
import { siteRequestsFunction } from '../constructs/site-requests.ts';

type WebStackProps = StackProps & {
  readonly config: MunicipalityConfig;
  readonly apiId: string;
  /** What `npm run build` made. */
  readonly siteFolder: string;
};

/** The pages and the API under one origin, so that no page ever asks another site for anything. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, props: WebStackProps) {
    super(scope, id, props);
    const { domain, webAclArn } = props.config.features;
    const hasPages = this.hasPages(props.siteFolder);

    const site = new Bucket(this, 'Site', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // Everything in it can be built again.
      removalPolicy: RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
    });
    // CDK's classes do not fit its own interfaces under exactOptionalPropertyTypes (`isWebsite`).
    const bucket = site as IBucket;
    const responseHeadersPolicy = siteHeadersPolicy(this, 'Headers');
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Omzien ${props.config.slug}`,
      ...(domain && {
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      }),
      ...(webAclArn && { webAclId: webAclArn }),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy,
        ...(hasPages && {
          functionAssociations: [
            {
              eventType: FunctionEventType.VIEWER_REQUEST,
              function: siteRequestsFunction(this, 'Requests', props.siteFolder),
            },
          ],
        }),
      },
      additionalBehaviors: {
        '/v1/*': {
          origin: new HttpOrigin(`${props.apiId}.execute-api.${this.region}.${this.urlSuffix}`, {
            protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
            originSslProtocols: [OriginSslPolicy.TLS_V1_2],
          }),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          // API Gateway finds the API by its own host name.
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy,
        },
      },
    });

    if (hasPages) new SitePages(this, 'Pages', { folder: props.siteFolder, bucket, distribution });
    this.explain(distribution, bucket, { domain: domain !== undefined, webAcl: webAclArn !== undefined });
    new CfnOutput(this, 'DistributionDomainName', { value: distribution.distributionDomainName });
    new CfnOutput(this, 'SiteBucketName', { value: bucket.bucketName });
  }

  private hasPages(siteFolder: string): boolean {
    if (existsSync(siteFolder)) return true;
    // Not needed to deploy the other stacks alone, nor on the emulator, which has no CloudFront to deploy them to.
    if (!this.bundlingRequired || this.account === EMULATOR_ACCOUNT) return false;
    throw new Error(`There are no pages in ${siteFolder} yet: run "npm run build" first.`);
  }

  private explain(distribution: Distribution, bucket: IBucket, has: { domain: boolean; webAcl: boolean }): void {
    const noVisitorLogs = 'A log of who opened the form would hold IP addresses of people who report or seek help.';
    Validations.of(bucket).acknowledge({ id: 'AwsSolutions-S1', reason: noVisitorLogs });
    Validations.of(distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'A worried daughter abroad may report as well as a neighbour.' },
      { id: 'AwsSolutions-CFR3', reason: noVisitorLogs },
    );
    if (!has.webAcl) {
      Validations.of(distribution).acknowledge({
        id: 'AwsSolutions-CFR2',
        reason:
          'Optional (features.webAclArn): API Gateway throttles, and suspected abuse is held for the desk instead of refused.',
      });
    }
    if (!has.domain) {
      Validations.of(distribution).acknowledge({
        id: 'AwsSolutions-CFR4',
        reason: 'Demo only: CloudFront fixes TLSv1 on its own domain name. Production requires features.domain.',
      });
    }
  }
}
