import { describe, expect, it, vi } from 'vitest';
import type { SignalId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { anAssignedSignal, NOW } from '#shared/testing/builders.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { sweep } from './sweep.ts';

async function townWith(count: number) {
  const town = await aTown();
  const ids: SignalId[] = [];
  for (let number = 0; number < count; number += 1) ids.push((await town.keep(anAssignedSignal())).id);
  return { town, ids };
}
const sweeping = (town: Town, advance: (id: SignalId) => Promise<void>, faults: unknown[] = []) =>
  sweep({ signals: town.signals, now: town.clock.now, advance, onFault: (id, fault) => faults.push([id, fault]) });

describe('the sweep', () => {
  it('advances everything that is due and nothing else', async () => {
    const { town, ids } = await townWith(20);
    const later = await town.keep(anAssignedSignal({ nextAt: plusElapsed(NOW, 1) }));
    const advanced: SignalId[] = [];
    expect(await sweeping(town, async (id) => void advanced.push(id))).toEqual({ due: 20, failed: 0 });
    expect(new Set(advanced)).toEqual(new Set(ids));
    expect(advanced).not.toContain(later.id);
  });

  it('tells of one that fails and lets it keep no other waiting', async () => {
    const { town, ids } = await townWith(20);
    const faults: unknown[] = [];
    const advanced: SignalId[] = [];
    const broken = new Error('poison');
    const result = await sweeping(
      town,
      async (id) => {
        if (id === ids[3]) throw broken;
        advanced.push(id);
      },
      faults,
    );
    expect(result).toEqual({ due: 20, failed: 1 });
    expect(advanced).toHaveLength(19);
    expect(faults).toEqual([[ids[3], broken]]);
  });

  it('lets one of which the answer never comes keep no other waiting', async () => {
    const { town, ids } = await townWith(30);
    const advanced: SignalId[] = [];
    void sweeping(town, (id) => (id === ids[0] ? new Promise(() => {}) : Promise.resolve(void advanced.push(id))));
    await vi.waitFor(() => expect(advanced).toHaveLength(29));
  });

  it('works on eight at a time', async () => {
    const { town } = await townWith(30);
    let atWork = 0;
    let most = 0;
    await sweeping(town, async () => {
      atWork += 1;
      most = Math.max(most, atWork);
      await Promise.resolve();
      atWork -= 1;
    });
    expect(most).toBe(8);
  });

  it('alone is enough: without a stream or a schedule every mail goes out', async () => {
    const { town, ids } = await townWith(5);
    await sweeping(town, town.advance);
    expect(town.mailer.sent.map(({ about }) => about?.signalId).sort()).toEqual([...ids].sort());
    expect(await sweeping(town, town.advance)).toEqual({ due: 0, failed: 0 });
  });

  it('tells every owner within five minutes of the end of an outage of mail of six hours, alone', async () => {
    const { town, ids } = await townWith(40);
    town.mailer.behave('out-of-order');
    for (let minute = 0; minute < 6 * 60; minute += 1) {
      await sweeping(town, town.advance);
      town.clock.advance(60);
    }
    expect(town.mailer.sent).toEqual([]);
    expect(town.mailFailures.length).toBeGreaterThan(40 * 6 * 10);
    town.mailer.behave('sent');
    for (let minute = 0; minute < 5; minute += 1) {
      await sweeping(town, town.advance);
      town.clock.advance(60);
    }
    expect(town.mailer.sent.map(({ about }) => about?.signalId).sort()).toEqual([...ids].sort());
  });
});
