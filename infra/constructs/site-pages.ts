import { CfnElement, Duration, Stack, Validations } from 'aws-cdk-lib';
import type { IDistributionRef } from 'aws-cdk-lib/aws-cloudfront';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';

type SitePagesProps = {
  /** What `npm run build` made. */
  readonly folder: string;
  readonly bucket: IBucket;
  readonly distribution: IDistributionRef;
};

/** Brings the built pages to the bucket and tells CloudFront to forget the old ones. */
export class SitePages extends Construct {
  constructor(scope: Construct, id: string, props: SitePagesProps) {
    super(scope, id);
    const upload = {
      sources: [Source.asset(props.folder)],
      destinationBucket: props.bucket,
      distribution: props.distribution,
      distributionPaths: ['/*'],
      // A page that was opened before a deploy still asks for its own scripts.
      prune: false,
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.minutes(5)), CacheControl.mustRevalidate()],
      memoryLimit: MEMORY_MB,
    };
    const deployment = new BucketDeployment(this, 'Upload', { ...upload, exclude: ['*.txt'] });
    // RFC 9116 asks for the character set too, which S3 does not guess. Nothing in these files says it, as a page does.
    new BucketDeployment(this, 'UploadTexts', {
      ...upload,
      exclude: ['*'],
      include: ['*.txt'],
      contentType: 'text/plain; charset=utf-8',
    });
    explain(deployment, props.bucket);
  }
}

const MEMORY_MB = 256;

/** The function, its role and its rights are made inside the CDK; it runs during a deploy and touches the pages only. */
function explain(deployment: BucketDeployment, bucket: IBucket): void {
  const stack = Stack.of(deployment);
  const reason =
    'Made by BucketDeployment of the CDK: runs during a deploy only and copies public pages from the CDK bucket to ours.';
  const target = bucket.node.defaultChild;
  const bucketId = CfnElement.isCfnElement(target) ? stack.getLogicalId(target) : '';
  const findings = [
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    'IAM5[Action::s3:Abort*]',
    'IAM5[Action::s3:DeleteObject*]',
    'IAM5[Action::s3:GetBucket*]',
    'IAM5[Action::s3:GetObject*]',
    'IAM5[Action::s3:List*]',
    `IAM5[Resource::<${bucketId}.Arn>/*]`,
    `IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-${stack.account}-${stack.region}/*]`,
    // cloudfront:CreateInvalidation, which has no resources in the version of IAM that BucketDeployment was written for.
    'IAM5[Resource::*]',
  ];
  for (const finding of findings) {
    Validations.of(deployment.handlerRole).acknowledge({ id: `AwsSolutions-${finding}`, reason });
  }
  for (const child of stack.node.children) {
    if (child.node.id.startsWith('Custom::CDKBucketDeployment')) {
      Validations.of(child).acknowledge({ id: 'AwsSolutions-L1', reason: `${reason} The CDK chooses its runtime.` });
    }
  }
}
