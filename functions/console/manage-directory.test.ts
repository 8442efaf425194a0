import { describe, expect, it } from 'vitest';
import type { DirectoryView } from '#shared/contracts/directory.ts';
import { memberId, partnerId } from '#shared/domain/ids.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import type { Response } from '#shared/http/responses.ts';
import {
  aDirectory,
  aMember,
  aNeighbourhood,
  anAssignedSignal,
  aPartner,
  aSignalId,
  NOW,
} from '#shared/testing/builders.ts';
import { type Ask, consoleFor, consoleOf } from '../../tests/support/console.ts';
import { bodyOf, cookiesOf } from '../../tests/support/http.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';

const NEW_PARTNER = { name: 'Wijkhuis Zuid', mailbox: 'Post@Zuid.example', weekends: false };

async function open(directory = aDirectory()) {
  const town = await aTown({
    directory: { ...directory, partners: directory.partners.filter(({ id }) => id !== 'desk') },
  });
  return { town, ask: await consoleFor(town, 'carla') };
}
const directoryOf = async (ask: Ask) => bodyOf(await ask('GET /v1/console/directory')) as DirectoryView;
const partnerIn = async (ask: Ask, id: string) => {
  const found = (await directoryOf(ask)).partners.find((one) => one.id === id);
  if (!found) throw new Error(`no partner ${id}`);
  const { id: _id, awayNow: _now, ...fields } = found;
  return fields;
};
const memberIn = async (ask: Ask, id: string) => {
  const found = (await directoryOf(ask)).members.find((one) => one.id === id);
  if (!found) throw new Error(`no member ${id}`);
  const { id: _id, ...fields } = found;
  return fields;
};
const because = (response: Response) => [response.statusCode, bodyOf(response)['code'], bodyOf(response)['because']];
const errorsOf = (response: Response) => {
  expect([response.statusCode, bodyOf(response)['code']]).toEqual([400, 'invalid-fields']);
  return (bodyOf(response)['errors'] as { field: string; code: string }[]).map(
    ({ field, code }) => `${field}: ${code}`,
  );
};
const audited = (town: Town) => town.world.audit.rows().map(({ pk, event, by, about }) => ({ pk, event, by, about }));

describe('a partner', () => {
  it('is added with everything that is known of it, and is there for a hand-over at once', async () => {
    const { town, ask } = await open();
    const away = [
      { from: '2026-12-24', until: '2027-01-03' },
      { from: '2026-03-02', until: '2026-03-03' },
    ];
    const response = await ask('POST /v1/console/partners', {
      json: {
        ...NEW_PARTNER,
        secondMailbox: 'bureau@zuid.example',
        backupId: 'noord',
        weekends: true,
        away,
        dataRole: 'processor',
        publicContact: '010 123 45 67',
        phone: ' 010 123 45 61',
      },
    });
    expect(response.statusCode).toBe(201);
    const { id } = bodyOf(response) as { id: string };
    expect((await directoryOf(ask)).partners.find((one) => one.id === id)).toEqual({
      id,
      seen: expect.any(String),
      name: 'Wijkhuis Zuid',
      mailbox: 'post@zuid.example',
      secondMailbox: 'bureau@zuid.example',
      backupId: 'noord',
      weekends: true,
      away: [away[1], away[0]],
      awayNow: true,
      dataRole: 'processor',
      publicContact: '010 123 45 67',
      phone: '010 123 45 61',
    });
    expect((await ask('GET /v1/console/partners')).body).toContain('Wijkhuis Zuid');
    expect(audited(town)).toEqual([{ pk: 'directory#2026-03', event: 'add-partner', by: 'carla', about: id }]);
    expect(JSON.stringify(town.world.dump().audit)).not.toMatch(/uid\.example|010/);
  });

  it('hears every wrong field at once', async () => {
    const { town, ask } = await open();
    expect(
      errorsOf(
        await ask('POST /v1/console/partners', { json: { away: [{ from: 'x' }], dataRole: 'x', phone: '14 010' } }),
      ),
    ).toEqual([
      'name: required',
      'mailbox: required',
      'weekends: yes-or-no',
      'away.0.from: day',
      'away.0.until: required',
      'dataRole: choice',
      'phone: phone',
    ]);
    const known = {
      name: 'WELZIJN CENTRUM',
      mailbox: 'a@zuid.example',
      secondMailbox: 'A@zuid.example',
      backupId: 'nobody',
      weekends: true,
      away: [{ from: '2026-12-24', until: '2026-12-23' }],
    };
    expect(errorsOf(await ask('POST /v1/console/partners', { json: known }))).toEqual([
      'name: taken',
      'secondMailbox: twice',
      'backupId: choice',
      'away.0: backwards',
    ]);
    expect(audited(town)).toEqual([]);
  });

  it.each(['Nobody!', 'Centrum', 'a'.repeat(61)])(
    'is refused with a backup that nobody can be: %s',
    async (backupId) => {
      const { town, ask } = await open();
      const zuid = { name: 'Zuid', mailbox: 'a@zuid.example', backupId, weekends: true };
      const [wrong, ...others] = errorsOf(await ask('POST /v1/console/partners', { json: zuid }));
      expect([wrong?.split(':')[0], others]).toEqual(['backupId', []]);
      expect(audited(town)).toEqual([]);
    },
  );

  it('is changed, but not over what somebody else changed meanwhile', async () => {
    const { ask } = await open();
    const seen = await partnerIn(ask, 'centrum');
    const change = (name: string) =>
      ask('PUT /v1/console/partners/{partnerId}', { json: { ...seen, name }, path: { partnerId: 'centrum' } });
    expect((await change('Centrum Een')).statusCode).toBe(204);
    expect(because(await change('Centrum Twee'))).toEqual([409, 'changed-meanwhile', undefined]);
    expect((await partnerIn(ask, 'centrum')).name).toBe('Centrum Een');
  });

  it('is not its own backup, and keeps its own name', async () => {
    const { ask } = await open();
    const seen = await partnerIn(ask, 'centrum');
    const response = await ask('PUT /v1/console/partners/{partnerId}', {
      json: { ...seen, backupId: 'centrum' },
      path: { partnerId: 'centrum' },
    });
    expect(errorsOf(response)).toEqual(['backupId: choice']);
  });

  const alone = aDirectory({
    partners: [
      aPartner({ id: partnerId('noord'), name: 'Noord' }),
      aPartner({ id: partnerId('zuid'), name: 'Zuid', backupId: partnerId('noord') }),
    ],
    neighbourhoods: [aNeighbourhood({ partnerId: partnerId('noord') })],
    members: [
      ...aDirectory().members.filter(({ role }) => role === 'coordinator'),
      aMember({ id: memberId('zoe'), partnerId: partnerId('zuid') }),
    ],
  });
  const remove = async (ask: Ask, id: string) =>
    ask('POST /v1/console/partners/{partnerId}/removal', {
      json: { seen: (await partnerIn(ask, id)).seen },
      path: { partnerId: id },
    });
  const ofZuid = { number: 1, ownerId: partnerId('zuid'), since: NOW, formerOwners: [] };

  it('stays while something depends on it', async () => {
    const serving = await open();
    expect(because(await remove(serving.ask, 'centrum'))).toEqual([409, 'in-use', 'serves-neighbourhoods']);
    const backup = await open({ ...alone, neighbourhoods: [] });
    expect(because(await remove(backup.ask, 'noord'))).toEqual([409, 'in-use', 'is-backup']);
    const { town, ask } = await open(alone);
    await town.keep(anAssignedSignal({ assignment: ofZuid }));
    expect(because(await remove(ask, 'zuid'))).toEqual([409, 'in-use', 'open-signals']);
  });

  it('leaves with its members, and its closed signals go to the desk', async () => {
    const { town, ask } = await open(alone);
    const closed = await town.keep(
      anAssignedSignal({
        id: aSignalId(3),
        assignment: ofZuid,
        status: 'closed',
        closing: { at: NOW, outcome: 'not-reached' },
        expiresAt: plusElapsed(NOW, 86_400),
      }),
    );
    const zoe = await consoleFor(town, 'zoe');
    expect((await zoe('GET /v1/console/sessions/current')).statusCode).toBe(200);
    expect((await remove(ask, 'zuid')).statusCode).toBe(204);
    expect((await zoe('GET /v1/console/sessions/current')).statusCode).toBe(401);
    expect((await town.read(closed.id)).assignment).toMatchObject({
      number: 2,
      ownerId: 'desk',
      formerOwners: ['zuid'],
    });
    await town.advance(closed.id);
    expect(town.sentTo()).toEqual([]);
    expect(town.auditOf(closed.id)[0]).toMatchObject({ event: 'pass-to-desk', by: 'carla' });
  });

  it('gives up what came in at the last moment to the desk, which is told', async () => {
    const { town, ask } = await open(alone);
    const { seen } = await partnerIn(ask, 'zuid');
    const removal = { json: { seen }, path: { partnerId: 'zuid' } };
    expect((await ask('POST /v1/console/partners/{partnerId}/removal', removal)).statusCode).toBe(204);
    const late = await town.keep(anAssignedSignal({ assignment: ofZuid }));
    expect((await ask('POST /v1/console/partners/{partnerId}/removal', removal)).statusCode).toBe(404);
    expect((await town.read(late.id)).assignment).toMatchObject({ ownerId: 'desk' });
    await town.advance(late.id);
    expect(town.sentTo()).toContain(`notify-2-owner-first -> ${town.settings.desk.mailboxes[0]}`);
  });
});

describe('a member', () => {
  it('is added, can sign in, and has an id that says no name', async () => {
    const { town, ask } = await open();
    const entry = { name: 'Els Kanarie', email: 'Els@Welzijn.example', role: 'visitor', partnerId: 'centrum' };
    const { id } = bodyOf(await ask('POST /v1/console/members', { json: entry })) as { id: string };
    expect(await town.directory.memberByEmail('els@welzijn.example')).toMatchObject({ id, role: 'visitor' });
    expect(id).not.toMatch(/els|kanarie/i);
    expect(audited(town)).toMatchObject([{ event: 'add-member', about: id }]);
  });

  it('has an address of its own, whatever its case, and belongs somewhere', async () => {
    const { ask } = await open();
    const add = (entry: object) => ask('POST /v1/console/members', { json: entry });
    expect(
      errorsOf(await add({ name: 'X', email: 'ANNA@welzijn.example', role: 'member', partnerId: 'nobody' })),
    ).toEqual(['email: taken', 'partnerId: choice']);
    expect(errorsOf(await add({ name: ' ', email: 'x', role: 'member' }))).toEqual([
      'name: empty',
      'email: email',
      'partnerId: required',
    ]);
    expect(errorsOf(await add({ name: 'X', email: 'x@y.nl', role: 'member', partnerId: 'desk' }))).toEqual([
      'partnerId: choice',
    ]);
  });

  it('of the municipality needs no partner', async () => {
    const { town, ask } = await open();
    await ask('POST /v1/console/members', { json: { name: 'Dina', email: 'dina@stad.example', role: 'desk' } });
    expect(await town.directory.memberByEmail('dina@stad.example')).toMatchObject({ partnerId: 'desk', role: 'desk' });
  });

  const remove = async (ask: Ask, id: string) =>
    ask('POST /v1/console/members/{memberId}/removal', {
      json: { seen: (await memberIn(ask, id)).seen },
      path: { memberId: id },
    });
  const planned = (id: number, who: string) =>
    anAssignedSignal({
      id: aSignalId(id),
      status: 'following-up',
      plan: { at: plusElapsed(NOW, 3_600), by: { memberId: memberId(who), name: 'Naam' } },
    });

  it('who leaves is out at the next request, and what only they were to do is to be planned anew', async () => {
    const { town, ask } = await open();
    const mine = await town.keep(planned(1, 'bram'));
    const annas = await town.keep(planned(2, 'anna'));
    const bram = await consoleFor(town, 'bram');
    expect((await bram('GET /v1/console/signals')).body).toContain(mine.id);

    const passkey = { publicKey: 'key', counter: 0, name: 'Telefoon', createdAt: NOW, lastUsedAt: NOW };
    await town.passkeys.add({ ...passkey, id: 'of-bram', memberId: memberId('bram') });
    await town.passkeys.add({ ...passkey, id: 'of-anna', memberId: memberId('anna') });
    const response = await remove(ask, 'bram');
    expect([response.statusCode, bodyOf(response)]).toEqual([200, { replan: [mine.id] }]);
    expect((await bram('GET /v1/console/signals')).statusCode).toBe(401);
    expect(await town.passkeys.passkey('of-bram')).toBeUndefined();
    expect(await town.passkeys.passkey('of-anna')).toBeDefined();
    const freed = await town.read(mine.id);
    expect([freed.plan, freed.status, freed.version, freed.step]).toEqual([
      undefined,
      'following-up',
      mine.version,
      mine.step,
    ]);
    expect(freed.history.at(-1)).toEqual({ at: NOW, what: 'free-plan' });
    expect((await town.read(annas.id)).plan).toEqual(annas.plan);
    expect(town.auditOf(mine.id).at(-1)).toMatchObject({ event: 'free-plan', by: 'carla' });
    expect(audited(town).filter(({ about }) => about)).toMatchObject([{ event: 'remove-member', about: 'bram' }]);
  });

  it('who moves to another partner leaves their visits to the team', async () => {
    const { town, ask } = await open();
    const mine = await town.keep(planned(1, 'bram'));
    const change = async (more: object) =>
      ask('PUT /v1/console/members/{memberId}', {
        json: { ...(await memberIn(ask, 'bram')), ...more },
        path: { memberId: 'bram' },
      });
    expect(bodyOf(await change({ name: 'Bram de Visser' }))).toEqual({ replan: [] });
    expect((await town.read(mine.id)).plan).toBeDefined();
    expect(bodyOf(await change({ partnerId: 'noord' }))).toEqual({ replan: [mine.id] });
    expect((await town.read(mine.id)).plan).toBeUndefined();
  });

  it('who gets another address signs in anew from there: nothing of the former address lets anybody in', async () => {
    const { town, ask } = await open();
    const change = async (more: object) =>
      ask('PUT /v1/console/members/{memberId}', {
        json: { ...(await memberIn(ask, 'anna')), ...more },
        path: { memberId: 'anna' },
      });
    const anna = await consoleFor(town, 'anna');
    const passkey = { publicKey: 'key', counter: 0, name: 'Telefoon', createdAt: NOW, lastUsedAt: NOW };
    await town.passkeys.add({ ...passkey, id: 'of-anna', memberId: memberId('anna') });
    expect((await change({ name: 'Anna de Bakker', email: 'ANNA@welzijn.example' })).statusCode).toBe(200);
    expect((await anna('GET /v1/console/signals')).statusCode).toBe(200);
    expect(await town.passkeys.passkey('of-anna')).toBeDefined();

    const asked = await consoleOf(town)('POST /v1/console/sign-in-codes', { json: { email: 'anna@welzijn.example' } });
    const [, first, second] = /(\d{3}) (\d{3})/.exec(town.mailer.sent.at(-1)?.text ?? '') ?? [];
    expect((await change({ email: 'els@welzijn.example' })).statusCode).toBe(200);
    expect((await anna('GET /v1/console/signals')).statusCode).toBe(401);
    expect(await town.passkeys.passkey('of-anna')).toBeUndefined();
    const late = { json: { code: `${first}${second}` }, cookies: cookiesOf(asked) };
    expect((await consoleOf(town)('POST /v1/console/sessions', late)).statusCode).toBe(401);
  });

  it('stays when it is the last coordinator, in name and in role', async () => {
    const { ask } = await open();
    expect(because(await remove(ask, 'carla'))).toEqual([409, 'in-use', 'last-coordinator']);
    const demoted = await ask('PUT /v1/console/members/{memberId}', {
      json: { ...(await memberIn(ask, 'carla')), role: 'desk' },
      path: { memberId: 'carla' },
    });
    expect(because(demoted)).toEqual([409, 'in-use', 'last-coordinator']);
  });

  it('of two coordinators, both removed at once, one stays', async () => {
    const { town, ask } = await open();
    await ask('POST /v1/console/members', { json: { name: 'Cor', email: 'cor@stad.example', role: 'coordinator' } });
    const cor = (await directoryOf(ask)).members.find(({ name }) => name === 'Cor')?.id ?? '';
    const outcomes = await Promise.all([remove(ask, 'carla'), remove(ask, cor)]);
    expect(outcomes.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await town.directory.members()).filter(({ role }) => role === 'coordinator')).toHaveLength(1);
  });
});

describe('a neighbourhood', () => {
  it('is added, given to another partner, and removed when no postcode leads to it', async () => {
    const { town, ask } = await open();
    const { id } = bodyOf(await ask('POST /v1/console/neighbourhoods', { json: { name: 'Zuid' } })) as { id: string };
    const seenOf = async (one: string) => (await directoryOf(ask)).neighbourhoods.find((each) => each.id === one)?.seen;
    const path = { neighbourhoodId: id };
    const change = { name: 'Zuid', partnerId: 'noord', seen: await seenOf(id) };
    expect((await ask('PUT /v1/console/neighbourhoods/{neighbourhoodId}', { json: change, path })).statusCode).toBe(
      204,
    );
    expect((await directoryOf(ask)).neighbourhoods.find((one) => one.id === id)?.partnerId).toBe('noord');
    const removal = async (one: string) =>
      ask('POST /v1/console/neighbourhoods/{neighbourhoodId}/removal', {
        json: { seen: await seenOf(one) },
        path: { neighbourhoodId: one },
      });
    expect((await removal(id)).statusCode).toBe(204);
    for (const used of ['oude-noorden', 'bergpolder', 'niemandsland'])
      expect(because(await removal(used))).toEqual([409, 'in-use', 'has-routes']);
    expect(audited(town).map(({ event }) => event)).toEqual([
      'add-neighbourhood',
      'change-neighbourhood',
      'remove-neighbourhood',
    ]);
  });

  it('has a name of its own and a partner that exists', async () => {
    const { ask } = await open();
    const add = (json: object) => ask('POST /v1/console/neighbourhoods', { json });
    expect(errorsOf(await add({ name: 'oude noorden', partnerId: 'nobody' }))).toEqual([
      'name: taken',
      'partnerId: choice',
    ]);
  });
});
