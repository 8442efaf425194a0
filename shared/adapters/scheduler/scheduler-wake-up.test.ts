import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { expect, it } from 'vitest';
import { type AwsAnswer, awsAnswers } from '#shared/testing/aws-answers.ts';
import { aSignalId, moment } from '#shared/testing/builders.ts';
import { schedulerWakeUp } from './scheduler-wake-up.ts';

const TARGET = {
  group: 'omzien-demo',
  targetArn: 'arn:aws:lambda:eu-central-1:123456789012:function:clock',
  roleArn: 'arn:aws:iam::123456789012:role/wake',
  deadLetterArn: 'arn:aws:sqs:eu-central-1:123456789012:late',
};

function wakeUp(answer: AwsAnswer) {
  const { settings, requests } = awsAnswers(() => answer);
  return { wakeUp: schedulerWakeUp(new SchedulerClient(settings), TARGET), requests };
}
const refusing = (name: string, status: number): AwsAnswer => ({
  status,
  headers: { 'x-amzn-errortype': name, 'content-type': 'application/json' },
  body: '{"Message":"no"}',
});

it('asks for one call at that moment, in UTC, that says nothing but which signal', async () => {
  const { wakeUp: wake, requests } = wakeUp({ body: '{"ScheduleArn":"arn"}' });
  const id = aSignalId();
  const at = moment('2026-07-03T22:30:05Z');
  await wake.wakeAt(id, at);
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ method: 'POST', path: `/schedules/${id}-${at}` });
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
    ActionAfterCompletion: 'DELETE',
    ClientToken: expect.any(String),
    FlexibleTimeWindow: { Mode: 'OFF' },
    GroupName: 'omzien-demo',
    ScheduleExpression: 'at(2026-07-03T22:30:05)',
    ScheduleExpressionTimezone: 'UTC',
    Target: {
      Arn: TARGET.targetArn,
      RoleArn: TARGET.roleArn,
      Input: JSON.stringify({ job: 'advance', signalId: id }),
      RetryPolicy: { MaximumEventAgeInSeconds: 900, MaximumRetryAttempts: 5 },
      DeadLetterConfig: { Arn: TARGET.deadLetterArn },
    },
  });
});

it('keeps to the names that the scheduler takes', () => {
  expect(`${aSignalId()}-${moment('2286-01-01T00:00:00Z')}`).toMatch(/^[0-9a-zA-Z-_.]{1,64}$/);
});

it('takes a call that was asked for already as asked for', async () => {
  const { wakeUp: wake } = wakeUp(refusing('ConflictException', 409));
  await expect(wake.wakeAt(aSignalId(), moment('2026-07-03T22:30:05Z'))).resolves.toBeUndefined();
});

it('passes on every other fault', async () => {
  for (const [name, status] of [
    ['ResourceNotFoundException', 404],
    ['ThrottlingException', 429],
    ['ValidationException', 400],
  ] as const) {
    const { wakeUp: wake } = wakeUp(refusing(name, status));
    await expect(wake.wakeAt(aSignalId(), moment('2026-07-03T22:30:05Z'))).rejects.toMatchObject({ name });
  }
});
