import {
  ActionAfterCompletion,
  ConflictException,
  CreateScheduleCommand,
  FlexibleTimeWindowMode,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { dateOf, type EpochSeconds } from '#shared/domain/time.ts';
import type { WakeUp } from '#shared/ports/wake-up.ts';

export type WakeUpTarget = {
  readonly group: string;
  /** The function that runs `advance`, the role in which the scheduler calls it, and the queue of what could not be delivered. */
  readonly targetArn: string;
  readonly roleArn: string;
  readonly deadLetterArn: string;
};

/** After this long the sweep has done it many times over. */
const GIVE_UP_AFTER_SECONDS = 900;
const MAX_RETRIES = 5;

/**
 * One-off schedules that are made and never changed. The name is made of the signal and the moment, so asking twice is asking once; a moment
 * that was given up later finds nothing to do. Changing or deleting one from inside its own run would race with its removal.
 */
export const schedulerWakeUp = (client: SchedulerClient, target: WakeUpTarget): WakeUp => ({
  async wakeAt(id, at) {
    const command = new CreateScheduleCommand({
      Name: `${id}-${at}`,
      GroupName: target.group,
      ScheduleExpression: `at(${withoutZone(at)})`,
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: FlexibleTimeWindowMode.OFF },
      ActionAfterCompletion: ActionAfterCompletion.DELETE,
      Target: {
        Arn: target.targetArn,
        RoleArn: target.roleArn,
        Input: JSON.stringify({ job: 'advance', signalId: id }),
        RetryPolicy: { MaximumEventAgeInSeconds: GIVE_UP_AFTER_SECONDS, MaximumRetryAttempts: MAX_RETRIES },
        DeadLetterConfig: { Arn: target.deadLetterArn },
      },
    });
    await client.send(command).catch((fault: unknown) => {
      if (!(fault instanceof ConflictException)) throw fault;
    });
  },
});

/** `2026-03-03T10:00:00`: the zone is a parameter of its own. */
const withoutZone = (at: EpochSeconds): string => dateOf(at).toISOString().slice(0, 19);
