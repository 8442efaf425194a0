import { it } from 'vitest';
import { aTellingSubmission, statusOf, submitted } from './support/api.ts';
import { inShort, mailsAbout, mailsSent } from './support/mailbox.ts';
import type { Town } from './support/town.ts';

export const nobodyActs = (town: Town): void =>
  it.concurrent('reminds once, asks backup and coordinator once each, warns, and lets go of what nobody keeps', async ({
    expect,
  }) => {
    const reference = await submitted(town, aTellingSubmission(town.canary(), false));
    const expected = [
      'notify-1-owner-first signalen@maashoek.example',
      'remind-triage-1-owner-first signalen@maashoek.example',
      'escalate-triage-1-backup-first signalen@delinde.example',
      'escalate-triage-1-coordinator-first coordinator@rotterdam.example',
      'warn-inform-owner-first signalen@maashoek.example',
      'warn-expiry-owner-first signalen@maashoek.example',
    ];
    await mailsSent(town, reference, expected.length, 240_000);
    await expect.poll(() => statusOf(town, reference), { timeout: 60_000, interval: 1_000 }).toBe('unknown');
    expect((await mailsAbout(town, reference)).map(inShort).map(withoutMoment)).toEqual(expected);
  });

/** A warning before expiry is named after the last act that it was counted from. */
const withoutMoment = (mail: string): string => mail.replace(/-\d{10}-/, '-');
