import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Charset, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type RunbookHeading, UserAlarm } from './user-alarm.ts';

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const ROOT = pathOf('../../');

export type FunctionName = 'report' | 'console' | 'signal-changes' | 'clock' | 'mail-feedback';

export type ServiceFunctionProps = {
  /** The folder under functions/. */
  readonly name: FunctionName;
  /** The deployment's slug: keeps the metrics of two municipalities in one account apart. */
  readonly municipality: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What somebody who uses the service would notice when this function fails. */
  readonly impact: string;
  readonly runbook: RunbookHeading;
  readonly onAlarm: IAlarmAction;
  /** For a function that AWS calls asynchronously: where an event goes after its last retry. */
  readonly givenUp?: IQueue;
  /** Only for a function that must know its own ARN, see service-stack.ts. */
  readonly physicalName?: string;
};

/** How every function of Omzien is built, logged and watched. */
export class ServiceFunction extends Construct {
  readonly lambda: NodejsFunction;
  readonly role: Role;
  /** The dimension `service` of the metrics that the function writes itself. */
  readonly metricsService: string;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    this.metricsService = `${props.municipality}-${props.name}`;
    // A week, like the queues and the restorable past of the signals: what is forgotten leaves no trace for longer.
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.ONE_WEEK,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    // Instead of AWSLambdaBasicExecutionRole, which may write to every log group and make new ones without retention.
    logGroup.grantWrite(this.role);
    this.lambda = new NodejsFunction(this, 'Function', {
      ...(props.physicalName && { functionName: props.physicalName }),
      entry: `${ROOT}functions/${props.name}/index.ts`,
      projectRoot: ROOT,
      depsLockFilePath: `${ROOT}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(30),
      logGroup,
      role: this.role,
      environment: {
        ...props.environment,
        POWERTOOLS_SERVICE_NAME: this.metricsService,
        POWERTOOLS_METRICS_NAMESPACE: METRICS_NAMESPACE,
      },
      ...(props.givenUp && {
        retryAttempts: 2,
        maxEventAge: Duration.hours(1),
        onFailure: new SqsDestination(props.givenUp),
      }),
      bundling: {
        // Measured: CJS, minified, SDK bundled in from its ES modules starts in 0.61 of the time of a bare handler with the
        // SDK of the runtime; the environment-only credentials bring it to 0.43.
        format: OutputFormat.CJS,
        target: 'node24',
        mainFields: ['module', 'main'],
        minify: true,
        sourceMap: false,
        charset: Charset.UTF8,
        // No AWS service that we call streams events. The SDK would load that part only then, but ties half of itself to it in the bundle.
        externalModules: ['@smithy/core/event-streams'],
        esbuildArgs: { '--alias:@aws-sdk/credential-provider-node': pathOf('./environment-credentials.ts') },
      },
    });
    new UserAlarm(this, 'Errors', {
      impact: props.impact,
      runbook: props.runbook,
      onAlarm: props.onAlarm,
      metric: this.lambda.metricErrors({ statistic: 'Sum', period: Duration.minutes(5) }),
    });
  }
}

export const METRICS_NAMESPACE = 'Omzien';
