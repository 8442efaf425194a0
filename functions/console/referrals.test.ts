import { describe, expect, it } from 'vitest';
import type { ReferralList } from '#shared/contracts/referrals.ts';
import { type Ask, consoleFor } from '../../tests/support/console.ts';
import { bodyOf } from '../../tests/support/http.ts';
import { aTown } from '../../tests/support/memory-town.ts';

const LUISTERLIJN = {
  kind: 'luisterlijn',
  name: 'De Luisterlijn',
  phone: '088 0767 000',
  url: 'https://www.deluisterlijn.nl',
};
const WIJKTEAM = { kind: 'neighbourhood-team', name: 'Wijkteam Noord', phone: '14 010' };
const list = async (ask: Ask) => bodyOf(await ask('GET /v1/console/referrals')) as ReferralList;
const put = (ask: Ask, seen: string, referrals: unknown) =>
  ask('PUT /v1/console/referrals', { json: { seen, referrals } });

describe('the list of help', () => {
  it('begins with the Luisterlijn', async () => {
    const { referrals } = await list(await consoleFor(await aTown(), 'bram'));
    expect(referrals).toEqual([LUISTERLIJN]);
  });

  it('is the coordinator’s to change, and everybody’s to read at once', async () => {
    const town = await aTown();
    const carla = await consoleFor(town, 'carla');
    const { seen } = await list(carla);
    expect((await put(carla, seen, [LUISTERLIJN, WIJKTEAM])).statusCode).toBe(204);
    for (const who of ['anna', 'bram', 'daan', 'carla'])
      expect((await list(await consoleFor(town, who))).referrals).toEqual([LUISTERLIJN, WIJKTEAM]);
    expect((await put(await consoleFor(town, 'anna'), seen, [])).statusCode).toBe(403);
    expect(town.world.audit.rows()).toMatchObject([{ event: 'change-referrals', by: 'carla', about: 'referrals' }]);
  });

  it('is not changed over what somebody else changed meanwhile', async () => {
    const carla = await consoleFor(await aTown(), 'carla');
    const { seen } = await list(carla);
    await put(carla, seen, [WIJKTEAM]);
    const late = await put(carla, seen, []);
    expect([late.statusCode, bodyOf(late)['code']]).toEqual([409, 'changed-meanwhile']);
    expect((await list(carla)).referrals).toEqual([WIJKTEAM]);
  });

  it('may be empty, and stays so', async () => {
    const carla = await consoleFor(await aTown(), 'carla');
    await put(carla, (await list(carla)).seen, []);
    expect((await list(carla)).referrals).toEqual([]);
  });

  it('hears every wrong field at once', async () => {
    const carla = await consoleFor(await aTown(), 'carla');
    const wrong = [WIJKTEAM, { kind: 'friend', phone: 'bel', url: 'javascript:alert(1)' }];
    const response = await put(carla, (await list(carla)).seen, wrong);
    expect([response.statusCode, bodyOf(response)['errors']]).toEqual([
      400,
      [
        { field: 'referrals.1.kind', code: 'choice' },
        { field: 'referrals.1.name', code: 'required' },
        { field: 'referrals.1.phone', code: 'phone' },
        { field: 'referrals.1.url', code: 'url' },
      ],
    ]);
  });

  it('stays when the directory is imported again', async () => {
    const town = await aTown();
    const carla = await consoleFor(town, 'carla');
    await put(carla, (await list(carla)).seen, [WIJKTEAM]);
    await town.directory.importDirectory({
      partners: [],
      neighbourhoods: [],
      members: await town.directory.members(),
      routes: [],
      locations: [],
    });
    expect((await list(carla)).referrals).toEqual([WIJKTEAM]);
  });
});
