import { Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { RunbookHeading } from '#shared/domain/runbook.ts';

export type UserAlarmProps = {
  readonly metric: IMetric;
  /** What somebody who uses the service would notice: one sentence for the operator who is woken by it. */
  readonly impact: string;
  readonly runbook: RunbookHeading;
  readonly onAlarm: IAlarmAction;
  /** Rings at this value or above. @default 1 */
  readonly atLeast?: number;
  /** Rings below this value instead, and when nothing is measured at all. */
  readonly below?: number;
};

/** An alarm that says whom it hurts and where the way out is written; its name ends in `/` and that heading. */
export class UserAlarm extends Construct {
  readonly alarm: Alarm;
  readonly impact: string;
  readonly runbook: RunbookHeading;

  constructor(scope: Construct, id: string, props: UserAlarmProps) {
    super(scope, id);
    this.impact = props.impact;
    this.runbook = props.runbook;
    const silent = props.below !== undefined;
    this.alarm = new Alarm(this, 'Alarm', {
      alarmName: `${Stack.of(this).stackName}/${props.runbook}`,
      metric: props.metric,
      alarmDescription: `${props.impact} docs/runbook.md#${props.runbook}`,
      threshold: props.below ?? props.atLeast ?? 1,
      comparisonOperator: silent
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silent ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      evaluationPeriods: 1,
    });
    this.alarm.addAlarmAction(props.onAlarm);
  }
}
