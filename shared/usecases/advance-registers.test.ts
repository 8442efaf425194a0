import { describe, expect, it } from 'vitest';
import { partnerId } from '#shared/domain/ids.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { plusElapsed, seconds } from '#shared/domain/time.ts';
import { ENDING_ANSWERS, REGISTER_ANSWERS } from '#shared/domain/words.ts';
import { aReport, aSignal, HOUR, NOW, settings as ordinary } from '#shared/testing/builders.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { actOnSignal } from './act-on-signal.ts';

const WAIT = 120;
const settings: Settings = {
  ...ordinary,
  rules: { ...ordinary.rules, registers: { mayEnd: ENDING_ANSWERS, wait: seconds(WAIT) } },
};
const NOTIFIED = ['notify-1-owner-first -> centrum@welzijn.example'];

const aCheckedTown = () => aTown({ settings });
const arrived = (town: Town, overrides: Parameters<typeof aSignal>[0] = {}) =>
  town.keep(aSignal(overrides, settings.rules));
/** Every minute, as the sweep does. */
async function pass(town: Town, id: Awaited<ReturnType<typeof arrived>>['id'], minutes: number) {
  for (let minute = 0; minute < minutes; minute += 1) {
    town.clock.advance(60);
    await town.advance(id);
  }
}

describe('a signal that comes in', () => {
  it('is routed, checked and told in one run', async () => {
    const town = await aCheckedTown();
    const { id, report } = await arrived(town);
    await town.advance(id);
    expect(town.registers.asked).toEqual([report.address]);
    expect(await town.read(id)).toMatchObject({
      status: 'assigned',
      registers: { state: 'answered', answer: 'confirmed' },
    });
    expect(town.sentTo()).toEqual(NOTIFIED);
    expect(town.auditOf(id)).toEqual([
      { event: 'assign', by: 'system', at: NOW },
      { event: 'check-registers', by: 'system', at: NOW },
    ]);
  });

  it('is asked about once', async () => {
    const town = await aCheckedTown();
    const { id } = await arrived(town);
    await town.advance(id);
    await town.advance(id);
    await pass(town, id, 5);
    expect(town.registers.asked).toHaveLength(1);
  });

  it.each(ENDING_ANSWERS)('is closed when the registers say %s, and nobody is sent out', async (answer) => {
    const town = await aCheckedTown();
    town.registers.say(answer);
    const { id, factId } = await arrived(town);
    await town.advance(id);
    expect(await town.read(id)).toMatchObject({
      status: 'closed',
      closing: { at: NOW, outcome: 'ended-by-registers' },
      assignment: { ownerId: 'centrum' },
    });
    expect(town.mailer.offered).toEqual([]);
    expect(town.world.dump().statistics).toEqual([
      expect.objectContaining({ sk: factId, status: 'closed', outcome: 'ended-by-registers' }),
    ]);
    const { items } = await town.signals.listByOwner(partnerId('centrum'), 'closed', { limit: 10 });
    expect(items.map((row) => row.id)).toEqual([id]);
  });

  it('that ended goes on when its owner opens it again, and is not asked about again', async () => {
    const town = await aCheckedTown();
    town.registers.say('nobody-registered');
    const { id } = await arrived(town);
    await town.advance(id);
    const seenVersion = (await town.read(id)).version;
    await actOnSignal(town.acting, await town.member('anna'), { id, seenVersion, command: { act: 'reopen' } });
    await town.advance(id);
    const { status, quietUntil, expiresAt, registers } = await town.read(id);
    expect([status, quietUntil, expiresAt]).toEqual(['following-up', undefined, undefined]);
    expect(registers).toMatchObject({ answer: 'nobody-registered' });
    expect(town.registers.asked).toHaveLength(1);
  });

  it.each(REGISTER_ANSWERS)(
    'about somebody who told it themselves goes on, and no register hears of it: %s',
    async (answer) => {
      const town = await aCheckedTown();
      town.registers.say(answer);
      const { id } = await arrived(town, { report: aReport({ about: 'myself' }) });
      await pass(town, id, 3);
      expect(town.registers.asked).toEqual([]);
      expect(town.sentTo()).toEqual(NOTIFIED);
    },
  );

  it('that is held is no question to any register until the desk has released it', async () => {
    const town = await aCheckedTown();
    const { id, version } = await arrived(town, { held: { since: NOW, suspicions: ['too-fast'] } });
    await town.advance(id);
    expect(town.registers.asked).toEqual([]);
    const desk = { ...(await town.member('anna')), partnerId: partnerId('desk'), role: 'desk' } as const;
    await actOnSignal(town.acting, desk, { id, seenVersion: version, command: { act: 'release' } });
    await town.advance(id);
    expect(town.registers.asked).toHaveLength(1);
  });
});

describe('registers that do not answer', () => {
  it('hold up nothing but the mail to the owner, and that for two minutes', async () => {
    const town = await aCheckedTown();
    town.registers.say('silent');
    const { id, deadlines } = await arrived(town);
    await town.advance(id);
    expect(await town.read(id)).toMatchObject({ status: 'assigned', deadlines, registers: { state: 'waiting' } });
    await pass(town, id, 1);
    expect(town.sentTo()).toEqual([]);
    await pass(town, id, 1);
    expect(town.sentTo()).toEqual(NOTIFIED);
  });

  it('are told to the operator each time, and given up on after two hours: nothing is known then', async () => {
    const town = await aCheckedTown();
    town.registers.say('silent');
    const { id } = await arrived(town);
    await pass(town, id, 180);
    expect(town.registers.asked).toHaveLength(10);
    expect(town.registersSilent.map((one) => one.id)).toEqual(Array(10).fill(id));
    expect(await town.read(id)).toMatchObject({ status: 'assigned', registers: { answer: 'unknown' } });
  });

  it('still add what they say later, though the owner was told', async () => {
    const town = await aCheckedTown();
    town.registers.say('silent');
    const { id } = await arrived(town);
    await pass(town, id, 10);
    town.registers.say('unknown-address');
    await pass(town, id, 10);
    expect(await town.read(id)).toMatchObject({ status: 'assigned', registers: { answer: 'unknown-address' } });
  });

  it('are asked no more once a person acted', async () => {
    const town = await aCheckedTown();
    town.registers.say('silent');
    const { id } = await arrived(town);
    await pass(town, id, 3);
    const asked = town.registers.asked.length;
    const { version } = await town.read(id);
    const command = { act: 'triage', tested: ['own-contacts'], decision: 'follow-up' } as const;
    await actOnSignal(town.acting, await town.member('anna'), { id, seenVersion: version, command });
    town.registers.say('nobody-registered');
    await pass(town, id, 180);
    expect(town.registers.asked).toHaveLength(asked);
    expect((await town.read(id)).status).toBe('following-up');
  });

  it('lose to a person who acts while they think', async () => {
    const town = await aCheckedTown();
    const thinking = Promise.withResolvers<'nobody-registered'>();
    town.registers.say(() => thinking.promise);
    const { id } = await arrived(town);
    const run = town.advance(id);
    await expect.poll(() => town.registers.asked.length).toBe(1);
    const { version } = await town.read(id);
    const command = { act: 'triage', tested: ['own-contacts'], decision: 'follow-up' } as const;
    await actOnSignal(town.acting, await town.member('anna'), { id, seenVersion: version, command });
    thinking.resolve('nobody-registered');
    await run;
    await town.advance(id);
    const { status, registers, closing } = await town.read(id);
    expect([status, registers, closing]).toEqual(['following-up', undefined, undefined]);
  });

  it('move no reminder and no escalation', async () => {
    const silent = await aCheckedTown();
    silent.registers.say('silent');
    const without = await aTown();
    for (const town of [silent, without]) {
      const { id } = await town.keep(aSignal({}, town.settings.rules));
      await town.advance(id);
      for (let hour = 0; hour < 30; hour += 1) {
        town.clock.advance(HOUR);
        await town.advance(id);
      }
      const { mails } = await town.read(id);
      expect(mails['escalate-triage-1-backup-first']?.at).toBe(plusElapsed(NOW, 24 * HOUR));
    }
    expect(silent.sentTo()).toEqual(without.sentTo());
  });
});
