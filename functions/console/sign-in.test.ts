import { describe, expect, it } from 'vitest';
import { httpFunction } from '#shared/http/http-function.ts';
import { aDirectory, HOUR } from '#shared/testing/builders.ts';
import { consoleFor, consoleOf } from '../../tests/support/console.ts';
import { aPost, bodyOf, cookiesOf, lambdaContext } from '../../tests/support/http.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { createHandlers } from './handlers.ts';

const CODES = 'POST /v1/console/sign-in-codes';
const SESSIONS = 'POST /v1/console/sessions';
const CURRENT = 'GET /v1/console/sessions/current';
const SIGN_OUT = 'DELETE /v1/console/sessions/current';

async function signIn(town: Town) {
  const ask = consoleOf(town);
  const asked = await ask(CODES, { json: { email: 'anna@welzijn.example' } });
  const [, first, second] = /(\d{3}) (\d{3})/.exec(town.mailer.sent.at(-1)?.text ?? '') ?? [];
  const browser = cookiesOf(asked);
  const opened = await ask(SESSIONS, { json: { code: `${first}${second}` }, cookies: browser });
  return { ask, asked, opened, browser, session: cookiesOf(opened).slice(0, 1) };
}

describe('signing in', () => {
  it('goes by a code in the browser that asked, and says who one is', async () => {
    const town = await aTown();
    const { ask, asked, opened, session } = await signIn(town);
    expect([asked.statusCode, asked.body]).toEqual([202, '{}']);
    const view = {
      member: { id: 'anna', name: 'Anna Bakker', role: 'member' },
      partner: { id: 'centrum', name: 'Welzijn Centrum' },
      endsAt: '2026-03-03T12:00:00Z',
      how: 'code',
      mayRead: true,
      offerPasskey: false,
      days: { consent: 180, undecided: 14, followUp: 14, audit: 365, erasureRecord: 35 },
      municipalPhone: '14 010',
    };
    expect([opened.statusCode, bodyOf(opened)]).toEqual([201, view]);
    const current = await ask(CURRENT, { cookies: session });
    expect([current.statusCode, bodyOf(current)]).toEqual([200, view]);
  });

  it.each([
    ['carla', 'Voorbeeldstad'],
    ['daan', 'Loket Omzien'],
  ])('says of %s that they are of %s, which the directory need not know', async (who, name) => {
    const ask = await consoleFor(await aTown(), who);
    expect(bodyOf(await ask(CURRENT))['partner']).toEqual({ id: 'desk', name });
  });

  it('sets cookies that no script, no other host and no insecure connection can read', async () => {
    const { asked, opened } = await signIn(await aTown());
    expect(asked.cookies).toEqual(['__Host-browser=secret-1; Path=/; Max-Age=900; HttpOnly; Secure; SameSite=Strict']);
    expect(opened.cookies).toEqual([
      '__Host-session=secret-2; Path=/; Max-Age=43200; HttpOnly; Secure; SameSite=Strict',
      '__Host-browser=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Strict',
      '__Host-known=secret-3; Path=/; Max-Age=15552000; HttpOnly; Secure; SameSite=Strict',
    ]);
  });

  it('goes on in a browser in which somebody signed in, though strangers use up all codes of their address', async () => {
    const town = await aTown();
    const [known = ''] = cookiesOf((await signIn(town)).opened).filter((one) => one.startsWith('__Host-known='));
    const ask = consoleOf(town);
    const codes = async (email: string, cookies: readonly string[] = []) => {
      const before = town.mailer.sent.length;
      for (let time = 1; time <= 7; time += 1) await ask(CODES, { json: { email }, cookies });
      return town.mailer.sent.length - before;
    };
    expect(await codes('anna@welzijn.example')).toBe(4);
    expect(await codes('anna@welzijn.example', ['__Host-known=made-up'])).toBe(0);
    // Of somebody else it is worth nothing.
    expect(await codes('noor@stichting.example')).toBe(5);
    expect(await codes('noor@stichting.example', [known])).toBe(0);
    expect(await codes('anna@welzijn.example', [known])).toBe(5);
    town.clock.advance(HOUR);
    expect(await codes('anna@welzijn.example', [known])).toBe(5);
    expect(await codes('anna@welzijn.example')).toBe(5);
  });

  it('is remembered of a browser for 180 days after the last time, under one id for each member, and lets nobody in', async () => {
    const town = await aTown();
    const first = await signIn(town);
    const [known = ''] = cookiesOf(first.opened).filter((one) => one.startsWith('__Host-known='));
    expect((await first.ask(CURRENT, { cookies: [known.replace('known', 'session')] })).statusCode).toBe(401);
    const again = async (email: string) => {
      const asked = await first.ask(CODES, { json: { email }, cookies: [known] });
      const [, one, two] = /(\d{3}) (\d{3})/.exec(town.mailer.sent.at(-1)?.text ?? '') ?? [];
      const opened = await first.ask(SESSIONS, {
        json: { code: `${one}${two}` },
        cookies: [...cookiesOf(asked), known],
      });
      return cookiesOf(opened).at(-1);
    };
    town.clock.advance(24 * HOUR);
    expect(await again('anna@welzijn.example')).toBe(known);
    expect(await again('noor@stichting.example')).not.toBe(known);
    const ends = town.world.dump().access.filter(({ pk }) => String(pk).startsWith('known#'));
    expect(ends.map(({ ttl }) => ttl)).toEqual(Array(2).fill(town.clock.now() + 180 * 24 * HOUR));
    expect(JSON.stringify(ends)).not.toContain(known.split('=')[1]);
  });

  it('gets a new session id each time', async () => {
    const town = await aTown();
    const first = await signIn(town);
    const second = await signIn(town);
    expect(second.session).not.toEqual(first.session);
  });

  it.each([
    ['an address that nobody has', 'nobody@voorbeeld.example'],
    ['a member’s address', 'anna@welzijn.example'],
  ])('answers %s in the same way, after the same time at least', async (_what, email) => {
    const town = await aTown();
    const waits: number[] = [];
    const atLeast: Town['console']['atLeast'] = async (milliseconds, work) => {
      waits.push(milliseconds);
      return work;
    };
    const answer = httpFunction(createHandlers({ ...town.console, atLeast }));
    const { statusCode, body, cookies, headers } = await answer(aPost(CODES, { email }), lambdaContext);
    expect([statusCode, body, cookies?.[0]?.replace(/=secret-1;/, '=…;'), waits]).toEqual([
      202,
      '{}',
      '__Host-browser=…; Path=/; Max-Age=900; HttpOnly; Secure; SameSite=Strict',
      [700],
    ]);
    expect(headers?.['content-type']).toBe('application/json');
  });

  it.each([
    ['a wrong code', { code: '000000' }, ['__Host-browser=secret-1']],
    ['a right code in another browser', { code: '100001' }, ['__Host-browser=made-up']],
    ['a right code in no browser', { code: '100001' }, []],
  ])('with %s is refused without saying why', async (_what, json, cookies) => {
    const town = await aTown();
    const ask = consoleOf(town);
    await ask(CODES, { json: { email: 'anna@welzijn.example' } });
    const response = await ask(SESSIONS, { json, cookies });
    expect([response.statusCode, bodyOf(response)['code'], response.cookies]).toEqual([401, 'wrong-code', undefined]);
  });

  it('reads cookies from the list that API Gateway gives, and from the header where there is none', async () => {
    const { ask, session } = await signIn(await aTown());
    const [cookie = ''] = session;
    const status = async (request: Parameters<typeof ask>[1]) => (await ask(CURRENT, request)).statusCode;
    expect(await status({ cookies: ['other=1', cookie] })).toBe(200);
    expect(await status({ headers: { cookie: `other=1; ${cookie}` } })).toBe(200);
    expect(await status({ headers: { cookie: `x${cookie}` } })).toBe(401);
    expect(await status({ headers: { cookie: '__Host-session=' } })).toBe(401);
  });

  it('ends with signing out: the session is gone and the browser forgets', async () => {
    const { ask, session } = await signIn(await aTown());
    const out = await ask(SIGN_OUT, { cookies: session });
    expect([out.statusCode, out.cookies, out.headers?.['clear-site-data']]).toEqual([
      204,
      ['__Host-session=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Strict'],
      '"cache", "storage"',
    ]);
    const after = await ask(CURRENT, { cookies: session });
    expect([after.statusCode, after.cookies]).toEqual([401, out.cookies]);
  });

  it('ends at the next request of a member who was removed, and after its time', async () => {
    const town = await aTown();
    const { ask, session } = await signIn(town);
    await town.directory.importDirectory(aDirectory({ members: [] }));
    expect((await ask(CURRENT, { cookies: session })).statusCode).toBe(401);
    await town.directory.importDirectory(aDirectory());
    town.clock.advance(2 * HOUR);
    expect((await ask(CURRENT, { cookies: session })).statusCode).toBe(401);
  });

  it.each([
    [{}, [{ field: 'email', code: 'required' }]],
    [{ email: 'Kanarie' }, [{ field: 'email', code: 'email' }]],
  ])('with %j names what is wrong and repeats nothing', async (json, errors) => {
    const response = await consoleOf(await aTown())(CODES, { json });
    expect([response.statusCode, bodyOf(response)['errors']]).toEqual([400, errors]);
    expect(response.body).not.toContain('Kanarie');
  });
});
