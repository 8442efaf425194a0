import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/domain/acts.ts';
import { DESK, memberId, neighbourhoodId, partnerId, type SignalId } from '#shared/domain/ids.ts';
import type { Settled } from '#shared/domain/settle.ts';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import { sha256Hex } from '#shared/runtime/random-and-hash.ts';
import {
  aDirectory,
  aNeighbourhood,
  anAssignedSignal,
  aSignalId,
  auditAndFactOf,
  DAY,
  HOUR,
  NOW,
  nextOf,
  rules,
} from '#shared/testing/builders.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { actOnSignal } from './act-on-signal.ts';

const START = plusElapsed(NOW, HOUR);
const at = (seconds: number): EpochSeconds => plusElapsed(START, seconds);

const triage: Command = { act: 'triage', tested: ['own-contacts'], decision: 'follow-up' };
const attempt: Command = { act: 'attempt', attempt: { at: START, way: 'visit', result: 'nobody-home' } };
const told = { at: START, way: 'visit', informed: 'handed', wishes: [], referrals: [], alarm: false } as const;
const contact: Command = { act: 'contact', consent: 'keep', contact: told };
const plan: Command = { act: 'plan', plan: { at: at(HOUR), by: { volunteer: 'Vera' } } };

const assignedOne = () => anAssignedSignal();
const heldOne = () => anAssignedSignal({ held: { since: NOW, suspicions: ['hidden-field'] }, assignment: ofDesk });
const ofDesk = { number: 1, ownerId: partnerId('desk'), since: NOW, formerOwners: [] };
const offered = () =>
  anAssignedSignal({
    assignment: {
      number: 1,
      ownerId: partnerId('centrum'),
      since: NOW,
      backup: { partnerId: partnerId('noord'), invitedAt: NOW },
      formerOwners: [],
    },
  });
const followedUp = () => anAssignedSignal({ status: 'following-up' });
const inContact = () => anAssignedSignal({ status: 'in-contact', contact: { ...told, consent: 'keep' } });
const closedOne = () =>
  anAssignedSignal({
    status: 'closed',
    closing: { at: NOW, outcome: 'not-reached' },
    expiresAt: plusElapsed(NOW, 28 * DAY),
  });

const acted = async (town: Town, who: string, id: SignalId, command: Command, seenVersion = 1) =>
  actOnSignal(town.acting, await town.member(who), { id, seenVersion, command });

async function townWith(signal: Settled) {
  const town = await aTown({ start: START });
  await town.keep(signal);
  return town;
}

/** Every act with somebody who may do it, a signal on which it can be done, and what the signal is then. */
const ACTS: readonly (readonly [string, string, () => Settled, Command, string])[] = [
  ['triage', 'anna', assignedOne, triage, 'following-up'],
  ['dismiss', 'daan', heldOne, { act: 'dismiss', reason: 'spam' }, 'closed'],
  ['release', 'daan', heldOne, { act: 'release' }, 'received'],
  ['hand-over', 'anna', assignedOne, { act: 'hand-over', to: partnerId('noord'), reason: 'no-capacity' }, 'assigned'],
  ['take-over', 'noor', offered, { act: 'take-over' }, 'assigned'],
  ['plan', 'anna', followedUp, plan, 'following-up'],
  ['attempt', 'anna', followedUp, attempt, 'following-up'],
  ['contact', 'anna', followedUp, contact, 'in-contact'],
  ['consent', 'anna', inContact, { act: 'consent', consent: 'keep', agreements: 'Dinsdag bellen.' }, 'in-contact'],
  ['inform', 'anna', followedUp, { act: 'inform', how: 'posted' }, 'following-up'],
  ['follow-up', 'anna', inContact, { act: 'follow-up', helpStarted: 'yes' }, 'in-contact'],
  ['close', 'anna', inContact, { act: 'close', outcome: 'help-started' }, 'closed'],
  ['reopen', 'anna', closedOne, { act: 'reopen' }, 'following-up'],
];

it('writes the decision to go and the plan in one go: both or neither', async () => {
  const signal = assignedOne();
  const town = await townWith(signal);
  const planned = { at: at(HOUR), by: { volunteer: 'Vera' } };
  await acted(town, 'anna', signal.id, { ...triage, plan: planned });
  expect(await town.read(signal.id)).toMatchObject({ status: 'following-up', plan: planned, version: 2 });
  expect(town.auditOf(signal.id)).toEqual([{ event: 'triage-and-plan', by: 'anna', at: START }]);
});

describe.each(ACTS)('%s', (act, who, make, command, status) => {
  it('is done once, with a line in the history, one in the audit trail and the fact', async () => {
    const signal = make();
    const town = await townWith(signal);
    const outcome = await acted(town, who, signal.id, command);
    const { name, id: memberId } = await town.member(who);
    const now = await town.read(signal.id);
    expect(outcome).toEqual({ kind: 'changed', signal: now });
    expect(now).toMatchObject({ status, version: 2, revision: signal.revision + 1, lastActedAt: START });
    expect(now.history.at(-1)).toEqual({ at: START, what: act, by: { memberId, name } });
    expect(town.auditOf(signal.id)).toEqual([{ event: act, by: who, at: START }]);
    expect(town.world.dump().statistics).toMatchObject([{ kind: 'fact', sk: signal.factId, status }]);
  });

  it('changes nothing when another acted since: it is told who, what and when', async () => {
    const signal = make();
    const town = await townWith(signal);
    const by = { memberId: (await town.member('anna')).id, name: 'Anna Bakker' };
    const first = { at: at(-60), what: 'plan', by } as const;
    await town.elsewhere.change(
      nextOf(signal, { version: 2, history: [...signal.history, first] }),
      auditAndFactOf(signal),
    );
    const before = town.world.dump();
    expect(await acted(town, who, signal.id, command)).toEqual({ kind: 'late', last: first });
    expect(town.world.dump()).toEqual(before);
  });

  it('is decided again when only the system wrote in between', async () => {
    const signal = make();
    const town = await townWith(signal);
    let reads = 0;
    const signals = {
      ...town.elsewhere,
      find: async (id: SignalId) => {
        const found = await town.elsewhere.find(id);
        reads += 1;
        if (reads === 1 && found)
          await town.elsewhere.replace(nextOf(found, { mails: { 'x-reporter': { state: 'sent', at: START } } }));
        return found;
      },
    };
    const member = await town.member(who);
    const outcome = await actOnSignal({ ...town.acting, signals }, member, { id: signal.id, seenVersion: 1, command });
    expect(outcome.kind).toBe('changed');
    expect(await town.read(signal.id)).toMatchObject({
      version: 2,
      status,
      mails: { 'x-reporter': { state: 'sent' } },
    });
    expect(town.auditOf(signal.id)).toHaveLength(1);
  });

  it('by a stranger finds nothing', async () => {
    const signal = make();
    const town = await townWith(signal);
    const stranger = signal.assignment?.ownerId === 'desk' ? 'anna' : 'daan';
    const before = town.world.dump();
    expect(await acted(town, stranger, signal.id, command)).toEqual({ kind: 'not-found' });
    expect(town.world.dump()).toEqual(before);
  });
});

describe('an act that comes second', () => {
  it('of two at once, one is done and the other hears who was first', async () => {
    const signal = assignedOne();
    const town = await townWith(signal);
    const outcomes = await Promise.all([
      acted(town, 'anna', signal.id, triage),
      acted(town, 'anna', signal.id, { act: 'triage', tested: ['walked-past'], decision: 'seen-well' }),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['changed', 'late']);
    expect(outcomes[1]).toMatchObject({ last: { what: 'triage', by: { name: 'Anna Bakker' }, at: START } });
    expect((await town.read(signal.id)).status).toBe('following-up');
  });

  it('of one person who pressed twice is told of the first', async () => {
    const signal = followedUp();
    const town = await townWith(signal);
    await acted(town, 'anna', signal.id, attempt);
    expect(await acted(town, 'anna', signal.id, attempt)).toMatchObject({
      kind: 'late',
      last: { what: 'attempt', by: { memberId: 'anna' } },
    });
    expect((await town.read(signal.id)).attempts).toHaveLength(1);
  });

  it('is told of the person who was first, though the system wrote a line of its own after that', async () => {
    const signal = heldOne();
    const town = await townWith(signal);
    await acted(town, 'daan', signal.id, { act: 'release' });
    await town.advance(signal.id);
    const command: Command = { act: 'hand-over', to: partnerId('noord'), reason: 'better-placed' };
    expect(await acted(town, 'carla', signal.id, command)).toEqual({
      kind: 'late',
      last: { at: START, what: 'release', by: { memberId: 'daan', name: 'Daan Mulder' } },
    });
  });

  it('by the owner that handed it over says to whom and nothing more', async () => {
    const signal = assignedOne();
    const town = await townWith(signal);
    await acted(town, 'anna', signal.id, { act: 'hand-over', to: partnerId('noord'), reason: 'no-capacity' });
    expect(await acted(town, 'anna', signal.id, triage, 2)).toEqual({
      kind: 'handed-over',
      owner: 'noord',
      takenOver: false,
    });
  });

  it('gives up, and says so, when the signal never stands still', async () => {
    const signal = assignedOne();
    const town = await townWith(signal);
    const signals = { ...town.elsewhere, change: async () => 'conflict' as const };
    const member = await town.member('anna');
    await expect(
      actOnSignal({ ...town.acting, signals }, member, { id: signal.id, seenVersion: 1, command: triage }),
    ).rejects.toThrow('written to by too many at once');
  });
});

describe('a refusal', () => {
  it.each([
    [
      'a member may not dismiss what is not held',
      'anna',
      assignedOne,
      { act: 'dismiss', reason: 'spam' },
      { kind: 'not-now', because: 'not-held' },
    ],
    ['what is held is not for triage', 'daan', heldOne, triage, { kind: 'not-now', because: 'held' }],
    ['a contact comes after triage', 'anna', assignedOne, contact, { kind: 'not-now', because: 'status' }],
    ['a coordinator does not visit', 'carla', followedUp, attempt, { kind: 'not-allowed' }],
    ['a backup does nothing but take over', 'noor', offered, triage, { kind: 'not-allowed' }],
  ] as const)('%s', async (_why, who, make, command, expected) => {
    const signal = make();
    const town = await townWith(signal);
    const before = town.world.dump();
    expect(await acted(town, who, signal.id, command)).toMatchObject(expected);
    expect(town.world.dump()).toEqual(before);
  });

  it('of a signal whose time is over is that there is none', async () => {
    const signal = closedOne();
    const town = await townWith(signal);
    town.clock.moveTo(plusElapsed(NOW, 28 * DAY));
    expect(await acted(town, 'anna', signal.id, { act: 'reopen' })).toEqual({ kind: 'not-found' });
  });
});

describe('the neighbourhood of a signal that is handed over', () => {
  type HandOver = Extract<Command, { act: 'hand-over' }>;
  const to = (partner: string, more: Partial<HandOver> = {}): HandOver => ({
    act: 'hand-over',
    to: partnerId(partner),
    reason: 'other',
    ...more,
  });
  const wrong = { reason: 'wrong-neighbourhood' } as const;
  const atDesk = (lies?: string) =>
    anAssignedSignal({
      assignment: {
        number: 1,
        ownerId: DESK,
        since: NOW,
        formerOwners: [],
        ...(lies && { neighbourhoodId: neighbourhoodId(lies) }),
      },
    });
  const two = aNeighbourhood({ id: neighbourhoodId('zomerhof'), name: 'Zomerhof', partnerId: partnerId('centrum') });
  const { partners, neighbourhoods, ...rest } = aDirectory();
  const directory = {
    ...rest,
    partners: partners.filter(({ id }) => id !== DESK),
    neighbourhoods: [...neighbourhoods, two],
  };

  it.each([
    ['is the only one that the partner serves, when nobody knew it', atDesk(), to('noord'), 'bergpolder'],
    [
      'is the only one that the partner serves, when it was wrong',
      atDesk('niemandsland'),
      to('noord', wrong),
      'bergpolder',
    ],
    ['stays as it is for any other reason', atDesk('niemandsland'), to('noord'), 'niemandsland'],
    ['is the one that is chosen', atDesk(), to('centrum', { neighbourhoodId: two.id }), 'zomerhof'],
    ['stays unknown where nobody says which of two', atDesk(), to('centrum'), undefined],
    ['is not kept when it was wrong', atDesk('niemandsland'), to('centrum', wrong), undefined],
    ['is not guessed for the desk', assignedOne(), to('desk', wrong), undefined],
  ] as const)('%s, in the signal and in the figures', async (_what, signal, command, expected) => {
    const town = await aTown({ start: START, directory });
    await town.keep(signal);
    const outcome = await acted(town, signal.assignment?.ownerId === DESK ? 'daan' : 'anna', signal.id, command);
    expect(outcome.kind).toBe('changed');
    expect((await town.read(signal.id)).assignment?.neighbourhoodId).toBe(expected);
    expect(town.world.dump().statistics).toEqual([expect.objectContaining({ kind: 'fact', ownerId: command.to })]);
    expect(town.world.dump().statistics[0]?.['neighbourhoodId']).toBe(expected);
  });
});

describe('what only the stores can tell is wrong', () => {
  it.each([
    ['erase', 'done', [{ field: 'how', code: 'choice' }]],
    ['erase', 'refused', undefined],
    ['copy', 'done', undefined],
  ] as const)('takes no word for it that all is wiped: %s, %s', async (wish, how, errors) => {
    const request = { id: aSignalId(71), at: START, wish, before: at(28 * 24 * HOUR) };
    const signal = nextOf({ ...assignedOne(), requests: [request] });
    const town = await townWith(signal);
    const outcome = await acted(town, 'carla', signal.id, { act: 'answer', request: request.id, how });
    expect(outcome).toMatchObject(errors ? { kind: 'invalid', errors } : { kind: 'changed' });
  });

  const by = (id: string) => ({ memberId: memberId(id), name: 'Iemand' });
  const attemptAt = (moment: EpochSeconds): Command => ({
    act: 'attempt',
    attempt: { at: moment, way: 'visit', result: 'nobody-home' },
  });
  const contactAt = (moment: EpochSeconds): Command => ({
    act: 'contact',
    consent: 'keep',
    contact: { ...told, at: moment },
  });
  const planAt = (moment: EpochSeconds): Command => ({ act: 'plan', plan: { at: moment, by: { volunteer: 'Vera' } } });
  const duplicateOf = (id: SignalId): Command => ({
    act: 'triage',
    tested: ['own-contacts'],
    decision: 'duplicate',
    duplicateOf: id,
  });
  const handOver = (to: string, lies?: string): Command => ({
    act: 'hand-over',
    to: partnerId(to),
    reason: 'no-capacity',
    ...(lies && { neighbourhoodId: neighbourhoodId(lies) }),
  });
  const moment = [{ field: 'at', code: 'moment' }];
  const own = assignedOne();
  const followed = followedUp();

  it.each([
    ['a partner that does not exist', own, handOver('nobody'), [{ field: 'to', code: 'choice' }]],
    ['the partner that has it already', own, handOver('centrum'), [{ field: 'to', code: 'choice' }]],
    [
      'a neighbourhood that does not exist',
      own,
      handOver('noord', 'nowhere'),
      [{ field: 'neighbourhoodId', code: 'choice' }],
    ],
    [
      'a neighbourhood of another partner',
      own,
      handOver('noord', 'oude-noorden'),
      [{ field: 'neighbourhoodId', code: 'choice' }],
    ],
    ['the signal as its own duplicate', own, duplicateOf(own.id), [{ field: 'duplicateOf', code: 'not-found' }]],
    ['a duplicate of nothing', own, duplicateOf(aSignalId(404)), [{ field: 'duplicateOf', code: 'not-found' }]],
    [
      'a visitor of another partner',
      followed,
      { act: 'plan', plan: { at: at(0), by: by('noor') } },
      [{ field: 'memberId', code: 'choice' }],
    ],
    [
      'a visitor of another partner, said with the decision to go, too late',
      own,
      { ...triage, plan: { at: at(61 * DAY), by: by('noor') } },
      [
        { field: 'plan.at', code: 'moment' },
        { field: 'plan.memberId', code: 'choice' },
      ],
    ],
    ['a plan before the signal came', followed, planAt(plusElapsed(NOW, -1)), moment],
    ['a plan in more than sixty days', followed, planAt(at(60 * DAY + 1)), moment],
    [
      'a visitor of another partner, too late',
      followed,
      { act: 'plan', plan: { at: at(61 * DAY), by: by('noor') } },
      [...moment, { field: 'memberId', code: 'choice' }],
    ],
    ['an attempt before the signal came', followed, attemptAt(plusElapsed(NOW, -1)), moment],
    ['an attempt that is still to come', followed, attemptAt(at(301)), moment],
    ['a contact that is still to come', followed, contactAt(at(301)), moment],
  ] as const)('%s', async (_what, signal, command, errors) => {
    const town = await townWith(signal);
    const before = town.world.dump();
    expect(await acted(town, 'anna', signal.id, command)).toEqual({ kind: 'invalid', errors });
    expect(town.world.dump()).toEqual(before);
  });

  it.each([
    ['the desk as next owner', own, handOver('desk')],
    ['a phone that runs five minutes ahead', followed, attemptAt(at(300))],
    ['an attempt at the moment of receipt', followed, attemptAt(NOW)],
    ['a plan in sixty days', followed, planAt(at(60 * DAY))],
    ['a visitor of the owner', followed, { act: 'plan', plan: { at: at(0), by: by('bram') } }],
  ] as const)('but not %s', async (_what, signal, command) => {
    const town = await townWith(signal);
    expect((await acted(town, 'anna', signal.id, command)).kind).toBe('changed');
  });

  it('and a duplicate of a signal that the member may not see does not exist for them', async () => {
    const town = await townWith(own);
    const theirs = await town.keep(anAssignedSignal({ assignment: { ...ofDesk, ownerId: partnerId('noord') } }));
    const mine = await town.keep(anAssignedSignal());
    expect(await acted(town, 'anna', own.id, duplicateOf(theirs.id))).toEqual({
      kind: 'invalid',
      errors: [{ field: 'duplicateOf', code: 'not-found' }],
    });
    expect((await acted(town, 'anna', own.id, duplicateOf(mine.id))).kind).toBe('changed');
  });
});

describe('erasure', () => {
  it.each([
    ['the owner, by phone', 'anna', { act: 'erase', asked: 'by-phone' }, 'by-phone'],
    ['the coordinator, by letter', 'carla', { act: 'erase', asked: 'by-letter' }, 'by-letter'],
    ['the visitor, at the door', 'bram', { act: 'erase', asked: 'at-door' }, 'at-door'],
    ['the visitor, as what came of the contact', 'bram', { act: 'contact', consent: 'erase-now' }, 'at-door'],
  ] as const)(
    'by %s leaves a record, a fact, a ledger entry and an unlinked proof',
    async (_who, who, command, reason) => {
      const bram = { memberId: memberId('bram'), name: 'Bram Visser' };
      const signal = anAssignedSignal({ status: 'following-up', plan: { at: START, by: bram } });
      const town = await townWith(signal);
      expect(await acted(town, who, signal.id, command)).toMatchObject({ kind: 'erased', proofCode: 'PROF-PROF-0001' });

      const { signals, statistics, audit } = town.world.dump();
      const removeAt = plusElapsed(START, rules.retention.erasureRecord);
      expect(signals).toEqual([
        {
          pk: signal.id,
          kind: 'erased',
          day: '2026-03-03',
          dueShard: expect.any(String),
          nextAt: removeAt,
          ttl: removeAt + 7 * DAY,
        },
      ]);
      expect(town.auditOf(signal.id)).toEqual([{ event: 'erase', by: who, at: START, reason }]);
      expect(statistics.map(({ kind }) => kind).sort()).toEqual(['fact', 'ledger', 'proof']);
      const proof = statistics.find(({ kind }) => kind === 'proof');
      expect(proof).toEqual({
        pk: `proof#${sha256Hex('PROF-PROF-0001')}`,
        sk: '-',
        kind: 'proof',
        day: '2026-03-03',
        ttl: plusElapsed(START, rules.retention.erasureProof),
      });
      expect(JSON.stringify({ signals, statistics, audit })).not.toMatch(/3034AB|Joke|gordijnen|Bram Visser/);
    },
  );

  it('happens once: the second finds nothing', async () => {
    const signal = assignedOne();
    const town = await townWith(signal);
    const erase: Command = { act: 'erase', asked: 'at-desk' };
    const outcomes = await Promise.all([acted(town, 'anna', signal.id, erase), acted(town, 'carla', signal.id, erase)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['erased', 'not-found']);
    expect(town.world.dump().statistics.filter(({ kind }) => kind === 'proof')).toHaveLength(1);
  });
});
