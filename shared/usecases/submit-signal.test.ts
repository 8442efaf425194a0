import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reporterForgotten } from '#shared/domain/effects.ts';
import { erasureOf } from '#shared/domain/erasure.ts';
import { settle } from '#shared/domain/settle.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import {
  aDirectory,
  aPostcode,
  aReport,
  aReporter,
  auditAndFactOf,
  HOUR,
  NOW,
  rules,
  settings,
  someRoutes,
} from '#shared/testing/builders.ts';
import { allAtOnce } from '#shared/testing/contract.ts';
import { aTown } from '../../tests/support/memory-town.ts';
import { type SubmittedSignal, submitSignal } from './submit-signal.ts';

const KEY = '7d4f4c1e-9f0a-4a52-8b7e-0d1f2a3b4c5d';
const submitted = (overrides: Partial<SubmittedSignal> = {}): SubmittedSignal => ({
  idempotencyKey: KEY,
  report: aReport(),
  reporter: aReporter(),
  suspicions: [],
  ...overrides,
});
/** The same fields, the last one first. */
const turnedRound = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).reverse()) as Fields;
const deadlinesAt = (at: typeof NOW) => ({
  rulesVersion: 'test-1',
  triageBefore: plusElapsed(at, 24 * HOUR),
  visitPreferredBefore: plusElapsed(at, 24 * HOUR),
  visitBefore: plusElapsed(at, 48 * HOUR),
});

describe('submitting a signal', () => {
  it('stores everything that was told, received now and nobody’s yet, with one read and one write', async () => {
    const town = await aTown();
    town.calls.length = 0;
    const { source: _none, ...report } = aReport();
    const outcome = await submitSignal(
      { ...town.submitting, directory: town.advancing.directory },
      submitted({ report }),
    );
    expect(town.calls).toEqual(['routesFor', 'add']);
    expect(outcome).toEqual({ kind: 'accepted', id: expect.any(String), deadlines: deadlinesAt(NOW) });
    if (outcome.kind !== 'accepted') return;
    const signal = await town.read(outcome.id);
    expect(signal).toMatchObject({
      status: 'received',
      version: 1,
      report,
      reporter: aReporter(),
      receivedAt: NOW,
      nextAt: NOW,
      history: [{ at: NOW, what: 'submit' }],
    });
    expect([signal.assignment, signal.held]).toEqual([undefined, undefined]);
  });

  it('stores the street that the register has at the postcode, without another read', async () => {
    const streets = [{ name: 'Noordsingel', letters: ['AB'] }];
    const town = await aTown({ directory: aDirectory({ routes: [someRoutes({ streets })] }) });
    town.calls.length = 0;
    const deps = { ...town.submitting, directory: town.advancing.directory };
    const report = aReport({ address: { postcode: aPostcode('3034AB'), houseNumber: 12 } });
    const outcome = await submitSignal(deps, submitted({ report }));
    expect(town.calls.filter((call) => call !== 'location')).toEqual(['routesFor', 'add']);
    if (outcome.kind !== 'accepted') throw new Error(outcome.kind);
    expect((await town.read(outcome.id)).report.address).toEqual({ ...report.address, street: 'Noordsingel' });
    // What was sent decides whether it is the same signal: the register may have changed since.
    await town.directory.importDirectory(aDirectory());
    expect(await submitSignal(deps, submitted({ report }))).toEqual(outcome);
  });

  it('takes the same fields in another order for the same signal, and another value for another', async () => {
    const town = await aTown();
    const outcome = await submitSignal(town.submitting, submitted());
    expect(outcome.kind).toBe('accepted');
    const { address, ...report } = aReport();
    const turned = { ...turnedRound(report), address: turnedRound(address) };
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(aReport()));
    expect(
      await submitSignal(town.submitting, submitted({ report: turned, reporter: turnedRound(aReporter()) })),
    ).toEqual(outcome);
    const other = { ...turned, address: { ...address, houseNumber: address.houseNumber + 1 } };
    expect(await submitSignal(town.submitting, submitted({ report: other }))).toEqual({ kind: 'other-content' });
  });

  it('needs no read at all when the postcode is not known', async () => {
    const town = await aTown();
    town.calls.length = 0;
    const address = { street: 'Noordsingel', houseNumber: 3, town: 'Rotterdam' };
    const { source: _none, ...report } = aReport({ address });
    const outcome = await submitSignal(
      { ...town.submitting, directory: town.advancing.directory },
      submitted({ report }),
    );
    expect([outcome.kind, town.calls]).toEqual(['accepted', ['add']]);
  });

  it('asks once whose poster it came by, and counts that once', async () => {
    const town = await aTown();
    town.calls.length = 0;
    const deps = { ...town.submitting, directory: town.advancing.directory };
    await submitSignal(deps, submitted());
    expect(town.calls).toEqual(['routesFor', 'location', 'add']);
    await submitSignal(deps, submitted());
    const counted = town.world.dump().statistics.filter(({ kind }) => kind === 'counter');
    expect(counted).toEqual([{ pk: 'counter#2026-03', sk: 'via#kapper-jansen', kind: 'counter', count: 1 }]);
  });

  it('gives the same answer to the same form, at once, a day later and when it is being followed up', async () => {
    const town = await aTown();
    const first = await submitSignal(town.submitting, submitted());
    if (first.kind !== 'accepted') throw new Error('not accepted');
    town.clock.advance(24 * HOUR);
    await town.advance(first.id);
    const before = await town.read(first.id);
    expect(await submitSignal(town.submitting, submitted())).toEqual(first);
    expect(await town.read(first.id)).toEqual(before);
  });

  it('takes a key in capitals for the same key', async () => {
    const town = await aTown();
    const first = await submitSignal(town.submitting, submitted());
    expect(await submitSignal(town.submitting, submitted({ idempotencyKey: KEY.toUpperCase() }))).toEqual(first);
  });

  it.each([
    ['another address', { report: aReport({ address: { postcode: aPostcode(), houseNumber: 13 } }) }],
    ['another explanation', { report: aReport({ explanation: 'Iets anders.' }) }],
    ['another reporter', { reporter: aReporter({ name: 'Piet' }) }],
  ])('refuses %s under the same key and keeps what it had', async (_what, other) => {
    const town = await aTown();
    await submitSignal(town.submitting, submitted());
    const before = town.world.dump();
    expect(await submitSignal(town.submitting, submitted(other))).toEqual({ kind: 'other-content' });
    expect(town.world.dump()).toEqual(before);
  });

  it('makes one signal of twenty posts at once', async () => {
    const town = await aTown();
    const outcomes = await allAtOnce(20, () => submitSignal(town.submitting, submitted()));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(town.world.dump().signals).toHaveLength(1);
  });

  it('makes two signals of two forms with the same content', async () => {
    const town = await aTown();
    await submitSignal(town.submitting, submitted());
    await submitSignal(town.submitting, submitted({ idempotencyKey: randomUUID() }));
    expect(town.world.dump().signals).toHaveLength(2);
  });

  it.each(['erased', 'closed'] as const)(
    'brings nothing back under the key of a signal that is %s, and never says of other content that it is in',
    async (end) => {
      const town = await aTown();
      const first = await submitSignal(town.submitting, submitted());
      if (first.kind !== 'accepted') throw new Error('not accepted');
      const signal = await town.read(first.id);
      if (end === 'erased') await town.signals.erase(signal, erasureOf(signal, rules, NOW), auditAndFactOf(signal));
      else await town.signals.replace(settle(reporterForgotten(signal), rules));
      const before = town.world.dump();
      for (const again of [submitted(), submitted({ report: aReport({ explanation: 'Iets anders.' }) })])
        expect(await submitSignal(town.submitting, again)).toEqual({ kind: 'other-content' });
      expect(town.world.dump()).toEqual(before);
    },
  );

  it('stores nothing of an address outside the area', async () => {
    const town = await aTown();
    const outside = aReport({ address: { postcode: aPostcode('1011AB'), houseNumber: 1 } });
    const before = town.world.dump();
    expect(await submitSignal(town.submitting, submitted({ report: outside }))).toEqual({
      kind: 'outside-service-area',
    });
    expect(town.world.dump()).toEqual(before);
  });

  it('holds a signal of a suspected sender for the desk and never drops it', async () => {
    const town = await aTown();
    const outcome = await submitSignal(town.submitting, submitted({ suspicions: ['hidden-field'] }));
    if (outcome.kind !== 'accepted') throw new Error('not accepted');
    expect((await town.read(outcome.id)).held).toEqual({ since: NOW, suspicions: ['hidden-field'] });
  });

  it.each([
    [{ email: 'joke@winkel.example' }, 'accepted'],
    [{ phone: '0612345678' }, 'accepted'],
    [{}, 'contact-required'],
  ])('where a way to be reached is required, %j is %s', async (contact, kind) => {
    const town = await aTown({ settings: { ...settings, reporterContact: 'required' } });
    const { email: _email, ...anonymous } = aReporter({ mayBeContacted: false });
    const outcome = await submitSignal(town.submitting, submitted({ reporter: { ...anonymous, ...contact } }));
    expect(outcome.kind).toBe(kind);
    expect(town.world.dump().signals).toHaveLength(kind === 'accepted' ? 1 : 0);
  });
});
