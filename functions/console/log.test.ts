import { describe, expect, it } from 'vitest';
import { DirectoryView } from '#shared/contracts/directory.ts';
import { LogView } from '#shared/contracts/log-view.ts';
import { memberId } from '#shared/domain/ids.ts';
import { ACCOUNT_EVENTS, AUDIT_EVENTS, DIRECTORY_EVENTS } from '#shared/ports/audit-trail.ts';
import { anAssignedSignal, anAuditLine, aSignalId, DAY, HOUR, NOW } from '#shared/testing/builders.ts';
import { CONSOLE_LOG } from '#shared/texts/catalogues/console-log.ts';
import { consoleFor } from '../../tests/support/console.ts';
import { bodyOf } from '../../tests/support/http.ts';
import { aTown } from '../../tests/support/memory-town.ts';

const OF_SIGNAL = 'GET /v1/console/signals/{id}/audit';
const OF_MEMBER = 'GET /v1/console/audit';
const FILE = 'GET /v1/console/audit/file';
const READ = 'GET /v1/console/signals/{id}';
const linesIn = (body: Record<string, unknown>) => LogView.parse(body).lines;

describe('the log of a signal', () => {
  it('says who read and did what, newest first, with the reading of the log itself on top', async () => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    const path = { id };
    await (await consoleFor(town, 'anna'))(READ, { path });
    town.clock.advance(HOUR);
    const carla = await consoleFor(town, 'carla');
    await carla(READ, { path, query: { reason: 'complaint' } });
    town.clock.advance(HOUR);
    const response = await carla(OF_SIGNAL, { path });
    expect(response.statusCode).toBe(200);
    expect(bodyOf(response)).toEqual({
      lines: [
        { at: '2026-03-03T12:00:00Z', event: 'read-log', by: { id: 'carla', name: 'Carla Jansen' }, reference: id },
        {
          at: '2026-03-03T11:00:00Z',
          event: 'read',
          by: { id: 'carla', name: 'Carla Jansen' },
          reference: id,
          reason: 'complaint',
        },
        { at: '2026-03-03T10:00:00Z', event: 'read', by: { id: 'anna', name: 'Anna Bakker' }, reference: id },
      ],
    });
  });

  it('is still there when the signal is gone, page by page, each of them written down', async () => {
    const town = await aTown();
    const id = aSignalId(404);
    await town.audit.write(Array.from({ length: 60 }, () => anAuditLine({ signalId: id, at: NOW })));
    await town.audit.write([anAuditLine({ signalId: id, event: 'expire', by: 'system' })]);
    town.clock.advance(HOUR);
    const ask = await consoleFor(town, 'carla');
    const first = bodyOf(await ask(OF_SIGNAL, { path: { id } }));
    expect(linesIn(first)).toHaveLength(50);
    const rest = bodyOf(await ask(OF_SIGNAL, { path: { id }, query: { after: String(first['next']) } }));
    expect([linesIn(rest).length, rest['next']]).toEqual([12, undefined]);
    expect([...linesIn(first), ...linesIn(rest)].filter(({ by }) => !by)).toEqual([
      { at: '2026-03-03T10:00:00Z', event: 'expire', reference: id },
    ]);
    expect(town.auditOf(id).filter(({ event }) => event === 'read-log')).toHaveLength(2);
  });
});

describe('the log of a member', () => {
  it('says what they read and did in a month, of the directory too', async () => {
    const town = await aTown();
    const signal = await town.keep(anAssignedSignal());
    const carla = await consoleFor(town, 'carla');
    await carla(READ, { path: { id: signal.id }, query: { reason: 'quality-check' } });
    town.clock.advance(HOUR);
    await carla('POST /v1/console/neighbourhoods', { json: { name: 'Kralingen' } });
    town.clock.advance(HOUR);
    const lines = linesIn(bodyOf(await carla(OF_MEMBER, { query: { member: 'carla', month: '2026-03' } })));
    expect(lines.map(({ event, about, reference }) => [event, about ?? reference])).toEqual([
      ['read-member-log', 'Carla Jansen'],
      ['add-neighbourhood', 'Kralingen'],
      ['read', signal.id],
    ]);
    const later = await carla(OF_MEMBER, { query: { member: 'carla', month: '2026-02' } });
    expect(linesIn(bodyOf(later))).toEqual([]);
  });

  it('is there too of somebody who left, by the name they had, for as long as there are lines of theirs', async () => {
    const town = await aTown();
    await town.audit.write([anAuditLine({ by: memberId('bram') })]);
    const ask = await consoleFor(town, 'carla');
    const seen = DirectoryView.parse(bodyOf(await ask('GET /v1/console/directory'))).members.find(
      ({ id }) => id === 'bram',
    )?.seen;
    await ask('POST /v1/console/members/{memberId}/removal', { json: { seen }, path: { memberId: 'bram' } });
    const [line] = linesIn(bodyOf(await ask(OF_MEMBER, { query: { member: 'bram', month: '2026-03' } })));
    expect(line?.by).toEqual({ id: 'bram', name: 'Bram Visser' });

    const membersNow = async () =>
      bodyOf(await (await consoleFor(town, 'carla'))('GET /v1/console/audit/members'))['members'];
    expect(await membersNow()).toContainEqual({ id: 'bram', name: 'Bram Visser', leftAt: '2026-03-03T10:00:00Z' });
    expect(await membersNow()).toContainEqual({ id: 'anna', name: 'Anna Bakker' });
    town.clock.advance(364 * DAY);
    expect(await membersNow()).toContainEqual(expect.objectContaining({ id: 'bram' }));
    town.clock.advance(32 * DAY);
    expect(await membersNow()).not.toContainEqual(expect.objectContaining({ id: 'bram' }));
  });

  it('calls by their id who was never in the directory that it knows', async () => {
    const town = await aTown();
    await town.audit.write([anAuditLine({ by: memberId('onbekend') })]);
    const ask = await consoleFor(town, 'carla');
    const [line] = linesIn(bodyOf(await ask(OF_MEMBER, { query: { member: 'onbekend', month: '2026-03' } })));
    expect(line?.by).toEqual({ id: 'onbekend', name: 'onbekend' });
  });

  it.each([
    [{}, ['member', 'month']],
    [{ member: 'anna', month: '2026-13' }, ['month']],
    [{ member: 'anna', month: '2026-04' }, ['month']],
    [{ member: 'anna', month: '2025-02' }, ['month']],
    [{ member: 'Anna Bakker', month: '2026-03' }, ['member']],
    [{ member: 'anna', month: '2026-03', after: 'nonsense' }, ['after']],
  ])('cannot be asked for with %j', async (query, fields) => {
    const refused = await (await consoleFor(await aTown(), 'carla'))(OF_MEMBER, { query });
    const { errors } = bodyOf(refused) as { errors: { field: string }[] };
    expect([refused.statusCode, errors.map(({ field }) => field)]).toEqual([400, fields]);
  });
});

describe('the file', () => {
  it('holds every line, in words, with the moment on Amsterdam’s clock', async () => {
    const town = await aTown();
    const id = aSignalId(404);
    await town.audit.write(Array.from({ length: 1_100 }, () => anAuditLine({ signalId: id, event: 'list' })));
    await town.audit.write([anAuditLine({ signalId: id, event: 'erase', reason: 'at-door' })]);
    town.clock.advance(DAY);
    const ask = await consoleFor(town, 'carla');
    const { headers, body = '' } = await ask(FILE, { query: { signal: id } });
    expect(headers?.['content-disposition']).toBe(`attachment; filename="logboek-${id}.csv"`);
    const lines = body.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(lines).toHaveLength(1_103);
    expect(lines[0]).toBe('"Moment","Wie","Wat","Signaal","Over","Reden"');
    expect(lines[1]).toBe(`"2026-03-04 11:00:00","Carla Jansen","las het logboek van het signaal","${id}",,`);
    expect(lines).toContain(`"2026-03-03 11:00:00","Anna Bakker","wiste het signaal","${id}",,"Aan de deur"`);
  });

  it('is of a member in a month, in English', async () => {
    const town = await aTown();
    await town.audit.write([anAuditLine()]);
    const ask = await consoleFor(town, 'carla');
    const { headers, body } = await ask(FILE, { query: { member: 'anna', month: '2026-03', language: 'en' } });
    expect(headers?.['content-disposition']).toBe('attachment; filename="log-anna-2026-03.csv"');
    expect(body).toContain('"Anna Bakker","decided whether a visit is needed"');
  });

  it.each([
    [{}, ['signal']],
    [{ member: 'anna' }, ['month']],
    [{ signal: 'x' }, ['signal']],
    [{ signal: String(aSignalId(404)), member: 'anna', month: '2026-03' }, ['signal']],
    [{ member: 'anna', month: '2024-01' }, ['month']],
  ])('cannot be asked for with %j', async (query, fields) => {
    const refused = await (await consoleFor(await aTown(), 'carla'))(FILE, { query });
    const { errors } = bodyOf(refused) as { errors: { field: string }[] };
    expect([refused.statusCode, errors.map(({ field }) => field)]).toEqual([400, fields]);
  });
});

describe('the log', () => {
  it.each(['anna', 'noor', 'bram', 'daan'])('is not for %s, and nobody asked for it then', async (who) => {
    const town = await aTown();
    const { id } = await town.keep(anAssignedSignal());
    const ask = await consoleFor(town, who);
    for (const [route, request] of [
      [OF_SIGNAL, { path: { id } }],
      [OF_MEMBER, { query: { member: 'anna', month: '2026-03' } }],
      [FILE, { query: { signal: id } }],
    ] as const) {
      const refused = await ask(route, request);
      expect([refused.statusCode, bodyOf(refused)['code']]).toEqual([403, 'not-allowed']);
    }
    expect(town.world.dump().audit).toEqual([]);
  });

  it('has words for everything that can be in it', () => {
    const events = [...AUDIT_EVENTS, ...DIRECTORY_EVENTS, ...ACCOUNT_EVENTS, 'read-member-log'].sort();
    for (const { events: known } of Object.values(CONSOLE_LOG)) expect(Object.keys(known).sort()).toEqual(events);
  });
});
