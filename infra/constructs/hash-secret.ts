import { Validations } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { type Protection, removalPolicyOf } from './table-props.ts';

/** The key of the console's HMACs: of sign-in codes, of addresses. */
export class HashSecret extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, props: { protection: Protection }) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Key of the HMACs of Omzien',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: removalPolicyOf(props.protection),
    });
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'A rotated key no longer finds what the old one hashed. It leaves Secrets Manager only for the functions that may read it.',
    });
  }

  /** Where a function finds it. */
  get environment(): Readonly<Record<string, string>> {
    return { SECRET_ID: this.secret.secretArn };
  }

  /** At run time: a value in the environment of a function would show in its configuration. */
  grantRead(to: IGrantable): void {
    Grant.addToPrincipal({
      grantee: to,
      actions: ['secretsmanager:GetSecretValue'],
      resourceArns: [this.secret.secretArn],
    });
  }
}
