import { Duration } from 'aws-cdk-lib';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { type Advancing, environmentToAdvance, grantAdvance } from './advancing.ts';
import { FailureQueue } from './failure-queue.ts';
import { type CommonProps, ServiceFunction } from './service-function.ts';
import { UserAlarm } from './user-alarm.ts';

/** Follows the stream of the table of signals: what was just written is advanced at once, and not by the sweep. */
export class SignalChanges extends ServiceFunction {
  constructor(scope: Construct, id: string, props: CommonProps & Advancing) {
    const { onAlarm, stores } = props;
    super(scope, id, {
      ...props,
      name: 'signal-changes',
      environment: { ...props.environment, ...environmentToAdvance(props) },
      impact: 'A partner hears of a new signal a minute later than usual, from the sweep.',
      runbook: 'new-signals-are-announced-late',
    });
    grantAdvance(this, props);
    const missed = new FailureQueue(scope, 'MissedChanges', {
      onAlarm,
      impact: 'A change of a signal was skipped; its mail comes from the sweep, a minute late.',
      runbook: 'changes-were-given-up',
    });
    // By default a record that fails is retried until it is a day old and holds up its whole shard:
    // https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html
    stores.signals.grantFollow(this.role);
    this.lambda.addEventSourceMapping('Changes', {
      eventSourceArn: stores.signals.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // A failing record holds up its shard; the sweep does not wait for it.
      retryAttempts: 3,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(missed.queue),
    });
    new UserAlarm(scope, 'ChangesRunBehind', {
      onAlarm,
      atLeast: Duration.minutes(5).toMilliseconds(),
      metric: this.lambda.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(5) }),
      impact: 'Mails about new signals run minutes behind.',
      runbook: 'changes-run-behind',
    });
    // What fails in a batch is no error of the function.
    new UserAlarm(scope, 'ChangesFail', {
      onAlarm,
      atLeast: 5,
      metric: this.counted('ChangeFailed', Duration.minutes(5)),
      impact: 'Mails about some signals come a minute late, from the sweep, if it can do what the stream could not.',
      runbook: 'changes-fail-one-by-one',
    });
    new UserAlarm(scope, 'RemovedByTimeToLive', {
      onAlarm,
      metric: this.counted('TtlRemovedSignal', Duration.minutes(5)),
      impact:
        'A signal stayed a week longer than was promised to the resident, and left without its fact and audit line.',
      runbook: 'a-signal-outlived-its-promise',
    });
  }
}
