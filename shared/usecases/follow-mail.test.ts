import { describe, expect, it } from 'vitest';
import { memoryWatchStore } from '#shared/adapters/memory/memory-watch-store.ts';
import type { MailRecord } from '#shared/domain/mail-record.ts';
import type { MailFailure } from '#shared/domain/mailbox-health.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { anAssignedSignal, aSignalId, NOW, rules } from '#shared/testing/builders.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { followMail } from './follow-mail.ts';
import { mailChannels } from './mail-channels.ts';

const FIRST = 'centrum@welzijn.example';
const SECOND = 'centrum-2@welzijn.example';

async function aTownWithMail() {
  const town = await aTown();
  const watch = memoryWatchStore(town.world);
  const { id } = await town.keep(anAssignedSignal());
  await town.advance(id);
  const hears = (effect: string, state: MailRecord['state'], seconds: number, failure?: MailFailure, signalId = id) =>
    followMail(
      { signals: town.elsewhere, rules, watch },
      { signalId, effect, news: { state, at: plusElapsed(NOW, seconds) }, ...(failure && { failure }) },
    );
  const channels = () => channelsOf(town, watch);
  return { town, watch, id, hears, channels };
}

const channelsOf = (town: Town, watch: ReturnType<typeof memoryWatchStore>) =>
  mailChannels({ ...town.reading, watch, mailboxKey: town.advancing.mailboxKey }, [FIRST, SECOND]);

describe('whether mail reaches a mailbox', () => {
  it('is unknown until there is news', async () => {
    const { channels } = await aTownWithMail();
    expect(await channels()).toEqual(
      new Map([
        [FIRST, { kind: 'unknown' }],
        [SECOND, { kind: 'unknown' }],
      ]),
    );
  });

  it('is told by its delivery, whoever had the signal', async () => {
    const { hears, channels, watch } = await aTownWithMail();
    await hears('notify-1-owner-first', 'delivered', 7);
    expect((await channels()).get(FIRST)).toEqual({ kind: 'arrives', at: plusElapsed(NOW, 7) });
    expect((await watch.mailboxes(['any'])).get('any')).toEqual({ deliveredAt: plusElapsed(NOW, 7) });
  });

  it('is told by what refused it, until the first delivery', async () => {
    const { town, id, hears, channels } = await aTownWithMail();
    await hears('notify-1-owner-first', 'failed', 7, 'suppressed');
    expect((await channels()).get(FIRST)).toEqual({
      kind: 'in-trouble',
      since: plusElapsed(NOW, 7),
      trouble: 'suppressed',
    });
    town.clock.advance(60);
    await town.advance(id);
    await hears('notify-1-owner-second', 'delivered', 70);
    expect((await channels()).get(SECOND)).toEqual({ kind: 'arrives', at: plusElapsed(NOW, 70) });

    const next = await town.keep(anAssignedSignal({ id: aSignalId(99) }));
    await town.advance(next.id);
    await hears('notify-1-owner-first', 'delivered', 120, undefined, next.id);
    expect((await channels()).get(FIRST)).toEqual({ kind: 'arrives', at: plusElapsed(NOW, 120) });
  });

  it('is told by silence: the second mailbox was written to', async () => {
    const { town, id, channels } = await aTownWithMail();
    town.clock.advance(rules.durations.delivery);
    await town.advance(id);
    expect((await channels()).get(FIRST)).toEqual({ kind: 'in-trouble', since: NOW, trouble: 'silent' });
  });

  it('is nobody’s when the signal is gone, or the mail was a reporter’s', async () => {
    const { watch, hears } = await aTownWithMail();
    await hears('notify-1-owner-first', 'delivered', 7, undefined, aSignalId(404));
    await hears('update-reporter-closed-reporter', 'failed', 7, 'bounced');
    expect(await watch.mailboxes(['any', `key of ${FIRST}`])).toEqual(new Map());
  });
});
