import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import { EventField, Match, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type Advancing, environmentToAdvance, grantAdvance } from './advancing.ts';
import { FailureQueue } from './failure-queue.ts';
import { type CommonProps, ServiceFunction } from './service-function.ts';
import { UserAlarm } from './user-alarm.ts';
import { WakeUps } from './wake-ups.ts';

/** Does what time asks for: the moments of signals, the sweep of every minute, the work of a day, and the books of the night. */
export class Clock extends ServiceFunction {
  readonly wakeUps: WakeUps;

  constructor(scope: Construct, id: string, props: CommonProps & Omit<Advancing, 'wakeUps'>) {
    const { municipality, onAlarm, stores } = props;
    // A function cannot hold its own ARN in its environment (CloudFormation calls that circular), so the clock has a fixed name.
    const physicalName = `Omzien-${municipality}-Clock`;
    const clockArn = Stack.of(scope).formatArn({
      service: 'lambda',
      resource: 'function',
      resourceName: physicalName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const { queue: missed } = new FailureQueue(scope, 'MissedWakeUps', {
      onAlarm,
      impact: 'A reminder, an escalation or an erasure may come a few minutes late.',
      runbook: 'wake-ups-were-given-up',
    });
    const wakeUps = new WakeUps(scope, 'WakeUps', { clockArn, givenUp: missed });
    const advancing = { ...props, wakeUps };
    super(scope, id, {
      ...props,
      name: 'clock',
      physicalName,
      environment: { ...props.environment, ...environmentToAdvance(advancing) },
      givenUp: missed,
      impact: 'Reminders, escalations, erasures or the daily mail of the coordinator may come late.',
      runbook: 'the-clock-fails',
    });
    this.wakeUps = wakeUps;
    grantAdvance(this, advancing);
    wakeUps.start(this.lambda);
    stores.signals.grantSweep(this.lambda);
    stores.signals.grantDigest(this.lambda);
    stores.signals.grantCountAll(this.lambda);
    stores.statistics.grantReadBooks(this.lambda);
    stores.access.grantDoOncePerDay(this.lambda);
    stores.access.grantReadJobs(this.lambda);
    this.watch(scope, onAlarm);
    this.noteAlarms(scope, missed);
    // The books of the night name what they cannot explain; each kind is another thing to do.
    for (const [metricName, said] of Object.entries(DIFFERENCES))
      new UserAlarm(scope, metricName, { ...said, onAlarm, metric: this.counted(metricName, Duration.hours(1)) });
  }

  private watch(scope: Construct, onAlarm: IAlarmAction): void {
    const within = Duration.minutes(10);
    // Nothing else notices that the sweep stopped, and every promise about time rests on it. Calls of the clock say nothing: schedules, and this
    // very alarm, call it too.
    new UserAlarm(scope, 'ClockStandsStill', {
      onAlarm,
      below: 1,
      metric: this.counted('Swept', within),
      impact: 'No reminder, escalation or erasure happens any more: residents wait and nobody is told.',
      runbook: 'the-clock-stands-still',
    });
    new UserAlarm(scope, 'SignalsStuck', {
      onAlarm,
      atLeast: 5,
      metric: this.counted('SweepFailed', within),
      impact: 'A signal gets no further: nobody is told of it, reminded of it, and it does not end.',
      runbook: 'a-signal-gets-no-further',
    });
    // A mail that the stream could not hand over is tried again by the clock within minutes, and again.
    new UserAlarm(scope, 'MailStands', {
      onAlarm,
      atLeast: 3,
      metric: this.counted('MailNotHandedOver', within),
      impact:
        'Mail does not go out: partners and the coordinator hear of nothing, and only the console shows what waits.',
      runbook: 'mail-does-not-go-out',
    });
  }

  /** Which alarms ring stands on the coordinator's page too: a mail to the operator may be on holiday. */
  private noteAlarms(scope: Construct, missed: IQueue): void {
    new Rule(scope, 'AlarmChanges', {
      description: 'An alarm rings or has stopped',
      eventPattern: {
        source: ['aws.cloudwatch'],
        detailType: ['CloudWatch Alarm State Change'],
        detail: { alarmName: Match.prefix(`${Stack.of(scope).stackName}/`) },
      },
      targets: [
        new LambdaFunction(this.lambda, {
          event: RuleTargetInput.fromObject({
            job: 'alarm',
            name: EventField.fromPath('$.detail.alarmName'),
            state: EventField.fromPath('$.detail.state.value'),
            at: EventField.fromPath('$.time'),
          }),
          deadLetterQueue: missed,
        }),
      ],
    });
  }
}

/** By the names of their metrics (shared/runtime/metrics.ts). */
const DIFFERENCES = {
  SignalLost: {
    impact: 'A signal that somebody passed on is gone, and was neither erased nor has it expired: nobody will visit.',
    runbook: 'a-signal-is-lost',
  },
  SignalGoneEarly: {
    impact: 'A closed signal is gone before its day: it cannot be opened again, and nobody can be told what was done.',
    runbook: 'a-closed-signal-is-gone-early',
  },
  SignalUnrecorded: {
    impact: 'A signal is missing in the figures; the resident and the partner notice nothing.',
    runbook: 'a-signal-is-not-in-the-figures',
  },
  SignalReturned: {
    impact: 'A resident whose data were erased is in the system again.',
    runbook: 'an-erased-signal-came-back',
  },
  FactsLost: {
    impact:
      'The figures hold fewer signals than yesterday, and a signal that is lost with its fact would not be missed.',
    runbook: 'the-figures-lost-signals',
  },
} as const;
