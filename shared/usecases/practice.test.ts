import { describe, expect, it } from 'vitest';
import { localMonth } from '#shared/domain/amsterdam.ts';
import { partnerId } from '#shared/domain/ids.ts';
import { quarterOf } from '#shared/domain/period.ts';
import type { Signal } from '#shared/domain/signal.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { anAssignedSignal, DAY, HOUR, moment, NOW, nextOf } from '#shared/testing/builders.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { actOnSignal } from './act-on-signal.ts';
import { readPractices } from './read-practices.ts';
import { sendDigest } from './send-digest.ts';
import { practiseQuarterly, sendPractice } from './send-practice.ts';
import { sweep } from './sweep.ts';

const centrum = partnerId('centrum');

/** Everything that is due, as the sweep does it. */
const runSweep = async (town: Town) => {
  await sweep({
    signals: town.signals,
    advance: town.advance,
    now: town.clock.now,
    onFault: (_id, fault) => {
      throw fault;
    },
  });
};
async function practising(town: Town): Promise<Signal> {
  expect(await sendPractice(town.console, centrum)).toBe('sent');
  await runSweep(town);
  const [row] = (await town.signals.listByOwner(centrum, 'open', { limit: 5 })).items;
  if (!row) throw new Error('no practice signal came');
  return town.read(row.id);
}
const lastOf = async (town: Town) =>
  (await readPractices(town.console)).find(({ partner }) => partner.id === centrum)?.last;
const factsIn = (town: Town) => town.world.statistics.rows().filter(({ kind }) => kind === 'fact');
const triage = { act: 'triage', tested: ['own-contacts'], decision: 'seen-well' } as const;

describe('a practice signal', () => {
  it('goes to the partner that was chosen, about nobody, and says in its mail that it is practice', async () => {
    const town = await aTown();
    const signal = await practising(town);
    expect(signal).toMatchObject({
      status: 'assigned',
      assignment: { ownerId: 'centrum' },
      practice: { partnerId: centrum },
    });
    expect(signal.report.address).toEqual({ street: 'Oefenstraat', houseNumber: 1, town: 'Oefendorp' });
    expect([signal.reporter, signal.addressHash]).toEqual([undefined, undefined]);
    const [mail, ...others] = town.mailer.sent;
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^Oefening: /);
    expect(mail?.text).toContain('Dit is een oefening.');
    expect(mail?.text).toContain('This is a practice signal.');
  });

  it('is one a day, and who asks again hears so, and none for a partner that is not there', async () => {
    const town = await aTown();
    await practising(town);
    expect(await sendPractice(town.console, centrum)).toBe('already-today');
    expect(await sendPractice(town.console, partnerId('nobody'))).toBe('not-found');
    await runSweep(town);
    expect((await town.signals.listByOwner(centrum, 'open', { limit: 5 })).items).toHaveLength(1);
    expect(town.mailer.sent).toHaveLength(1);
  });

  it('alarms nobody but its partner, is not late work, and is gone after a week without a trace in the figures', async () => {
    const town = await aTown();
    const { id } = await practising(town);
    for (let hours = 0; hours < 8 * 24; hours += 6) {
      town.clock.advance(6 * HOUR);
      await runSweep(town);
      await sendDigest({ ...town.console, signals: town.signals });
    }
    const toOthers = town.sentTo().filter((line) => !line.includes('-owner-'));
    expect(toOthers).toEqual([]);
    expect(town.sentTo().length).toBeGreaterThan(1);
    await expect(town.read(id)).rejects.toThrow();
    expect(factsIn(town)).toEqual([]);
    expect(await lastOf(town)).toMatchObject({ signalId: id, reaction: 'none' });
  });

  it('is over when the partner closes it, who then reacted in time', async () => {
    const town = await aTown();
    const { id, version } = await practising(town);
    expect(await lastOf(town)).toMatchObject({ reaction: 'running', mail: 'under-way' });
    town.clock.advance(2 * HOUR);
    const outcome = await actOnSignal(town.acting, await town.member('anna'), {
      id,
      seenVersion: version,
      command: triage,
    });
    expect(outcome.kind).toBe('changed');
    await runSweep(town);
    await expect(town.read(id)).rejects.toThrow();
    expect(factsIn(town)).toEqual([]);
    expect(await lastOf(town)).toMatchObject({ reaction: 'in-time', reactedAt: plusElapsed(NOW, 2 * HOUR) });
  });

  it('shows who reacted too late, and who erased it', async () => {
    const town = await aTown();
    const { id, version } = await practising(town);
    town.clock.advance(25 * HOUR);
    const erase = { act: 'erase', asked: 'at-door' } as const;
    await actOnSignal(town.acting, await town.member('anna'), { id, seenVersion: version, command: erase });
    expect(await lastOf(town)).toMatchObject({ reaction: 'late', reactedAt: plusElapsed(NOW, 25 * HOUR) });
  });

  it('proves whether mail arrives', async () => {
    const town = await aTown();
    const signal = await practising(town);
    const news = async (state: 'failed' | 'delivered') => {
      const latest = await town.read(signal.id);
      const mails = { ...latest.mails, 'notify-1-owner-first': { state, at: town.clock.now() } };
      await town.elsewhere.replace(nextOf(latest, { mails }));
    };
    await news('failed');
    expect(await lastOf(town)).toMatchObject({ mail: 'failed' });
    await news('delivered');
    expect(await lastOf(town)).toMatchObject({ mail: 'arrived' });
  });
});

describe('the practice of a quarter', () => {
  const asked = async (town: Town) => {
    const before = town.world.signals.rows().length;
    await practiseQuarterly({ ...town.console, signals: town.signals });
    return town.world.signals.rows().length - before;
  };

  it('goes once to every partner that had nothing real for three months', async () => {
    const town = await aTown();
    const partners = (await town.directory.partners()).length;
    expect(await asked(town)).toBe(partners);
    town.clock.advance(DAY);
    expect(await asked(town)).toBe(0);
    town.clock.advance(92 * DAY);
    expect(quarterOf(localMonth(town.clock.now()))).toBe('2026-Q2');
    expect(await asked(town)).toBe(partners);
  });

  it('keeps that under a key that does not change', async () => {
    const town = await aTown();
    await asked(town);
    const keys = town.world.dump().access.map(({ pk }) => String(pk));
    expect(keys.filter((key) => key.endsWith('practice-centrum-2026-q1'))).toHaveLength(1);
  });

  it('spares whoever had a real one', async () => {
    const town = await aTown();
    const partners = (await town.directory.partners()).length;
    const signal = await town.keep(anAssignedSignal());
    await actOnSignal(town.acting, await town.member('anna'), {
      id: signal.id,
      seenVersion: signal.version,
      command: { ...triage, decision: 'follow-up' },
    });
    expect(await asked(town)).toBe(partners - 1);
    expect((await readPractices(town.console)).map(({ lastRealMonth }) => lastRealMonth)).toContain('2026-03');
  });

  it.each([
    ['a Sunday', '2026-03-01T10:00:00Z'],
    ['Easter Monday', '2026-04-06T10:00:00Z'],
  ])('waits for a working day on %s', async (_day, at) => {
    const town = await aTown({ start: moment(at) });
    expect(await asked(town)).toBe(0);
    town.clock.advance(DAY);
    expect(await asked(town)).toBeGreaterThan(0);
  });
});
