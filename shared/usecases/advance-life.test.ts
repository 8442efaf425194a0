import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/domain/acts.ts';
import { partnerId, type SignalId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import {
  anAssignedSignal,
  aPostcode,
  aReport,
  aReporter,
  aSignal,
  DAY,
  HOUR,
  NOW,
  nextOf,
  rules,
} from '#shared/testing/builders.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { actOnSignal } from './act-on-signal.ts';
import { advance } from './advance.ts';
import { recordMailEvent } from './record-mail-event.ts';

const act = async (town: Town, id: SignalId, command: Command) => {
  const seenVersion = (await town.read(id)).version;
  return actOnSignal(town.acting, await town.member('anna'), { id, seenVersion, command });
};
const notified = { 'notify-1-owner-first': { state: 'delivered', at: NOW } } as const;

describe('routing', () => {
  const at = (postcode: string) => ({ postcode: aPostcode(postcode), houseNumber: 12 });
  const street = { street: 'Noordsingel', houseNumber: 12, town: 'Rotterdam' };
  it.each([
    ['to the partner of the neighbourhood', at('3034AB'), 'centrum', 'oude-noorden', 'centrum@welzijn.example'],
    ['by a range of letters', at('3035XB'), 'centrum', 'oude-noorden', 'centrum@welzijn.example'],
    ['outside that range', at('3035AB'), 'noord', 'bergpolder', 'noord@stichting.example'],
    ['to the desk where no partner serves', at('3036AB'), 'desk', 'niemandsland', 'loket@voorbeeldstad.example'],
    [
      'to the desk when the postcode is not in the tables',
      at('3099AB'),
      'desk',
      undefined,
      'loket@voorbeeldstad.example',
    ],
    ['to the desk when the postcode is not known', street, 'desk', undefined, 'loket@voorbeeldstad.example'],
  ])('goes %s', async (_how, address, ownerId, neighbourhoodId, mailbox) => {
    const town = await aTown();
    const { id } = await town.keep(aSignal({ report: aReport({ address }) }));
    await town.advance(id);
    const { status, step, assignment, history } = await town.read(id);
    expect(assignment).toEqual({
      number: 1,
      ownerId,
      ...(neighbourhoodId && { neighbourhoodId }),
      since: NOW,
      formerOwners: [],
    });
    expect([status, step?.name, history.at(-1)]).toEqual(['assigned', 'triage', { at: NOW, what: 'assign' }]);
    expect(town.sentTo()).toEqual([`notify-1-owner-first -> ${mailbox}`]);
    expect(town.auditOf(id)).toEqual([{ event: 'assign', by: 'system', at: NOW }]);
  });

  it('keeps a held signal at the desk, with its neighbourhood, until the desk releases it to the partner', async () => {
    const town = await aTown();
    const { id } = await town.keep(aSignal({ held: { since: NOW, suspicions: ['hidden-field'] } }));
    await town.advance(id);
    const held = await town.read(id);
    expect(held.assignment).toMatchObject({ ownerId: 'desk', neighbourhoodId: 'oude-noorden' });
    expect(held.step?.name).toBe('held');

    town.clock.advance(HOUR);
    const daan = await town.member('daan');
    await actOnSignal(town.acting, daan, { id, seenVersion: 1, command: { act: 'release' } });
    await town.advance(id);
    const released = await town.read(id);
    expect(released.assignment).toMatchObject({ number: 2, ownerId: 'centrum', formerOwners: ['desk'] });
    expect(released.deadlines).toEqual(held.deadlines);
    expect(town.sentTo()).toEqual([
      'notify-1-owner-first -> loket@voorbeeldstad.example',
      'notify-2-owner-first -> centrum@welzijn.example',
    ]);
  });

  it('falls to the desk mailbox when the owner left the directory', async () => {
    const town = await aTown();
    const { id } = await town.keep(
      anAssignedSignal({ assignment: { number: 1, ownerId: partnerId('gone'), since: NOW, formerOwners: [] } }),
    );
    await town.advance(id);
    expect(town.sentTo()).toEqual(['notify-1-owner-first -> loket@voorbeeldstad.example']);
  });
});

describe('a deadline', () => {
  it('is heard of by the backup and the coordinator, each once, together and not a second early', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal({ mails: notified }));
    town.clock.moveTo(plusElapsed(anAssignedSignal().deadlines.triageBefore, -1));
    await town.advance(id);
    const escalations = () => town.sentTo().filter((mail) => mail.startsWith('escalate'));
    expect(escalations()).toEqual([]);
    town.clock.advance(1);
    await Promise.all([town.advance(id), town.advance(id)]);
    await town.advance(id);
    await town.advance(id);
    expect(escalations()).toEqual([
      'escalate-triage-1-backup-first -> noord@stichting.example',
      'escalate-triage-1-coordinator-first -> coordinator@voorbeeldstad.example',
    ]);
    expect(town.sentTo().filter((mail) => mail.startsWith('remind'))).toEqual([
      'remind-triage-1-owner-first -> centrum@welzijn.example',
    ]);
  });
});

describe('the reporter', () => {
  const throughLife = async (wantsUpdates: boolean) => {
    const town = await aTown();
    const { id } = await town.keep(aSignal({ reporter: aReporter({ wantsUpdates }) }));
    await town.advance(id);
    town.clock.advance(HOUR);
    await act(town, id, { act: 'triage', tested: ['own-contacts'], decision: 'follow-up' });
    await town.advance(id);
    town.clock.advance(HOUR);
    await act(town, id, { act: 'close', outcome: 'not-reached' });
    await town.advance(id);
    return { town, id };
  };
  const toReporter = (town: Town) => town.sentTo().filter((mail) => mail.endsWith('joke@winkel.example'));

  it('hears three times when asked for', async () => {
    const { town } = await throughLife(true);
    expect(toReporter(town)).toEqual([
      'update-received-reporter -> joke@winkel.example',
      'update-picked-up-reporter -> joke@winkel.example',
      'update-closed-reporter -> joke@winkel.example',
    ]);
  });

  it('hears nothing of an erasure, before or after', async () => {
    const town = await aTown();
    const { id } = await town.keep(aSignal({ reporter: aReporter({ wantsUpdates: true }) }));
    await town.advance(id);
    town.clock.advance(HOUR);
    await act(town, id, { act: 'triage', tested: ['own-contacts'], decision: 'follow-up' });
    await town.advance(id);
    const before = toReporter(town);
    expect(before).toHaveLength(2);
    await act(town, id, { act: 'erase', asked: 'at-door' });
    for (const later of [0, HOUR, 40 * DAY]) {
      town.clock.advance(later);
      await town.advance(id);
    }
    expect(toReporter(town)).toEqual(before);
  });

  it('hears nothing when not asked for', async () => {
    const { town } = await throughLife(false);
    expect(toReporter(town)).toEqual([]);
  });

  it.each([true, false])(
    'is forgotten at closing, with a line in the audit trail (updates: %s)',
    async (wantsUpdates) => {
      const { town, id } = await throughLife(wantsUpdates);
      const { reporter, report } = await town.read(id);
      expect([reporter, report.source]).toEqual([undefined, undefined]);
      expect(town.auditOf(id).at(-1)).toEqual({ event: 'forget-reporter', by: 'system', at: town.clock.now() });
      const kept = JSON.stringify(town.world.dump().signals);
      for (const theirs of ['Joke', 'joke@', 'kapper-jansen']) expect(kept).not.toContain(theirs);
    },
  );

  it('is forgotten after an hour though the last message cannot be sent, and not before', async () => {
    const town = await aTown();
    const { id } = await town.keep(aSignal({ reporter: aReporter({ wantsUpdates: true }) }));
    await town.advance(id);
    await act(town, id, { act: 'triage', tested: ['own-contacts'], decision: 'seen-well' });
    const closedAt = town.clock.now();
    town.mailer.behave('out-of-order');
    const advanceAt = async (seconds: number) => {
      town.clock.moveTo(plusElapsed(closedAt, seconds));
      await town.advance(id);
      return (await town.read(id)).reporter;
    };
    expect(await advanceAt(0)).toBeDefined();
    expect(await advanceAt(HOUR - 1)).toBeDefined();
    expect(await advanceAt(HOUR)).toBeUndefined();
  });
});

describe('the end', () => {
  const closedSignal = () => {
    const open = anAssignedSignal({ mails: notified });
    const { step: _over, ...rest } = open;
    return nextOf(rest as typeof open, {
      status: 'closed',
      closing: { at: NOW, outcome: 'not-reached' },
      expiresAt: plusElapsed(NOW, rules.retention.notReached),
    });
  };

  it('replaces a closed signal by its erasure record, with audit line, last fact and ledger entry', async () => {
    const town = await aTown();
    const closed = closedSignal();
    await town.keep(closed);
    town.clock.advance(rules.retention.notReached);
    const removeAt = plusElapsed(town.clock.now(), rules.retention.erasureRecord);
    await town.advance(closed.id);

    const { signals, statistics } = town.world.dump();
    expect(signals).toEqual([
      {
        pk: closed.id,
        kind: 'erased',
        day: '2026-03-31',
        dueShard: expect.any(String),
        nextAt: removeAt,
        ttl: removeAt + 7 * DAY,
      },
    ]);
    expect(town.auditOf(closed.id).at(-1)).toEqual({ event: 'expire', by: 'system', at: town.clock.now() });
    expect(statistics.find(({ kind }) => kind === 'ledger')).toEqual({
      pk: 'ledger#2026-03-31',
      sk: closed.id,
      kind: 'ledger',
      day: '2026-03-31',
      ttl: removeAt,
    });
    expect(statistics.filter(({ kind }) => kind === 'fact')).toMatchObject([
      { sk: closed.factId, status: 'closed', outcome: 'not-reached' },
    ]);
    expect(statistics.some(({ kind }) => kind === 'proof')).toBe(false);
  });

  it.each([
    ['closed', closedSignal()],
    ['closed by nobody', anAssignedSignal()],
  ])('comes to a signal that was %s though nothing else can be reached', async (_how, signal) => {
    const town = await aTown();
    const { id } = await town.keep(signal);
    town.clock.advance(rules.retention.hardCap);
    const down = async (): Promise<never> => {
      throw new Error('out of reach');
    };
    const directory = { ...town.advancing.directory, partner: down, member: down, neighbourhood: down };
    const nothing = { directory, mailer: { send: down }, mailboxKey: down, addressKey: down, registers: down };
    await advance({ ...town.advancing, ...nothing }, id);
    expect(town.world.dump().signals).toMatchObject([{ pk: id, kind: 'erased' }]);
  });

  it('does not come a second early', async () => {
    const town = await aTown();
    const { id } = await town.keep(closedSignal());
    town.clock.advance(rules.retention.notReached - 1);
    await town.advance(id);
    expect((await town.read(id)).status).toBe('closed');
  });

  it('comes to a signal that nobody closes after the hard cap, a week after its owner was warned', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal({ mails: notified }));
    const warned = () => town.sentTo().filter((mail) => mail.startsWith('warn-expiry'));
    town.clock.advance(rules.retention.hardCap - rules.retention.warning - 1);
    await town.advance(id);
    expect(warned()).toEqual([]);
    town.clock.advance(1);
    await town.advance(id);
    expect(warned()).toEqual([`warn-expiry-${NOW + rules.retention.hardCap}-owner-first -> centrum@welzijn.example`]);
    town.clock.advance(7 * DAY - 1);
    await town.advance(id);
    expect((await town.read(id)).status).toBe('assigned');
    town.clock.advance(1);
    await town.advance(id);
    expect(town.world.dump().signals).toMatchObject([{ kind: 'erased' }]);
    expect(town.world.dump().statistics).toContainEqual(expect.objectContaining({ kind: 'fact', status: 'expired' }));
  });

  it('is final: news of a mail that comes later brings nothing back', async () => {
    const town = await aTown();
    const closed = closedSignal();
    await town.keep(closed);
    town.clock.advance(rules.retention.notReached);
    await town.advance(closed.id);
    const after = town.world.dump();
    for (const state of ['delivered', 'failed'] as const) {
      const news = { state, at: town.clock.now() };
      await recordMailEvent(
        { signals: town.signals, rules },
        { signalId: closed.id, effect: 'notify-1-owner-first', news },
      );
    }
    await town.advance(closed.id);
    expect(town.world.dump()).toEqual(after);
  });

  it('leaves a mail that was on its way unrecorded, and the signal gone', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    const mailer = {
      send: async () => {
        await act(town, id, { act: 'erase', asked: 'by-phone' });
        return 'sent' as const;
      },
    };
    await town.advance(id, { mailer });
    expect(town.world.dump().signals).toMatchObject([{ pk: id, kind: 'erased' }]);
  });
});
