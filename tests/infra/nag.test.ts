import { type App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { municipalityStacks } from '../../infra/stacks/municipality-stacks.ts';
import { builtSite, demo, production, testApp } from './synthesise.ts';

/** Throws what AWS Solutions finds wrong and nobody has given a reason for. */
function synthesiseChecked(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
}

/** Which rules are overruled, and where, without the resource that a finding names. */
function overruledIn(root: IConstruct): string[] {
  const overruled = root.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries<string>(data))
      .map(([rule, reason]) => {
        expect(reason.length).toBeGreaterThan(40);
        return `${construct.node.path} ${/AwsSolutions-(\w+)/.exec(rule)?.[1]}`;
      }),
  );
  return [...new Set(overruled)].sort();
}

/** The function with which the CDK itself copies the pages. */
const UPLOAD = 'Omzien-production-Web/Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiB';

describe('cdk-nag', () => {
  it('finds nothing in what a municipality deploys', () => {
    const app = testApp();
    municipalityStacks(app, production(), { siteFolder: builtSite() });
    expect(() => synthesiseChecked(app)).not.toThrow();
  });

  it('finds nothing in the demo', () => {
    const app = testApp();
    municipalityStacks(app, demo(), { siteFolder: builtSite() });
    expect(() => synthesiseChecked(app)).not.toThrow();
  });

  it('would find a careless bucket', () => {
    const app = testApp();
    new Bucket(new Stack(app, 'Careless'), 'Bucket');
    expect(() => synthesiseChecked(app)).toThrow('AwsSolutions-S10');
  });

  it('is overruled in a few places, each time with a reason', () => {
    const app = testApp();
    municipalityStacks(app, production(), { siteFolder: builtSite() });
    expect(overruledIn(app)).toEqual([
      'Omzien-production-Data/HashSecret/Secret SMG4',
      'Omzien-production-Service/Clock/Role IAM5',
      'Omzien-production-Service/MissedChanges/Queue SQS3',
      'Omzien-production-Service/MissedMailEvents/Queue SQS3',
      'Omzien-production-Service/MissedWakeUps/Queue SQS3',
      'Omzien-production-Service/PublicApi/Api APIG4',
      'Omzien-production-Service/RegisterKeys/Secret SMG4',
      'Omzien-production-Service/SignalChanges/Role IAM5',
      `${UPLOAD} L1`,
      `${UPLOAD}/ServiceRole IAM4`,
      `${UPLOAD}/ServiceRole IAM5`,
      'Omzien-production-Web/Distribution CFR1',
      'Omzien-production-Web/Distribution CFR2',
      'Omzien-production-Web/Distribution CFR3',
      'Omzien-production-Web/Site S1',
    ]);
  });
});
