import { Duration, Validations } from 'aws-cdk-lib';
import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { RunbookHeading } from '#shared/domain/runbook.ts';
import { UserAlarm } from './user-alarm.ts';

type FailureQueueProps = {
  readonly impact: string;
  readonly runbook: RunbookHeading;
  readonly onAlarm: IAlarmAction;
};

/** Where work ends that failed every time. It holds ids and pointers, for a week: queues must forget as well. */
export class FailureQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: FailureQueueProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(7),
    });
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself the place where failures end, of a stream, a schedule, a rule or an asynchronous call.',
    });
    new UserAlarm(this, 'Waiting', {
      ...props,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        statistic: 'Maximum',
        period: Duration.minutes(5),
      }),
    });
  }
}
