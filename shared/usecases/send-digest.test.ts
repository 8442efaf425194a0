import { describe, expect, it } from 'vitest';
import { partnerId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { anAssignedSignal, DAY, HOUR, NOW } from '#shared/testing/builders.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { sendDigest } from './send-digest.ts';

const COORDINATORS = ['coordinator@voorbeeldstad.example', 'coordinator-2@voorbeeldstad.example'];
const digest = (town: Town) => sendDigest({ ...town.advancing, access: town.access, write: town.signingIn.write });
const keep = (town: Town, owner: string, hoursAgo = 0) =>
  town.keep(
    anAssignedSignal({
      receivedAt: plusElapsed(NOW, -hoursAgo * HOUR),
      assignment: { number: 1, ownerId: partnerId(owner), since: NOW, formerOwners: [] },
    }),
  );

describe('the daily mail to the coordinators', () => {
  it('says how many are late with whom, to every mailbox, and nothing of any signal', async () => {
    const town = await aTown();
    const late = await keep(town, 'centrum', 24);
    await keep(town, 'centrum', 30);
    await keep(town, 'centrum', 1);
    await keep(town, 'desk', 25);
    await digest(town);
    expect(town.mailer.sent.map(({ to }) => to)).toEqual(COORDINATORS);
    const [mail] = town.mailer.sent;
    expect(mail?.subject).toBe('3 signalen zijn te laat');
    expect(mail?.text).toContain('Welzijn Centrum: 2');
    expect(mail?.text).toContain('Loket Omzien: 1');
    expect(mail?.text).not.toContain('Stichting Noord');
    expect(mail?.text).not.toContain(late.id);
    expect(mail?.about).toBeUndefined();
  });

  it('is not sent when nothing is late', async () => {
    const town = await aTown();
    await keep(town, 'centrum', 23);
    await digest(town);
    expect(town.mailer.offered).toEqual([]);
  });

  it('goes out once a day, however often the clock asks', async () => {
    const town = await aTown();
    await keep(town, 'centrum', 24);
    await Promise.all([digest(town), digest(town)]);
    await digest(town);
    expect(town.mailer.sent).toHaveLength(2);
    town.clock.advance(DAY);
    await digest(town);
    expect(town.mailer.sent).toHaveLength(4);
  });

  it('reaches the second mailbox though the first refuses', async () => {
    const town = await aTown();
    await keep(town, 'centrum', 24);
    town.mailer.behave(({ to }) => (to === COORDINATORS[0] ? 'refused' : 'sent'));
    await digest(town);
    expect(town.mailer.sent.map(({ to }) => to)).toEqual([COORDINATORS[1]]);
  });

  it('is tried again the same day when the mail service was down, at that mailbox alone', async () => {
    const town = await aTown();
    await keep(town, 'centrum', 24);
    town.mailer.behave(({ to }) => (to === COORDINATORS[0] ? 'out-of-order' : 'sent'));
    await expect(digest(town)).rejects.toThrow('out of order');
    expect(town.mailer.sent.map(({ to }) => to)).toEqual([COORDINATORS[1]]);
    town.mailer.behave('sent');
    town.clock.advance(60);
    await digest(town);
    await digest(town);
    town.clock.advance(HOUR);
    await digest(town);
    expect(town.mailer.sent.map(({ to }) => to)).toEqual([COORDINATORS[1], COORDINATORS[0]]);
  });

  it('counts past the first page', async () => {
    const town = await aTown();
    for (let number = 0; number < 130; number += 1) await keep(town, 'noord', 24);
    await digest(town);
    expect(town.mailer.sent[0]?.subject).toBe('130 signalen zijn te laat');
  });

  it('counts the desk, which is no partner of the directory', async () => {
    const town = await aTown();
    await keep(town, 'desk', 24);
    await digest(town);
    expect(town.mailer.sent[0]?.subject).toBe('1 signaal is te laat');
  });
});
