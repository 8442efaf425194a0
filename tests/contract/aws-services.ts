import { GetScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import { schedulerWakeUp } from '#shared/adapters/scheduler/scheduler-wake-up.ts';
import { secretReader } from '#shared/adapters/secrets/secret.ts';
import { sesMailer } from '#shared/adapters/ses/ses-mailer.ts';
import { epochSeconds } from '#shared/domain/time.ts';
import { aSignalId } from '#shared/testing/builders.ts';
import { LOCAL } from './dynamo-stores.ts';

/** The adapters without a suite of their own, against services that answer. What each request holds is tested beside the adapter. */
export function awsServices(endpoint: () => string): void {
  describe('services', () => {
    it('wake a signal once for a moment that was asked for twice', async () => {
      const client = new SchedulerClient({ ...LOCAL, endpoint: endpoint() });
      const wakeUp = schedulerWakeUp(client, {
        group: 'default',
        targetArn: 'arn:aws:lambda:eu-central-1:000000000000:function:clock',
        roleArn: 'arn:aws:iam::000000000000:role/wake',
        deadLetterArn: 'arn:aws:sqs:eu-central-1:000000000000:late',
      });
      const id = aSignalId();
      const at = epochSeconds(Date.now() / 1000 + 3_600);
      await wakeUp.wakeAt(id, at);
      await wakeUp.wakeAt(id, at);
      const schedule = await client.send(new GetScheduleCommand({ Name: `${id}-${at}`, GroupName: 'default' }));
      expect(schedule).toMatchObject({ State: 'ENABLED', ScheduleExpressionTimezone: 'UTC' });
      expect(JSON.parse(schedule.Target?.Input ?? '')).toEqual({ job: 'advance', signalId: id });
    });

    it('hand over a mail as it was written', async () => {
      const mailer = sesMailer(new SESClient({ ...LOCAL, endpoint: endpoint() }), {
        from: 'omzien@gemeente.example',
        configurationSet: 'omzien',
      });
      const subject = 'Eén signaal – <Oude Noorden>';
      const mail = { to: 'anna@welzijn.example', subject, text: 'Lieve groet, Zoë', html: '<p>Lieve groet, Zoë</p>' };
      expect(await mailer.send(mail)).toBe('sent');
      const inbox = await (await fetch(`${endpoint()}/_ministack/ses/messages`)).text();
      expect(inbox).toContain('anna@welzijn.example');
      expect(JSON.stringify(JSON.parse(inbox))).toContain(subject);
    });

    it('give out a secret', async () => {
      const client = new SecretsManagerClient({ ...LOCAL, endpoint: endpoint() });
      const SecretString = 'k'.repeat(64);
      const { ARN = '' } = await client.send(new CreateSecretCommand({ Name: 'hash-secret', SecretString }));
      expect(await secretReader(ARN, client)()).toBe(SecretString);
    });
  });
}
