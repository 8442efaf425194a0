import { afterEach, describe, expect, it, vi } from 'vitest';
import { LocationView } from '#shared/contracts/location.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { aDirectory, HOUR } from '#shared/testing/builders.ts';
import { aFormPost, anEvent, aPost, bodyOf, lambdaContext } from '../../tests/support/http.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { createHandlers } from './handlers.ts';

const KEY = '7d4f4c1e-9f0a-4a52-8b7e-0d1f2a3b4c5d';
const answers = (town: Town) => httpFunction(createHandlers(town.report));
const submit = (town: Town, source: string, key = KEY, houseNumber = 12) =>
  answers(town)(
    aPost(
      'POST /v1/signals',
      {
        about: 'someone-else',
        source,
        address: { postcode: '3034AB', houseNumber },
        reasons: ['not-seen'],
        reporter: { kind: 'shop' },
      },
      { headers: { 'idempotency-key': key } },
    ),
    lambdaContext,
  );
const counters = (town: Town) =>
  town.world.dump().statistics.flatMap(({ pk, sk, count }) => (count ? [`${pk} ${sk} ${count}`] : []));
const keptSource = (town: Town) => town.world.dump().signals.map(({ report }) => Object(report).source);

afterEach(() => vi.restoreAllMocks());

describe('GET /v1/locations/{code}', () => {
  const ask = async (code: string) =>
    answers(await aTown())(anEvent('GET /v1/locations/{code}', { path: { code } }), lambdaContext);

  it('says who hangs up a poster, and no more', async () => {
    const response = await ask('kapper-jansen');
    expect(response.statusCode).toBe(200);
    expect(LocationView.parse(bodyOf(response))).toEqual({
      code: 'kapper-jansen',
      name: 'Kapsalon Jansen',
      kind: 'shop',
    });
  });

  it.each(['nergens', 'telefoon'])('knows nobody by %j', async (code) => {
    const response = await ask(code);
    expect([response.statusCode, bodyOf(response)['code']]).toEqual([404, 'not-found']);
  });

  it.each(['Kapper Jansen', '..', 'a'.repeat(41), ''])('takes %j for no code', async (code) => {
    const response = await ask(code);
    expect([response.statusCode, bodyOf(response)['code']]).toEqual([400, 'invalid-fields']);
  });
});

describe('a signal from a poster', () => {
  it('is counted once for its month, however often it is sent', async () => {
    const town = await aTown();
    await Promise.all([submit(town, 'kapper-jansen'), submit(town, 'kapper-jansen')]);
    town.clock.advance(24 * HOUR);
    await submit(town, 'kapper-jansen');
    expect(counters(town)).toEqual(['counter#2026-03 via#kapper-jansen 1']);
    expect(keptSource(town)).toEqual(['kapper-jansen']);
  });

  it('is counted for who calls, too', async () => {
    const town = await aTown();
    await submit(town, 'telefoon');
    expect(counters(town)).toEqual(['counter#2026-03 via#telefoon 1']);
  });

  it('is accepted when nobody knows the code, which is neither kept nor counted', async () => {
    const town = await aTown();
    expect((await submit(town, 'verzonnen')).statusCode).toBe(201);
    expect([counters(town), keptSource(town)]).toEqual([[], [undefined]]);
  });

  it('stays the same signal when the poster was taken down before it was sent again', async () => {
    const town = await aTown();
    const first = await submit(town, 'kapper-jansen');
    await town.directory.importDirectory(aDirectory({ partners: [], locations: [] }));
    const again = await submit(town, 'kapper-jansen');
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
  });

  it('is not counted when nothing was accepted', async () => {
    const town = await aTown();
    await submit(town, 'kapper-jansen', KEY, 0);
    await submit(town, 'kapper-jansen', 'no-key');
    expect(counters(town)).toEqual([]);
  });

  it('is accepted when the counter fails, and the fault is told', async () => {
    const town = await aTown();
    vi.spyOn(town.report.counters, 'count').mockRejectedValue(new Error('cable cut'));
    expect((await submit(town, 'kapper-jansen')).statusCode).toBe(201);
    expect(town.uncounted).toHaveLength(1);
  });
});

describe('POST /v1/self-tries', () => {
  it('adds one to the month, stores nothing else, and answers without a word', async () => {
    const town = await aTown();
    const answer = answers(town);
    const before = town.world.dump();
    const responses = await Promise.all([
      answer(anEvent('POST /v1/self-tries'), lambdaContext),
      answer(aPost('POST /v1/self-tries', {}), lambdaContext),
    ]);
    expect(responses.map(({ statusCode, body }) => [statusCode, body])).toEqual([
      [204, undefined],
      [204, undefined],
    ]);
    const { statistics, ...rest } = town.world.dump();
    expect(statistics).toEqual([{ pk: 'counter#2026-03', sk: 'self-try', kind: 'counter', count: 2 }]);
    expect({ ...rest, statistics: before.statistics }).toEqual(before);
  });

  it.each([
    ['nl', '/eerst-zelf/'],
    ['en', '/en/eerst-zelf/'],
    ['https://elders.example', '/eerst-zelf/'],
  ])('leads a form in %j to %s', async (language, path) => {
    const town = await aTown();
    const response = await answers(town)(aFormPost('POST /v1/self-tries', { language }), lambdaContext);
    expect([response.statusCode, response.headers?.['location']]).toEqual([303, path]);
  });

  it('counts nothing that is larger than a form', async () => {
    const town = await aTown();
    const large = aFormPost('POST /v1/self-tries', { language: 'x'.repeat(20_000) });
    expect((await answers(town)(large, lambdaContext)).statusCode).toBe(413);
    expect(counters(town)).toEqual([]);
  });

  it('leads to the tips when the counter fails', async () => {
    const town = await aTown();
    vi.spyOn(town.report.counters, 'count').mockRejectedValue(new Error('cable cut'));
    const response = await answers(town)(aFormPost('POST /v1/self-tries', {}), lambdaContext);
    expect(response.statusCode).toBe(303);
  });
});
