import { it } from 'vitest';
import demo from '../../infra/local/demo-directory.json' with { type: 'json' };
import type { LocalOptions } from '../../infra/local/start-local.ts';
import { aSubmission, submitted } from './support/api.ts';
import { mailsSent } from './support/mailbox.ts';
import type { Town } from './support/town.ts';

/** The demo directory with two partners more whose mailboxes swallow everything: one first mailbox, and both of another. */
export const directoryWithSilence = asDirectory({
  ...demo,
  neighbourhoods: [
    ...demo.neighbourhoods,
    { id: 'stille-hoek', name: 'Stille Hoek', partnerId: 'half-stil' },
    { id: 'doodstil', name: 'Doodstil', partnerId: 'heel-stil' },
  ],
  partners: [
    ...demo.partners,
    { id: 'half-stil', name: 'Half Stil', mailboxes: ['silent@half.example', 'wel@half.example'] },
    {
      id: 'heel-stil',
      name: 'Heel Stil',
      mailboxes: ['silent@heel.example', 'silent+2@heel.example'],
      backupId: 'welzijn-de-linde',
    },
  ],
  routes: [
    ...demo.routes,
    { postcodes: '3098', neighbourhoodId: 'stille-hoek' },
    { postcodes: '3099', neighbourhoodId: 'doodstil' },
  ],
});

/** The compiler reads a JSON file's words as any text; the start checks them. */
function asDirectory(directory: object) {
  return directory as NonNullable<LocalOptions['directory']>;
}

export const silentMailbox = (town: Town): void => {
  it.concurrent('writes to the second mailbox when nothing is heard of the first mail', async ({ expect }) => {
    const reference = await submitted(town, aSubmission({ address: { postcode: '3098AB', houseNumber: 1 } }));
    await expect
      .poll(() => notices(town, reference), { timeout: 60_000, interval: 1_000 })
      .toEqual(['notify-1-owner-first silent@half.example', 'notify-1-owner-second wel@half.example']);
  });

  it.concurrent('writes to the backup when nothing is heard of either', async ({ expect }) => {
    const reference = await submitted(town, aSubmission({ address: { postcode: '3099AB', houseNumber: 1 } }));
    await expect
      .poll(() => notices(town, reference), { timeout: 90_000, interval: 1_000 })
      .toEqual([
        'notify-1-owner-first silent@heel.example',
        'notify-1-owner-second silent+2@heel.example',
        'notify-1-backup-first signalen@delinde.example',
      ]);
  });
};

const notices = async (town: Town, reference: string): Promise<string[]> =>
  (await mailsSent(town, reference, 0, 5_000)).filter((mail) => mail.startsWith('notify'));
