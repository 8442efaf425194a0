import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type IAlarmAction, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { RunbookHeading } from '#shared/domain/runbook.ts';
import { codeOf, type FunctionName } from './function-code.ts';
import type { Stores } from './stores.ts';
import { UserAlarm } from './user-alarm.ts';

/** What every function of a deployment is made with. */
export type CommonProps = {
  /** The deployment's slug: keeps the metrics of two municipalities in one account apart. */
  readonly municipality: string;
  /** What every function knows: its settings, and the names of the tables. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stores: Stores;
  readonly onAlarm: IAlarmAction;
};

type ServiceFunctionProps = Omit<CommonProps, 'stores'> & {
  /** The folder under functions/. */
  readonly name: FunctionName;
  /** What somebody who uses the service would notice when this function fails. */
  readonly impact: string;
  readonly runbook: RunbookHeading;
  /** For a function that AWS calls asynchronously: where an event goes after its last retry. */
  readonly givenUp?: IQueue;
  /** Only for a function that must know its own ARN, see clock.ts. */
  readonly physicalName?: string;
};

/**
 * How every function of Omzien is built, logged and watched. Each has a class of its own, with its queue, its alarms and its grants. What it brings
 * along stands beside it in the stack: an alarm has a name of its own, and CloudFormation refuses to make one again under another logical id.
 */
export abstract class ServiceFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly role: Role;
  /** The dimension `service` of the metrics that the function writes itself. */
  private readonly metricsService: string;

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
    this.lambda = new LambdaFunction(this, 'Function', {
      ...(props.physicalName && { functionName: props.physicalName }),
      code: codeOf(props.name),
      handler: 'index.handler',
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
    });
    new UserAlarm(this, 'Errors', {
      impact: props.impact,
      runbook: props.runbook,
      onAlarm: props.onAlarm,
      metric: this.lambda.metricErrors({ statistic: 'Sum', period: Duration.minutes(5) }),
    });
  }

  /** What the function counts itself (shared/runtime/metrics.ts). */
  protected counted(metricName: string, period: Duration): Metric {
    const dimensionsMap = { service: this.metricsService };
    return new Metric({ namespace: METRICS_NAMESPACE, metricName, dimensionsMap, statistic: 'Sum', period });
  }
}

const METRICS_NAMESPACE = 'Omzien';
