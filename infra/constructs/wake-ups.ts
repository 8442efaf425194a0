import { ArnFormat, Duration, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import { Grant, type IRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  type IScheduleTarget,
  Schedule,
  ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

type WakeUpsProps = {
  /** The clock function. A name and not the function: the function's environment holds this ARN itself. */
  readonly clockArn: string;
  readonly givenUp: IQueue;
};

/** Everything that wakes the clock: the sweep of every minute, the day's work, and the moments that signals ask for at run time. */
export class WakeUps extends Construct {
  /** What `advance` needs to ask for a moment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly groupName: string;
  private readonly group: ScheduleGroup;
  private readonly role: Role;
  private readonly props: WakeUpsProps;

  constructor(scope: Construct, id: string, props: WakeUpsProps) {
    super(scope, id);
    this.props = props;
    this.group = new ScheduleGroup(this, 'Group');
    this.role = new Role(this, 'Role', {
      description: 'Lets schedules of this group call the clock, and nothing else',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: {
            'aws:SourceAccount': Stack.of(this).account,
            'aws:SourceArn': this.group.scheduleGroupArn,
          },
        },
      }),
    });
    this.role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [props.clockArn] }));
    this.role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [props.givenUp.queueArn] }));

    this.groupName = this.group.scheduleGroupName;
    this.environment = {
      SCHEDULE_GROUP: this.group.scheduleGroupName,
      SCHEDULE_TARGET_ARN: props.clockArn,
      SCHEDULE_ROLE_ARN: this.role.roleArn,
      SCHEDULE_DEAD_LETTER_ARN: props.givenUp.queueArn,
    };
  }

  /** Starts the regular schedules, once the clock is there: a schedule that finds nobody would fill the queue of failures. */
  start(clock: IFunction): void {
    const sweep = new Schedule(this, 'Sweep', {
      description: 'Looks every minute for signals whose next moment has come',
      scheduleGroup: this.group,
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      // Scheduler need not try again: the next minute does.
      target: this.clock({ job: 'sweep' }, { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 }),
    });
    const daily = new Schedule(this, 'Daily', {
      description: 'Mails the coordinator what is late, when something is',
      scheduleGroup: this.group,
      schedule: ScheduleExpression.cron({ minute: '0', hour: '6', timeZone: TimeZone.of('Europe/Amsterdam') }),
      target: this.clock({ job: 'daily' }, { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 3600 }),
    });
    const books = new Schedule(this, 'Books', {
      description: 'Proves at night that no signal was lost, forgotten or came back',
      scheduleGroup: this.group,
      schedule: ScheduleExpression.cron({ minute: '30', hour: '3', timeZone: TimeZone.of('Europe/Amsterdam') }),
      target: this.clock({ job: 'books' }, { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 3600 }),
    });
    sweep.node.addDependency(clock);
    books.node.addDependency(clock);
    daily.node.addDependency(clock);
  }

  /** `advance` asks for a one-off schedule. It never changes or deletes one: completed schedules delete themselves. */
  grantWakeAt(to: IRole): void {
    const schedules = Stack.of(this).formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: `${this.group.scheduleGroupName}/*`,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    Grant.addToPrincipal({ grantee: to, actions: ['scheduler:CreateSchedule'], resourceArns: [schedules] });
    Grant.addToPrincipal({
      grantee: to,
      actions: ['iam:PassRole'],
      resourceArns: [this.role.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
    });
    const { region, account } = Stack.of(this);
    Validations.of(to).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:scheduler:${region}:${account}:schedule/${this.groupName}/*]`,
      reason:
        'A schedule is named after the signal and its moment, so its name exists only at run time. The group is our own.',
    });
  }

  private clock(
    input: { job: 'sweep' | 'daily' | 'books' },
    retryPolicy: { maximumRetryAttempts: number; maximumEventAgeInSeconds: number },
  ): IScheduleTarget {
    return {
      bind: () => ({
        arn: this.props.clockArn,
        role: this.role,
        input: ScheduleTargetInput.fromObject(input),
        deadLetterConfig: { arn: this.props.givenUp.queueArn },
        retryPolicy,
      }),
    };
  }
}
