import { expect, it } from 'vitest';
import { aSubmission, submitted } from './support/api.ts';
import { inShort, mailsAbout, mailsSent } from './support/mailbox.ts';
import type { Town } from './support/town.ts';

/** Feijenoord's partner has a first mailbox that refuses everything. */
export const bouncedMail = (town: Town): void =>
  it('goes to the second mailbox when the first one refuses the mail', async () => {
    const reference = await submitted(town, aSubmission({ address: { postcode: '3071AB', houseNumber: 3 } }));
    await mailsSent(town, reference, 2, 30_000);
    expect((await mailsAbout(town, reference)).map(inShort)).toEqual([
      'notify-1-owner-first bounce@simulator.amazonses.com',
      'notify-1-owner-second signalen@dezwaan.example',
    ]);
  });
