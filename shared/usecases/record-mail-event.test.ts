import { describe, expect, it } from 'vitest';
import type { MailRecord } from '#shared/domain/mail-record.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { anAssignedSignal, aSignalId, NOW, rules } from '#shared/testing/builders.ts';
import { aTown } from '../../tests/support/memory-town.ts';
import { recordMailEvent } from './record-mail-event.ts';

const KEY = 'notify-1-owner-first';
const state = (name: MailRecord['state'], at = NOW): MailRecord => ({ state: name, at });

describe('news of a mail', () => {
  it.each([
    ['a delivery', 'sent', 'delivered', 'delivered'],
    ['a bounce', 'sent', 'failed', 'failed'],
    ['a complaint after the delivery', 'delivered', 'failed', 'failed'],
    ['a delivery that comes after the bounce', 'failed', 'delivered', 'failed'],
    ['the same again', 'delivered', 'delivered', 'delivered'],
  ] as const)('%s: %s, then %s, is %s', async (_what, known, news, expected) => {
    const town = await aTown();
    const signal = await town.keep(anAssignedSignal({ mails: { [KEY]: state(known) } }));
    const event = { signalId: signal.id, effect: KEY, news: state(news, plusElapsed(NOW, 9)) };
    await recordMailEvent({ signals: town.signals, rules }, event);
    const after = await town.read(signal.id);
    expect(after.mails[KEY]?.state).toBe(expected);
    expect([after.version, after.revision - signal.revision]).toEqual([1, known === expected ? 0 : 1]);
  });

  it('moves the next moment in the same write', async () => {
    const town = await aTown();
    const signal = await town.keep(anAssignedSignal({ mails: { [KEY]: state('sent') } }));
    const news = state('failed', plusElapsed(NOW, 9));
    await recordMailEvent({ signals: town.signals, rules }, { signalId: signal.id, effect: KEY, news });
    expect([signal.nextAt, (await town.read(signal.id)).nextAt]).toEqual([
      plusElapsed(NOW, rules.durations.delivery),
      plusElapsed(NOW, 9),
    ]);
  });

  it('about a signal that is not there makes none', async () => {
    const town = await aTown();
    await recordMailEvent(
      { signals: town.signals, rules },
      { signalId: aSignalId(404), effect: KEY, news: state('failed') },
    );
    expect(town.world.dump().signals).toEqual([]);
  });

  it('is written though others write at the same time', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    const keys = ['a-1', 'a-2', 'a-3', 'a-4'];
    await Promise.all(
      keys.map((effect) =>
        recordMailEvent({ signals: town.signals, rules }, { signalId: id, effect, news: state('sent') }),
      ),
    );
    expect(Object.keys((await town.read(id)).mails).sort()).toEqual(keys);
  });

  it('that cannot be written is thrown, so that it comes again', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    const signals = { ...town.elsewhere, replace: async () => 'conflict' as const };
    const recorded = recordMailEvent({ signals, rules }, { signalId: id, effect: KEY, news: state('sent') });
    await expect(recorded).rejects.toThrow('written to by too many at once');
  });
});
