import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { aSubmission, postSignal } from './support/api.ts';
import { rowsOf } from './support/dump.ts';
import { inOrder } from './support/in-order.ts';
import { mailsAbout, mailsSent } from './support/mailbox.ts';
import type { Town } from './support/town.ts';

/** People press twice, phones send again what they never heard back about, and browsers offer yesterday's form. */
export const sameFormTwice = (town: Town): void =>
  inOrder('the same form sent again and again', () => {
    const key = randomUUID();
    let reference = '';

    it('is one signal and one number, ten at once or one after the other', async () => {
      const rowsBefore = (await rowsOf(town, 'signals')).length;
      const atOnce = await Promise.all(Array.from({ length: 10 }, () => postSignal(town, aSubmission(), key)));
      const answers = await Promise.all(
        [...atOnce, await postSignal(town, aSubmission(), key)].map(async (response) => ({
          status: response.status,
          body: await response.text(),
        })),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
      expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
      ({ reference } = JSON.parse(answers[0]?.body ?? ''));
      expect((await rowsOf(town, 'signals')).length).toBe(rowsBefore + 1);
    });

    it('is one mail to the partner, also after it was sent once more', async () => {
      await mailsSent(town, reference, 1, 20_000);
      expect((await postSignal(town, aSubmission(), key)).status).toBe(201);
      expect(await mailsAbout(town, reference)).toMatchObject([{ to: ['signalen@maashoek.example'] }]);
    });

    it('is refused when it says something else, and changes nothing', async () => {
      const before = await rowsOf(town, 'signals');
      const refused = await postSignal(town, aSubmission({ reasons: ['says-so'] }), key);
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({ code: 'other-content' });
      expect(reportsIn(await rowsOf(town, 'signals'))).toEqual(reportsIn(before));
    });
  });

/** Mails that arrive meanwhile change the row, but not what was reported. */
const reportsIn = (rows: Awaited<ReturnType<typeof rowsOf>>) => rows.map(({ pk, report }) => ({ pk, report }));
