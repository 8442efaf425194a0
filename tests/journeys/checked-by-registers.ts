import { expect, it } from 'vitest';
import { SHOWN } from '../../infra/local/stand-in-registers.ts';
import { apiMember, aSubmission, statusOf, submitted } from './support/api.ts';
import { JOOST } from './support/console.ts';
import { mailsAbout, mailsSent } from './support/mailbox.ts';
import type { Town } from './support/town.ts';

export const checkedByRegisters = (town: Town): void =>
  it('ends a signal about a house where nobody is registered, tells the public nothing of that, and its owner opens it again', async () => {
    const at = (houseNumber: number) => submitted(town, aSubmission({ address: { postcode: '3011AB', houseNumber } }));
    const [empty, mistyped] = [await at(SHOWN.nobodyRegistered), await at(SHOWN.unknownAddress)];
    const { view, act } = await apiMember(town, JOOST);

    await mailsSent(town, mistyped, 1, 20_000);
    expect(await view(mistyped)).toMatchObject({
      status: 'assigned',
      addressDoubted: true,
      registers: { answer: 'unknown-address' },
    });

    await expect
      .poll(async () => (await view(empty)).closing, { timeout: 20_000 })
      .toMatchObject({ outcome: 'ended-by-registers' });
    expect(await mailsAbout(town, empty)).toEqual([]);
    expect(await statusOf(town, empty)).toBe('received');

    expect(await act(empty, 'reopening', {})).toMatchObject({
      status: 'following-up',
      registers: { answer: 'nobody-registered' },
    });
  });
