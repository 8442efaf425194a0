import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { SignalId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { anAssignedSignal, aSignalId, auditAndFactOf, HOUR, NOW } from '#shared/testing/builders.ts';
import { aTown } from '../../tests/support/memory-town.ts';
import { followChanges } from './follow-changes.ts';

const [A, B, C] = [aSignalId(1), aSignalId(2), aSignalId(3)];
type Stream = DynamoDBRecord & { readonly userIdentity?: { readonly type: string; readonly principalId: string } };
const record = (id: string, SequenceNumber: string, eventName: 'INSERT' | 'MODIFY' | 'REMOVE' = 'MODIFY'): Stream => ({
  eventID: SequenceNumber,
  eventName,
  eventSource: 'aws:dynamodb',
  dynamodb: { Keys: { pk: { S: id } }, SequenceNumber, StreamViewType: 'KEYS_ONLY', SizeBytes: 20 },
});
/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html */
const expired = (id: string, number: string): Stream => ({
  ...record(id, number, 'REMOVE'),
  userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
});

async function follow(records: readonly Stream[], failing: readonly SignalId[] = []) {
  const advanced: SignalId[] = [];
  const faults: SignalId[] = [];
  const removed: SignalId[] = [];
  const handler = followChanges({
    advance: async (id) => {
      if (failing.includes(id)) throw new Error('poison');
      advanced.push(id);
    },
    onFault: (id) => faults.push(id),
    onRemovedByTimeToLive: (id) => removed.push(id),
  });
  const response = await handler({ Records: [...records] });
  return { advanced, faults, removed, failed: response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}

describe('the stream of changes', () => {
  it('advances every signal that changed, each once per batch', async () => {
    const records = [record(A, '1', 'INSERT'), record(B, '2'), record(A, '3'), record(A, '4'), record(B, '5')];
    expect(await follow(records)).toEqual({ advanced: [A, B], faults: [], removed: [], failed: [] });
  });

  it('reports a signal that failed by the first of its records, and goes on with the others', async () => {
    const records = [record(A, '1'), record(B, '2'), record(C, '3'), record(B, '4')];
    expect(await follow(records, [B])).toEqual({ advanced: [A, C], faults: [B], removed: [], failed: ['2'] });
  });

  it('reports every signal that failed', async () => {
    const { failed, advanced } = await follow([record(A, '1'), record(B, '2'), record(C, '3')], [A, C]);
    expect([failed.sort(), advanced]).toEqual([['1', '3'], [B]]);
  });

  it('tells of a signal that the time to live removed, and advances nothing that is gone', async () => {
    expect(await follow([expired(A, '1')])).toEqual({ advanced: [], faults: [], removed: [A], failed: [] });
  });

  it('takes a removal by somebody else for what it is: nothing to do', async () => {
    const bySomebody = { ...record(A, '1', 'REMOVE'), userIdentity: { type: 'Service', principalId: 'somebody' } };
    expect(await follow([record(B, '2', 'REMOVE'), bySomebody])).toEqual({
      advanced: [],
      faults: [],
      removed: [],
      failed: [],
    });
  });

  it.each([
    ['whose key is no reference', record('routes', '1')],
    ['without keys', { eventName: 'MODIFY' } as Stream],
  ])('skips a record %s', async (_what, odd) => {
    expect(await follow([odd, record(A, '2')])).toEqual({ advanced: [A], faults: [], removed: [], failed: [] });
  });

  it('has nothing to do with an empty batch', async () => {
    expect((await follow([])).failed).toEqual([]);
  });
});

describe('what was erased', () => {
  it('stays so when records of its life come days late, and wake-ups are driven again', async () => {
    const town = await aTown();
    const signal = await town.keep(anAssignedSignal());
    const record35 = { id: signal.id, day: '2026-03-03', removeAt: plusElapsed(NOW, 35 * 24 * HOUR) };
    await town.elsewhere.erase(signal, { record: record35, ledger: record35 }, auditAndFactOf(signal));
    const after = town.world.dump();
    const handler = followChanges({
      advance: town.advance,
      onFault: expect.unreachable,
      onRemovedByTimeToLive: expect.unreachable,
    });
    for (const days of [0, 2, 34]) {
      town.clock.moveTo(plusElapsed(NOW, days * 24 * HOUR));
      await handler({
        Records: [record(signal.id, '1', 'INSERT'), record(signal.id, '2'), record(signal.id, '3', 'REMOVE')],
      });
      await town.advance(signal.id);
      expect(town.world.dump()).toEqual(after);
    }
    expect(town.mailer.sent).toEqual([]);
  });
});
