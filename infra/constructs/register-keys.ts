import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/**
 * The keys of the registers, as JSON: `{ "bag": "…", "brp": "…" }`. Made without any; the operator puts them in (docs/operators.md), and a later
 * deployment leaves them alone.
 */
export class RegisterKeys extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Keys of the registers that Omzien asks about an address',
      generateSecretString: { secretStringTemplate: '{}', generateStringKey: 'none-yet', passwordLength: 32 },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The registers hand these keys out and decide when they change; the operator puts a new one in.',
    });
  }

  /** At run time, by those who ask: a value in the environment of a function would show in its configuration. */
  grantRead(to: IGrantable): void {
    Grant.addToPrincipal({
      grantee: to,
      actions: ['secretsmanager:GetSecretValue'],
      resourceArns: [this.secret.secretArn],
    });
  }
}
