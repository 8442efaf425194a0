import { describe, expect, it } from 'vitest';
import { LogView } from '#shared/contracts/log-view.ts';
import type { Counted } from '#shared/ports/counter-store.ts';
import { aLocationCode, moment } from '#shared/testing/builders.ts';
import { knownSource } from '#shared/usecases/count.ts';
import { consoleFor } from '../../tests/support/console.ts';
import { bodyOf } from '../../tests/support/http.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';

/** It is the third of March 2026: what counts are March 2025 to February 2026. */
async function counted(town: Town, what: Counted, times: number, month = '2026-02'): Promise<void> {
  for (let at = 0; at < times; at += 1) await town.submitting.counters.count(what, month);
}
const via = (code: string): Counted => ({ kind: 'via', code: aLocationCode(code) });
const bookshop = { code: 'boekhandel', name: 'Boekhandel Zwaan', kind: 'shop' };

describe('the places with posters', () => {
  it('are listed with the signals that each brought in twelve whole months, rounded down to fives', async () => {
    const town = await aTown();
    await counted(town, via('kapper-jansen'), 4, '2025-03');
    await counted(town, via('kapper-jansen'), 3, '2026-02');
    await counted(town, via('telefoon'), 6);
    await counted(town, { kind: 'self-try' }, 9);
    const body = bodyOf(await (await consoleFor(town, 'carla'))('GET /v1/console/locations'));
    expect(body).toEqual({
      from: '2025-03',
      until: '2026-02',
      locations: [
        { code: 'apotheek-noord', name: 'Apotheek Noord', kind: 'care-or-welfare' },
        { code: 'kapper-jansen', name: 'Kapsalon Jansen', kind: 'shop', signals: 5 },
      ],
      byPhone: 5,
      selfTries: 5,
    });
  });

  it('show no number under five, and none of a month that is not over or longer than a year ago', async () => {
    const town = await aTown();
    await counted(town, via('kapper-jansen'), 4);
    await counted(town, via('kapper-jansen'), 20, '2026-03');
    await counted(town, via('kapper-jansen'), 20, '2025-02');
    await counted(town, { kind: 'self-try' }, 4);
    await counted(town, via('telefoon'), 1);
    const body = bodyOf(await (await consoleFor(town, 'carla'))('GET /v1/console/locations'));
    expect(JSON.stringify(body)).not.toMatch(/"signals"|removed|byPhone|selfTries/);
  });

  it('follow the months of Amsterdam over the turn of a year', async () => {
    const town = await aTown({ start: moment('2025-12-31T23:30:00Z') });
    const body = bodyOf(await (await consoleFor(town, 'carla'))('GET /v1/console/locations'));
    expect(body).toMatchObject({ from: '2025-01', until: '2025-12' });
  });

  it('are for coordinators: nobody else lists or adds one', async () => {
    const town = await aTown();
    for (const who of ['anna', 'bram', 'daan']) {
      const ask = await consoleFor(town, who);
      for (const response of [
        await ask('GET /v1/console/locations'),
        await ask('POST /v1/console/locations', { json: bookshop }),
        await ask('POST /v1/console/locations', { json: {} }),
      ])
        expect([response.statusCode, bodyOf(response)['code']]).toEqual([403, 'not-allowed']);
    }
    expect(await town.directory.location(aLocationCode('boekhandel'))).toBeUndefined();
  });
});

describe('the log', () => {
  it('tells who added, changed and removed a place, and nothing of what changed nothing', async () => {
    const town = await aTown();
    const ask = await consoleFor(town, 'carla');
    const path = { code: 'boekhandel' };
    const change = { json: { name: 'Boekhandel Noord', kind: 'shop' }, path };
    expect((await ask('PUT /v1/console/locations/{code}', change)).statusCode).toBe(404);
    for (let time = 1; time <= 2; time += 1)
      expect((await ask('POST /v1/console/locations', { json: bookshop })).statusCode).toBe(201);
    expect((await ask('POST /v1/console/locations', { json: { ...bookshop, kind: 'other' } })).statusCode).toBe(400);
    expect((await ask('PUT /v1/console/locations/{code}', change)).statusCode).toBe(200);
    const lines = async () => {
      const read = await ask('GET /v1/console/audit', { query: { member: 'carla', month: '2026-03' } });
      return LogView.parse(bodyOf(read))
        .lines.filter(({ event }) => event.endsWith('-location'))
        .map(({ event, about }) => `${event} ${about}`)
        .sort();
    };
    expect(await lines()).toEqual(['add-location Boekhandel Noord', 'change-location Boekhandel Noord']);
    for (let time = 1; time <= 2; time += 1)
      expect((await ask('DELETE /v1/console/locations/{code}', { path })).statusCode).toBe(204);
    expect(await lines()).toEqual([
      'add-location boekhandel',
      'change-location boekhandel',
      'remove-location boekhandel',
    ]);
  });

  it('tells who sent a practice signal and who downloaded figures', async () => {
    const town = await aTown();
    const ask = await consoleFor(town, 'carla');
    for (let time = 1; time <= 2; time += 1)
      await ask('POST /v1/console/practices/{partnerId}', { path: { partnerId: 'centrum' } });
    await ask('GET /v1/console/statistics');
    await ask('GET /v1/console/statistics/file');
    const read = await ask('GET /v1/console/audit', { query: { member: 'carla', month: '2026-03' } });
    const lines = LogView.parse(bodyOf(read)).lines.map(({ event, about }) => [event, about]);
    expect(lines.filter(([event]) => event !== 'read-member-log').toSorted()).toEqual([
      ['export-statistics', undefined],
      ['send-practice', 'Welzijn Centrum'],
    ]);
  });
});

describe('a new place', () => {
  it('is known to the form at once, and listed', async () => {
    const town = await aTown();
    const ask = await consoleFor(town, 'carla');
    const added = await ask('POST /v1/console/locations', { json: bookshop });
    expect([added.statusCode, bodyOf(added)]).toEqual([201, bookshop]);
    expect(await town.report.directory.location(aLocationCode('boekhandel'))).toMatchObject({
      name: 'Boekhandel Zwaan',
    });
    expect(JSON.stringify(bodyOf(await ask('GET /v1/console/locations')))).toContain('Boekhandel Zwaan');
  });

  it('takes no code of another place, nor the one for the phone', async () => {
    const ask = await consoleFor(await aTown(), 'carla');
    for (const code of ['kapper-jansen', 'telefoon']) {
      const refused = await ask('POST /v1/console/locations', { json: { ...bookshop, code } });
      expect([refused.statusCode, bodyOf(refused)]).toMatchObject([
        400,
        { errors: [{ field: 'code', code: 'code-taken' }] },
      ]);
    }
  });

  it('is refused with every wrong field at once', async () => {
    const ask = await consoleFor(await aTown(), 'carla');
    const refused = await ask('POST /v1/console/locations', {
      json: { code: 'Kapper Jansen', name: ' ', kind: 'king' },
    });
    expect(bodyOf(refused)).toMatchObject({
      errors: [
        { field: 'code', code: 'source' },
        { field: 'name', code: 'empty' },
        { field: 'kind', code: 'choice' },
      ],
    });
  });
});

describe('a place that is there', () => {
  const CODE = { path: { code: 'kapper-jansen' } };
  const CHANGE = 'PUT /v1/console/locations/{code}';
  const REMOVE = 'DELETE /v1/console/locations/{code}';

  it('gets another name under the same code, and keeps what it counted', async () => {
    const town = await aTown();
    await counted(town, via('kapper-jansen'), 7);
    const ask = await consoleFor(town, 'carla');
    const json = { name: 'Kapper Noord', kind: 'other' };
    const changed = await ask(CHANGE, { ...CODE, json });
    expect([changed.statusCode, bodyOf(changed)]).toEqual([200, { code: 'kapper-jansen', ...json }]);
    expect(bodyOf(await ask('GET /v1/console/locations'))['locations']).toContainEqual({
      code: 'kapper-jansen',
      ...json,
      signals: 5,
    });
    const refused = await ask(CHANGE, { ...CODE, json: { name: ' ', kind: 'king', code: 'x' } });
    expect(bodyOf(refused)).toMatchObject({ status: 400, errors: [{ field: 'name' }, { field: 'kind' }, {}] });
    for (const code of ['nergens', 'Geen Code'])
      expect((await ask(CHANGE, { path: { code }, json })).statusCode).toBe(404);
  });

  it('is removed: what it counted goes under what is gone, and its poster leads to the form as ever', async () => {
    const town = await aTown();
    await counted(town, via('kapper-jansen'), 7);
    await counted(town, via('telefoon'), 6);
    await counted(town, { kind: 'self-try' }, 5);
    const ask = await consoleFor(town, 'carla');
    expect(bodyOf(await ask('GET /v1/console/locations'))).not.toHaveProperty('removed');
    expect((await ask(REMOVE, CODE)).statusCode).toBe(204);
    expect((await ask(REMOVE, CODE)).statusCode).toBe(204);
    const list = bodyOf(await ask('GET /v1/console/locations'));
    expect(list).toMatchObject({ removed: 5, byPhone: 5, selfTries: 5, locations: [{ code: 'apotheek-noord' }] });
    expect(await knownSource(town.directory, 'kapper-jansen')).toBeUndefined();
  });

  it('comes back with what it counted when its code is added again', async () => {
    const town = await aTown();
    await counted(town, via('kapper-jansen'), 7);
    const ask = await consoleFor(town, 'carla');
    await ask(REMOVE, CODE);
    await ask('POST /v1/console/locations', { json: { ...bookshop, code: 'kapper-jansen' } });
    const list = bodyOf(await ask('GET /v1/console/locations'));
    expect(list['locations']).toContainEqual({ ...bookshop, code: 'kapper-jansen', signals: 5 });
    expect(list).not.toHaveProperty('removed');
  });
});
