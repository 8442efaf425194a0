import { describe, expect, it } from 'vitest';
import { LogView } from '#shared/contracts/log-view.ts';
import { memberId } from '#shared/domain/ids.ts';
import { aDirectory, HOUR, settings } from '#shared/testing/builders.ts';
import { anAuthenticator } from '../../tests/support/authenticator.ts';
import { type Ask, consoleFor, consoleOf } from '../../tests/support/console.ts';
import { bodyOf, cookiesOf } from '../../tests/support/http.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';

const MINUTE = 60;
const NEW = 'POST /v1/console/passkeys/challenges';
const ADD = 'POST /v1/console/passkeys';
const LIST = 'GET /v1/console/passkeys';
const REMOVE = 'DELETE /v1/console/passkeys/{passkeyId}';
const RESET = 'DELETE /v1/console/members/{memberId}/passkeys';
const START = 'POST /v1/console/passkey-challenges';
const ENTER = 'POST /v1/console/passkey-sessions';
const CURRENT = 'GET /v1/console/sessions/current';
const SESSIONS = 'GET /v1/console/sessions';
const SIGNALS = 'GET /v1/console/signals';

type Authenticator = ReturnType<typeof anAuthenticator>;
const optionsOf = (response: Awaited<ReturnType<Ask>>) => bodyOf(response)['options'] as Record<string, unknown>;

async function withPasskey(town: Town, who = 'anna', how: 'code' | 'passkey' = 'code') {
  const ask = await consoleFor(town, who, how);
  const key = anAuthenticator(town.settings.baseUrl);
  const options = optionsOf(await ask(NEW));
  const added = await ask(ADD, { json: { name: 'Telefoon', response: key.make(options) } });
  return { ask, key, options, added };
}
async function entering(town: Town, key: Authenticator, behaviour: Parameters<Authenticator['sign']>[1] = {}) {
  const ask = consoleOf(town);
  const started = await ask(START);
  const response = key.sign(optionsOf(started), behaviour);
  return { ask, response, browser: cookiesOf(started) };
}
async function enter(town: Town, key: Authenticator, behaviour: Parameters<Authenticator['sign']>[1] = {}) {
  const { ask, response, browser } = await entering(town, key, behaviour);
  return ask(ENTER, { json: { response }, cookies: browser });
}
const refusal = (response: Awaited<ReturnType<Ask>>) => [response.statusCode, bodyOf(response)['code']];

describe('a passkey', () => {
  it('is made in a session, asks the person to show who they are, and says nothing of whose it is', async () => {
    const { options, added, ask, key } = await withPasskey(await aTown());
    expect(added.statusCode).toBe(204);
    expect(options).toMatchObject({
      rp: { id: 'omzien.voorbeeldstad.example' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect((options['user'] as { id: string }).id).toMatch(/^[\w-]{80,86}$/);
    expect(bodyOf(await ask(LIST))['passkeys']).toEqual([
      { id: key.id, name: 'Telefoon', createdAt: '2026-03-03T10:00:00Z', lastUsedAt: '2026-03-03T10:00:00Z' },
    ]);
  });

  it('lets its member in, in a session of its own', async () => {
    const town = await aTown();
    const { key } = await withPasskey(town);
    town.clock.advance(24 * HOUR);
    const opened = await enter(town, key, { counter: 7 });
    expect([opened.statusCode, bodyOf(opened)['member']]).toEqual([
      201,
      { id: 'anna', name: 'Anna Bakker', role: 'member' },
    ]);
    const current = await consoleOf(town)(CURRENT, { cookies: cookiesOf(opened).slice(0, 1) });
    expect(bodyOf(current)).toMatchObject({ how: 'passkey', mayRead: true });
    expect(await town.passkeys.passkey(key.id)).toMatchObject({ counter: 7, lastUsedAt: town.clock.now() });
  });

  it.each([
    ['made for another site', { origin: 'https://omzien.elsewhere.example' }],
    ['of somebody who did not show who they are', { verifiesUser: false }],
  ])('%s is not kept', async (_what, behaviour) => {
    const town = await aTown();
    const ask = await consoleFor(town, 'anna');
    const key = anAuthenticator(town.settings.baseUrl);
    const response = key.make(optionsOf(await ask(NEW)), behaviour);
    expect(refusal(await ask(ADD, { json: { name: 'Telefoon', response } }))).toEqual([401, 'wrong-passkey']);
    expect(await town.passkeys.passkey(key.id)).toBeUndefined();
  });

  it.each([
    ['signed for another site', { origin: 'https://omzien.elsewhere.example' }],
    ['of somebody who did not show who they are', { verifiesUser: false }],
    ['that counts back, as a copy does', { counter: 4 }],
  ])('%s lets nobody in', async (_what, behaviour) => {
    const town = await aTown();
    const { key } = await withPasskey(town);
    expect((await enter(town, key, { counter: 5 })).statusCode).toBe(201);
    expect(refusal(await enter(town, key, behaviour))).toEqual([401, 'wrong-passkey']);
  });

  it('that nobody has, or that somebody had, lets nobody in', async () => {
    const town = await aTown();
    const { key, ask } = await withPasskey(town);
    expect(refusal(await enter(town, anAuthenticator(town.settings.baseUrl)))).toEqual([401, 'wrong-passkey']);
    expect((await ask(REMOVE, { path: { passkeyId: key.id } })).statusCode).toBe(204);
    expect(refusal(await enter(town, key))).toEqual([401, 'wrong-passkey']);
  });

  it('of a member who was removed lets nobody in', async () => {
    const town = await aTown();
    const { key } = await withPasskey(town);
    await town.directory.importDirectory(aDirectory({ members: [] }));
    expect(refusal(await enter(town, key))).toEqual([401, 'wrong-passkey']);
  });

  it('answers a challenge once, in the browser that asked, within five minutes', async () => {
    const town = await aTown();
    const { key } = await withPasskey(town);
    const { ask, response, browser } = await entering(town, key);
    expect(refusal(await ask(ENTER, { json: { response } }))).toEqual([401, 'wrong-passkey']);
    expect(refusal(await ask(ENTER, { json: { response }, cookies: ['__Host-browser=other'] }))[0]).toBe(401);
    expect((await ask(ENTER, { json: { response }, cookies: browser })).statusCode).toBe(201);
    expect((await ask(ENTER, { json: { response }, cookies: browser })).statusCode).toBe(401);

    const late = await entering(town, key);
    town.clock.advance(5 * MINUTE);
    expect((await ask(ENTER, { json: { response: late.response }, cookies: late.browser })).statusCode).toBe(401);
  });

  it('is not made from somebody else’s challenge, nor twice', async () => {
    const town = await aTown();
    const { ask, key, options } = await withPasskey(town);
    const again = { json: { name: 'Nog eens', response: key.make(options) } };
    expect(refusal(await ask(ADD, again))).toEqual([401, 'wrong-passkey']);
    const other = await consoleFor(town, 'noor');
    await other(NEW);
    expect(refusal(await other(ADD, again))).toEqual([401, 'wrong-passkey']);
  });

  it('is one of ten at most', async () => {
    const town = await aTown();
    for (let number = 1; number <= 10; number += 1) await withPasskey(town);
    const ask = await consoleFor(town, 'anna');
    expect(refusal(await ask(NEW))).toEqual([409, 'too-many-passkeys']);
  });

  it('is removed by its member, or by a coordinator when it is lost, and by nobody else', async () => {
    const town = await aTown();
    const { key, ask } = await withPasskey(town);
    const noor = await consoleFor(town, 'noor');
    expect((await noor(REMOVE, { path: { passkeyId: key.id } })).statusCode).toBe(404);
    expect(refusal(await noor(RESET, { path: { memberId: 'anna' } }))).toEqual([403, 'not-allowed']);
    const carla = await consoleFor(town, 'carla');
    expect((await carla(RESET, { path: { memberId: 'nobody' } })).statusCode).toBe(404);
    expect((await carla(RESET, { path: { memberId: 'anna' } })).statusCode).toBe(204);
    expect(await town.passkeys.passkeysOf(memberId('anna'))).toEqual([]);
    expect((await ask(LIST)).statusCode).toBe(401);
  });

  it('is refused when what came is no answer of an authenticator at all', async () => {
    const town = await aTown();
    const ask = await consoleFor(town, 'anna');
    for (const response of [
      {},
      { id: 'x', rawId: 'x', type: 'public-key', response: {}, clientExtensionResults: {} },
    ]) {
      await ask(NEW);
      expect(refusal(await ask(ADD, { json: { name: 'Telefoon', response } }))).toEqual([401, 'wrong-passkey']);
      const { ask: stranger, browser } = await entering(town, anAuthenticator(town.settings.baseUrl));
      expect((await stranger(ENTER, { json: { response }, cookies: browser })).statusCode).toBe(401);
    }
  });
});

describe('the mail about a passkey', () => {
  const mails = (town: Town) => town.mailer.sent.map(({ to, subject }) => `${to}: ${subject}`);
  it('goes to its member when one is made, removed, or taken away, and holds nothing of it', async () => {
    const town = await aTown();
    const { key, ask } = await withPasskey(town);
    await ask(REMOVE, { path: { passkeyId: 'made-up' } });
    await ask(REMOVE, { path: { passkeyId: key.id } });
    const carla = await consoleFor(town, 'carla');
    await carla(RESET, { path: { memberId: 'anna' } });
    expect(mails(town)).toEqual([
      'anna@welzijn.example: Er is een passkey voor uw account gemaakt',
      'anna@welzijn.example: Er is een passkey van uw account verwijderd',
      'anna@welzijn.example: Uw passkeys zijn verwijderd',
    ]);
    expect(JSON.stringify(town.mailer.sent)).not.toMatch(/Telefoon|Anna Bakker|Carla|https:/);
  });

  it('undoes nothing when it does not go out', async () => {
    const town = await aTown();
    town.mailer.behave('out-of-order');
    const { key, added } = await withPasskey(town);
    expect([added.statusCode, (await town.passkeys.passkey(key.id))?.name]).toEqual([204, 'Telefoon']);
  });
});

describe('a passkey is offered', () => {
  async function signIn(town: Town) {
    const ask = consoleOf(town);
    const asked = await ask('POST /v1/console/sign-in-codes', { json: { email: 'anna@welzijn.example' } });
    const [, first, second] = /(\d{3}) (\d{3})/.exec(town.mailer.sent.at(-1)?.text ?? '') ?? [];
    return ask('POST /v1/console/sessions', { json: { code: `${first}${second}` }, cookies: cookiesOf(asked) });
  }

  it('at the second sign-in by code, and no more once there is one', async () => {
    const town = await aTown();
    const offers = async () => bodyOf(await signIn(town))['offerPasskey'];
    expect([await offers(), await offers(), await offers()]).toEqual([false, true, true]);
    await withPasskey(town);
    expect(await offers()).toBe(false);
  });
});

describe('where a passkey is required', () => {
  const strict = () => aTown({ settings: { ...settings, passkeys: 'required' } });

  it('who signed in by code may make one and read nothing else before', async () => {
    const town = await strict();
    const ask = await consoleFor(town, 'anna');
    expect(bodyOf(await ask(CURRENT))['mayRead']).toBe(false);
    expect(refusal(await ask(SIGNALS))).toEqual([403, 'passkey-needed']);
    const { key, added, ask: since } = await withPasskey(town);
    expect(added.statusCode).toBe(204);
    expect((await since(SIGNALS)).statusCode).toBe(200);
    const opened = await enter(town, key);
    expect((await consoleOf(town)(SIGNALS, { cookies: cookiesOf(opened).slice(0, 1) })).statusCode).toBe(200);
  });

  it('a mailbox alone gets nobody a second one, until a coordinator takes the first away', async () => {
    const town = await strict();
    await withPasskey(town);
    const thief = await consoleFor(town, 'anna');
    expect(refusal(await thief(NEW))).toEqual([403, 'passkey-needed']);
    const carla = await consoleFor(town, 'carla', 'passkey');
    expect((await carla(RESET, { path: { memberId: 'anna' } })).statusCode).toBe(204);
    expect((await thief(NEW)).statusCode).toBe(401);
    expect((await (await consoleFor(town, 'anna'))(NEW)).statusCode).toBe(200);
  });

  it('a mailbox alone takes no passkey away to make another', async () => {
    const town = await strict();
    const { key } = await withPasskey(town);
    const thief = await consoleFor(town, 'anna');
    expect(refusal(await thief(REMOVE, { path: { passkeyId: key.id } }))).toEqual([403, 'passkey-needed']);
    expect(await town.passkeys.passkey(key.id)).toBeDefined();
    const anna = await consoleFor(town, 'anna', 'passkey');
    expect((await anna(REMOVE, { path: { passkeyId: key.id } })).statusCode).toBe(204);
  });

  it('a challenge from before there was a passkey makes no second one', async () => {
    const town = await strict();
    const thief = await consoleFor(town, 'anna');
    const key = anAuthenticator(town.settings.baseUrl);
    const response = key.make(optionsOf(await thief(NEW)));
    await town.passkeys.add({
      id: 'of-anna',
      memberId: memberId('anna'),
      publicKey: 'key',
      counter: 0,
      name: 'Telefoon',
      createdAt: town.clock.now(),
      lastUsedAt: town.clock.now(),
    });
    expect(refusal(await thief(ADD, { json: { name: 'Dief', response } }))).toEqual([403, 'passkey-needed']);
    expect(await town.passkeys.passkey(key.id)).toBeUndefined();
    expect(refusal(await thief(SIGNALS))).toEqual([403, 'passkey-needed']);
  });
});

describe('the session in which a passkey is made', () => {
  it('goes on under a new id, and the old one is worth nothing', async () => {
    const town = await aTown({ settings: { ...settings, passkeys: 'required' } });
    const { added } = await withPasskey(town);
    const [renewed = ''] = cookiesOf(added);
    expect(added.cookies).toEqual([`${renewed}; Path=/; Max-Age=43200; HttpOnly; Secure; SameSite=Strict`]);
    const ask = consoleOf(town);
    expect((await ask(SIGNALS, { cookies: [renewed] })).statusCode).toBe(200);
    expect((await ask(CURRENT, { cookies: ['__Host-session=session-of-anna'] })).statusCode).toBe(401);
  });

  it('is not brought back when it ended in the meantime, and nothing is left of the passkey', async () => {
    const town = await aTown();
    const access = {
      ...town.access,
      replaceSession: async (...given: Parameters<Town['access']['replaceSession']>) => {
        await town.access.removeSession(given[0]);
        return town.access.replaceSession(...given);
      },
    };
    const { added, key, ask } = await withPasskey({ ...town, console: { ...town.console, access } });
    expect([refusal(added), cookiesOf(added)]).toEqual([[401, 'wrong-passkey'], []]);
    expect(await town.passkeys.passkey(key.id)).toBeUndefined();
    expect((await ask(CURRENT)).statusCode).toBe(401);
  });
});

describe('the sessions of a member', () => {
  it('are listed with the device that each is on, the newest first', async () => {
    const town = await aTown();
    const { key, ask } = await withPasskey(town);
    town.clock.advance(MINUTE);
    const { ask: elsewhere, response, browser } = await entering(town, key);
    const headers = { 'user-agent': 'Mozilla/5.0 (iPhone) AppleWebKit Version/18.0 Safari/604.1' };
    await elsewhere(ENTER, { json: { response }, cookies: browser, headers });
    await consoleFor(town, 'noor');
    expect(bodyOf(await ask(SESSIONS))['sessions']).toEqual([
      {
        startedAt: '2026-03-03T10:01:00Z',
        lastUsedAt: '2026-03-03T10:01:00Z',
        how: 'passkey',
        platform: 'iphone',
        browser: 'safari',
        current: false,
      },
      {
        startedAt: '2026-03-03T10:00:00Z',
        lastUsedAt: '2026-03-03T10:01:00Z',
        how: 'passkey',
        platform: 'other',
        browser: 'other',
        current: true,
      },
    ]);
  });

  it('end everywhere at once, and nobody else’s', async () => {
    const town = await aTown();
    const { ask, key } = await withPasskey(town);
    const elsewhere = cookiesOf(await enter(town, key)).slice(0, 1);
    const noor = await consoleFor(town, 'noor');
    const out = await ask('DELETE /v1/console/sessions');
    expect([out.statusCode, cookiesOf(out)]).toEqual([204, ['__Host-session=']]);
    expect((await ask(CURRENT)).statusCode).toBe(401);
    expect((await consoleOf(town)(CURRENT, { cookies: elsewhere })).statusCode).toBe(401);
    expect((await noor(CURRENT)).statusCode).toBe(200);
  });
});

describe('the log of a member', () => {
  it('tells how they got in and what became of their passkeys, with nothing of the device or the key', async () => {
    const town = await aTown();
    const { ask, key } = await withPasskey(town);
    await enter(town, key);
    expect((await enter(town, anAuthenticator(town.settings.baseUrl))).statusCode).toBe(401);
    expect((await ask(REMOVE, { path: { passkeyId: 'made-up' } })).statusCode).toBe(404);
    await ask(REMOVE, { path: { passkeyId: key.id } });
    await ask('DELETE /v1/console/sessions');
    const carla = await consoleFor(town, 'carla');
    await carla(RESET, { path: { memberId: 'anna' } });
    expect(JSON.stringify(town.world.dump().audit)).not.toMatch(new RegExp(`Telefoon|${key.id}`));

    const linesOf = async (member: string) => {
      const read = await carla('GET /v1/console/audit', { query: { member, month: '2026-03' } });
      return LogView.parse(bodyOf(read)).lines.map(({ event, about }) => [event, about]);
    };
    expect((await linesOf('anna')).toSorted()).toEqual([
      ['add-passkey', undefined],
      ['remove-passkey', undefined],
      ['sign-in-passkey', undefined],
      ['sign-out-everywhere', undefined],
    ]);
    expect(await linesOf('carla')).toContainEqual(['reset-passkeys', 'Anna Bakker']);
  });
});
