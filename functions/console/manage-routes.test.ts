import { describe, expect, it } from 'vitest';
import type { RoutesPreview, RoutesView } from '#shared/contracts/postcode-routes.ts';
import { type Ask, consoleFor } from '../../tests/support/console.ts';
import { bodyOf } from '../../tests/support/http.ts';
import { aTown } from '../../tests/support/memory-town.ts';

async function open() {
  const town = await aTown();
  return { town, ask: await consoleFor(town, 'carla') };
}
const inForce = async (ask: Ask) => bodyOf(await ask('GET /v1/console/routes')) as RoutesView;
const preview = async (ask: Ask, list: string) =>
  bodyOf(await ask('POST /v1/console/routes/preview', { json: { list } })) as RoutesPreview;
const put = (ask: Ask, list: string, seen: string) => ask('POST /v1/console/routes', { json: { list, seen } });
const restore = (ask: Ask, seen: string) => ask('POST /v1/console/routes/restoring', { json: { seen } });

const NEW_LIST =
  'postcode;wijk\n3034;Bergpolder\n3036;Niemandsland\n3037AB;Bergpolder\n3037AC;Oude Noorden\n3037AD;Oude Noorden';

describe('the list of postcodes', () => {
  it('is shown as it is in force, to change', async () => {
    const { ask } = await open();
    expect(await inForce(ask)).toEqual({
      seen: expect.any(String),
      list: '3034;Oude Noorden\n3035;Bergpolder\n3035 XA-XZ;Oude Noorden\n3036;Niemandsland',
      postcodes: 3,
    });
  });

  it('is previewed: what is new, changed and gone, what was assumed, and what is missing then', async () => {
    const { town, ask } = await open();
    const before = town.world.dump();
    const { problems, outlook } = await preview(ask, NEW_LIST);
    expect(problems).toEqual([]);
    expect(outlook).toEqual({
      added: [{ fourDigits: '3037', before: [], after: ['Oude Noorden', 'Bergpolder'] }],
      changed: [{ fourDigits: '3034', before: ['Oude Noorden'], after: ['Bergpolder'] }],
      removed: [{ fourDigits: '3035', before: ['Bergpolder', 'Oude Noorden'], after: [] }],
      same: 1,
      assumed: ['3037'],
      findings: [
        { kind: 'nobody-at-weekends', about: 'Bergpolder' },
        { kind: 'no-partner', about: 'Niemandsland' },
        { kind: 'nobody-at-weekends', about: 'Oude Noorden' },
      ],
    });
    expect(town.world.dump()).toMatchObject({ directory: before.directory, audit: before.audit });
  });

  it('says every line that is wrong, and is not put into force then', async () => {
    const { ask } = await open();
    const { problems, outlook, seen } = await preview(ask, '3034;Bergpolder\n3034;Bergpolder\n3035;Atlantis');
    expect([problems, outlook]).toEqual([
      [
        { line: 2, code: 'twice', other: 1 },
        { line: 3, code: 'neighbourhood' },
      ],
      undefined,
    ]);
    for (const list of ['3035;Atlantis', 'postcode;wijk']) {
      const response = await put(ask, list, seen);
      expect([response.statusCode, bodyOf(response)['errors']]).toEqual([400, [{ field: 'list', code: 'lines' }]]);
    }
  });

  it('is put into force at once, keeps the streets, and can be put back', async () => {
    const { town, ask } = await open();
    const first = await inForce(ask);
    const { seen } = await preview(ask, NEW_LIST);
    expect((await put(ask, NEW_LIST, seen)).statusCode).toBe(204);
    expect(await town.directory.routesFor('3035')).toBeUndefined();
    expect(await town.directory.routesFor('3034')).toMatchObject({ neighbourhoodId: 'bergpolder' });
    const second = await inForce(ask);
    expect(second.formerUntil).toBeDefined();

    expect((await restore(ask, second.seen)).statusCode).toBe(204);
    expect(await inForce(ask)).toMatchObject({ list: first.list });
    expect(town.world.audit.rows().map(({ event, about }) => [event, about])).toEqual([
      ['switch-routes', 'routes'],
      ['restore-routes', 'routes'],
    ]);
  });

  it('does not replace what somebody else put into force meanwhile, nor put back twice', async () => {
    const { ask } = await open();
    const { seen } = await preview(ask, NEW_LIST);
    await put(ask, NEW_LIST, seen);
    const late = await put(ask, '3034;Bergpolder', seen);
    expect([late.statusCode, bodyOf(late)['code']]).toEqual([409, 'changed-meanwhile']);
    const now = await inForce(ask);
    expect((await restore(ask, now.seen)).statusCode).toBe(204);
    expect((await restore(ask, now.seen)).statusCode).toBe(409);
  });

  it('has nothing to put back at first, and nothing that leads to a neighbourhood that is gone', async () => {
    const { ask } = await open();
    const first = await inForce(ask);
    expect((await restore(ask, first.seen)).statusCode).toBe(404);
    await put(ask, '3034;Oude Noorden\n3035;Bergpolder', first.seen);
    const gone = (
      bodyOf(await ask('GET /v1/console/directory'))['neighbourhoods'] as { id: string; seen: string }[]
    ).find(({ id }) => id === 'niemandsland');
    const removal = await ask('POST /v1/console/neighbourhoods/{neighbourhoodId}/removal', {
      json: { seen: gone?.seen },
      path: { neighbourhoodId: 'niemandsland' },
    });
    expect(removal.statusCode).toBe(204);
    const response = await restore(ask, (await inForce(ask)).seen);
    expect([response.statusCode, bodyOf(response)['because']]).toEqual([409, 'neighbourhood-gone']);
  });

  it('may be as long as a city needs, and not longer', async () => {
    const { ask } = await open();
    const city = Array.from({ length: 20_000 }, (_, n) => {
      const letters = String.fromCharCode(65 + Math.floor((n % 400) / 26)) + String.fromCharCode(65 + ((n % 400) % 26));
      return `${3000 + Math.floor(n / 400)}${letters};Oude Noorden`;
    }).join('\n');
    expect((await preview(ask, city)).outlook?.added).toHaveLength(47);
    const response = await ask('POST /v1/console/routes/preview', { json: { list: 'x'.repeat(900_001) } });
    expect(bodyOf(response)['errors']).toEqual([{ field: 'list', code: 'too-long' }]);
  });
});

it('tells on the directory what is missing', async () => {
  const { ask } = await open();
  expect(bodyOf(await ask('GET /v1/console/directory'))['findings']).toContainEqual({
    kind: 'no-partner',
    about: 'Niemandsland',
  });
});
