import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { letterCodeFromBytes, type SignalId } from '#shared/domain/ids.ts';
import { inFours } from '#shared/domain/in-fours.ts';
import { aSignal, DAY } from '#shared/testing/builders.ts';
import { consoleFor } from '../../tests/support/console.ts';
import { bodyOf } from '../../tests/support/http.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { residentRequestHandler } from './resident-request.ts';

const post = (town: Town, body: string, type = 'application/json') =>
  residentRequestHandler(town.report)({
    headers: { 'content-type': type },
    body,
    routeKey: 'POST /v1/resident-requests',
  } as unknown as APIGatewayProxyEventV2);
const ask = (town: Town, request: object) => post(town, JSON.stringify(request));
const UNKNOWN = inFours(letterCodeFromBytes(new Uint8Array(7).fill(9)));

/** A signal that was routed, and the code of its letter. */
async function townWithLetter() {
  const town = await aTown();
  const { id } = await town.keep(aSignal());
  await town.advance(id);
  return { town, id, code: await town.console.letterCode(id) };
}
const waiting = (town: Town): SignalId[] =>
  town.world.signals.rows().flatMap((row) => (row['kind'] === 'request' ? [row['pk'] as SignalId] : []));
const fileAll = async (town: Town) => {
  for (const id of waiting(town)) await town.advance(id);
};

describe('a request with the code of a letter', () => {
  it('is taken without a look at anything, whether the code is known or not', async () => {
    const { town, code } = await townWithLetter();
    town.calls.length = 0;
    const [known, unknown] = [
      await ask(town, { code, wish: 'copy' }),
      await ask(town, { code: UNKNOWN, wish: 'copy' }),
    ];
    expect(known).toEqual(unknown);
    expect([known.statusCode, known.body]).toEqual([204, undefined]);
    expect(town.calls).toEqual([]);
    expect(waiting(town)).toHaveLength(2);
  });

  it('is filed on the signal of the letter, told to the coordinator without a word of it, and then gone from where it waited', async () => {
    const { town, id, code } = await townWithLetter();
    await ask(town, { code: inFours(code), wish: 'copy', contact: 'kanarie@bewoner.example' });
    await ask(town, { code: UNKNOWN, wish: 'erase', contact: 'kanarie@onbekend.example' });
    await fileAll(town);
    await town.advance(id);
    expect(waiting(town)).toEqual([]);
    expect((await town.read(id)).requests).toMatchObject([{ wish: 'copy', contact: 'kanarie@bewoner.example' }]);
    expect(town.auditOf(id).map(({ event }) => event)).toEqual(['assign', 'request']);
    const mail = town.mailer.sent.find(({ about }) => about?.effect === 'request-1-coordinator-first');
    expect(mail?.to).toBe('coordinator@voorbeeldstad.example');
    expect(JSON.stringify(town.mailer.sent)).not.toMatch(/kanarie|kopie|copy/i);
    expect(JSON.stringify(town.world.dump())).not.toContain('onbekend.example');
  });

  it('is found by the sweep too, when the stream has missed it', async () => {
    const { town, code } = await townWithLetter();
    await ask(town, { code, wish: 'object' });
    expect(await town.signals.due(town.clock.now(), 10)).toEqual(expect.arrayContaining(waiting(town)));
  });

  it('is answered by the coordinator; its owner sees that it is there, and not how to reach the resident', async () => {
    const { town, id, code } = await townWithLetter();
    await ask(town, { code, wish: 'copy', contact: 'kanarie@bewoner.example' });
    await fileAll(town);
    const [carla, anna] = [await consoleFor(town, 'carla'), await consoleFor(town, 'anna')];
    const list = bodyOf(await carla('GET /v1/console/signals')) as { signals: { requests?: object[] }[] };
    expect(list.signals[0]?.requests).toMatchObject([{ wish: 'copy', before: '2026-03-31T10:00:00Z' }]);
    const owners = bodyOf(await anna('GET /v1/console/signals', {})) as { signals: { requests?: object[] }[] };
    expect(owners.signals[0]?.requests).toMatchObject([{ wish: 'copy' }]);
    expect((await anna('GET /v1/console/signals/{id}', { path: { id } })).body).not.toContain('kanarie');
    const view = bodyOf(await carla('GET /v1/console/signals/{id}', { path: { id } })) as {
      version: number;
      asked: { id: string; contact: string }[];
    };
    expect(view.asked).toMatchObject([{ wish: 'copy', contact: 'kanarie@bewoner.example' }]);
    const json = { version: view.version, request: view.asked[0]?.id, how: 'done' };
    const answers = 'POST /v1/console/signals/{id}/answers';
    expect((await anna(answers, { path: { id }, json })).statusCode).toBe(403);
    expect(bodyOf(await carla(answers, { path: { id }, json }))['asked']).toMatchObject([
      { answered: { how: 'done' } },
    ]);
    expect((await carla(answers, { path: { id }, json: { ...json, version: 2 } })).statusCode).toBe(409);
  });

  it('goes with its signal', async () => {
    const { town, id, code } = await townWithLetter();
    await ask(town, { code, wish: 'erase', contact: 'kanarie@bewoner.example' });
    await fileAll(town);
    town.clock.advance(91 * DAY);
    await town.advance(id);
    expect(JSON.stringify(town.world.dump())).not.toContain('kanarie');
  });

  it('tells what is wrong with the fields, never about the code', async () => {
    const { town, code } = await townWithLetter();
    const errors = async (request: object) => bodyOf(await ask(town, request))['errors'];
    expect(await errors({ code: 'ABCD', wish: 'money' })).toEqual([
      { field: 'code', code: 'letter-code' },
      { field: 'wish', code: 'choice' },
    ]);
    expect(await errors({ code, wish: 'copy', contact: 'x'.repeat(121) })).toEqual([
      { field: 'contact', code: 'too-long' },
    ]);
    expect(waiting(town)).toEqual([]);
  });

  it('can be a form without script: thanks, or everything that was typed with what is wrong', async () => {
    const { town, code } = await townWithLetter();
    const form = (values: Record<string, string>) =>
      post(town, new URLSearchParams(values).toString(), 'application/x-www-form-urlencoded');
    const thanks = await form({ code, wish: 'copy', contact: '', language: 'nl' });
    expect([thanks.statusCode, thanks.body?.includes('Uw vraag is ontvangen')]).toEqual([200, true]);
    const wrong = await form({ code: 'ABC"D', contact: 'Bel <na> vijf uur', language: 'en' });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('Check the code.');
    expect(wrong.body).toContain('value="ABC&quot;D"');
    expect(wrong.body).toContain('value="Bel &lt;na&gt; vijf uur"');
    expect(waiting(town)).toHaveLength(1);
  });
});
