import { randomUUID } from 'node:crypto';
import { it } from 'vitest';
import type { SignalReceipt } from '#shared/contracts/signal-submission.ts';
import { apiMember, aSubmission, aTellingSubmission, postSignal, statusOf } from './support/api.ts';
import { found } from './support/canary.ts';
import { PETER } from './support/console.ts';
import { tablesAsText } from './support/dump.ts';
import { inShort, mailsAbout, mailsSent } from './support/mailbox.ts';
import type { Town } from './support/town.ts';

/** What fills in everything it finds, the hidden field too, hears what people hear; the desk reads it before anybody goes. */
export const heldByTheDesk = (town: Town): void =>
  it.concurrent('keeps what a machine sent at the desk: released it reaches the partner, dismissed it is closed and forgotten', async ({
    expect,
  }) => {
    const canary = town.canary();
    const sentAbout = async (reference: string) => (await mailsAbout(town, reference)).map(inShort).join();
    const person = await postSignal(town, aSubmission());
    const posts = [aSubmission(), aTellingSubmission(canary, false)].map((body) =>
      postSignal(town, { ...body, website: 'https://spam.example' }, randomUUID()),
    );
    const answers = await Promise.all(posts);
    expect(answers.map(({ status }) => status)).toEqual([person.status, person.status]);
    const receipts = await Promise.all(answers.map(receiptIn));
    expect(Object.keys(receipts[0] ?? {})).toEqual(Object.keys(await receiptIn(person)));
    const [real, spam] = receipts.map(({ reference }) => reference) as [string, string];

    for (const reference of [real, spam])
      expect((await mailsSent(town, reference, 1, 30_000))[0]).toBe('notify-1-owner-first loket@rotterdam.example');
    const { act, view } = await apiMember(town, PETER);
    expect(await view(real)).toMatchObject({
      held: true,
      suspicions: ['hidden-field'],
      acts: ['release', 'dismiss', 'erase'],
    });
    for (const reference of [real, spam]) expect(await sentAbout(reference)).not.toContain('maashoek');

    await act(real, 'release', {});
    await expect.poll(() => sentAbout(real), { timeout: 30_000 }).toContain('owner-first signalen@maashoek.example');

    const dismissed = await act(spam, 'dismissal', { reason: 'spam' });
    expect(dismissed).toMatchObject({ status: 'closed', held: false, closing: { outcome: 'dismissed' } });
    expect(await statusOf(town, spam)).toBe('closed');
    await expect.poll(() => statusOf(town, spam), { timeout: 90_000, interval: 1_000 }).toBe('unknown');
    expect(await sentAbout(spam)).not.toContain('maashoek');
    await expect.poll(async () => found([canary], await tablesAsText(town)), { timeout: 20_000 }).toEqual([]);
  });

const receiptIn = async (answer: Response) => (await answer.json()) as SignalReceipt;
