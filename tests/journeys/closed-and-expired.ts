import { randomUUID } from 'node:crypto';
import { it } from 'vitest';
import { mail as texts } from '#shared/texts/nl/mail.ts';
import { apiMember, aTellingSubmission, postSignal, statusOf, submitted } from './support/api.ts';
import { fieldsIn, found } from './support/canary.ts';
import { JOOST } from './support/console.ts';
import { keysAsText, outsideTheTables, tablesAsText } from './support/dump.ts';
import { mails, mailsSent } from './support/mailbox.ts';
import type { Town } from './support/town.ts';

export const closedAndExpired = (town: Town): void =>
  it.concurrent('keeps what a resident agreed to keep for its time, and then forgets it by itself', async ({
    expect,
  }) => {
    const canary = town.canary();
    const [form, key] = [aTellingSubmission(canary, true), randomUUID()];
    const reference = await submitted(town, form, key);
    await mailsSent(town, reference, 2, 30_000);
    const { act } = await apiMember(town, JOOST);
    const at = new Date(Date.now() + 3_600_000).toISOString();
    await act(reference, 'triage', { tested: ['own-contacts'], decision: 'follow-up' });
    await act(reference, 'plans', { at, volunteer: canary.volunteer });
    await act(reference, 'contacts', {
      way: 'visit',
      informed: 'not-yet',
      notInformedBecause: canary.notInformedBecause,
      consent: 'keep',
      agreements: canary.agreements,
    });
    const kept = ['explanation', 'name', 'email', 'phone', 'postcode', 'addition', 'street', 'town'];
    expect(fieldsIn(found([canary], await tablesAsText(town)))).toEqual([...kept, 'agreements', 'notInformedBecause']);
    expect(found([canary], await keysAsText(town))).toEqual([]);
    expect(found([canary], await outsideTheTables(town))).toEqual([]);

    await act(reference, 'follow-ups', { helpStarted: 'yes' });
    await act(reference, 'closing', { outcome: 'help-started' });
    expect(await statusOf(town, reference)).toBe('closed');
    await expect
      .poll(
        async () => (await mails(town)).filter(({ to }) => to.includes(canary.email)).map(({ subject }) => subject),
        {
          timeout: 30_000,
        },
      )
      .toEqual([
        texts.reporter['update-received'].subject,
        texts.reporter['update-picked-up'].subject,
        texts.reporter['update-closed'].subject,
      ]);
    await expect
      .poll(async () => fieldsIn(found([canary], await tablesAsText(town))), { timeout: 30_000 })
      .toEqual(['explanation', 'postcode', 'addition', 'street', 'town', 'agreements', 'notInformedBecause']);
    await expect.poll(() => statusOf(town, reference), { timeout: 90_000, interval: 1_000 }).toBe('unknown');
    await expect.poll(async () => found([canary], await tablesAsText(town)), { timeout: 20_000 }).toEqual([]);

    // The same form from a tab that was left open: it is in already, and nobody is told what became of it.
    expect((await postSignal(town, form, key)).status).toBe(422);
    expect(await statusOf(town, reference)).toBe('unknown');
    expect(found([canary], await tablesAsText(town))).toEqual([]);
  });
