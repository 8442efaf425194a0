import { afterEach, describe, expect, it, vi } from 'vitest';
import { IdempotencyKey } from '#shared/contracts/signal-submission.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import { inFours } from '#shared/domain/in-fours.ts';
import { seconds } from '#shared/domain/time.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import type { Response } from '#shared/http/responses.ts';
import { aDirectory, someRoutes } from '#shared/testing/builders.ts';
import { aFormPost, anEvent, lambdaContext } from '../../tests/support/http.ts';
import { watchLog } from '../../tests/support/log-lines.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { createHandlers } from './handlers.ts';

const CHECK = 'POST /v1/report/check';
const SEND = 'POST /v1/report/send';
const KEY = '7d4f4c1e-9f0a-4a52-8b7e-0d1f2a3b4c5d';
const NASTY = '<script>alert("Kanarie & co")</script>';
const FORM = {
  about: 'someone-else',
  'address.postcode': '3034 ab',
  'address.houseNumber': '12A',
  reasons: ['not-seen', 'no-answer'],
  explanation: NASTY,
  'reporter.kind': 'shop',
  'reporter.email': 'joke@winkel.example',
  'reporter.wantsUpdates': 'yes',
};
type Form = Readonly<Record<string, string | readonly string[]>>;

const post = (town: Town, route: string, form: Form, report: Partial<Town['report']> = {}): Promise<Response> =>
  httpFunction(createHandlers({ ...town.report, ...report }))(aFormPost(route, form), lambdaContext);
const stored = (town: Town) => town.world.dump().signals;

/** What a browser would post from the first form of a page. */
function formOf({ body = '' }: Response): Form {
  const fields: Record<string, string[]> = {};
  const plain = (text = '') =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  for (const [tag] of body.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1] ?? '';
    fields[name] = [...(fields[name] ?? []), plain(/value="([^"]*)"/.exec(tag)?.[1])];
  }
  return fields;
}

afterEach(() => vi.restoreAllMocks());

describe('the form without script', () => {
  it('first shows what will be sent, with a key of its own, and keeps nothing but the key of the form', async () => {
    const town = await aTown();
    const before = town.world.dump();
    const response = await post(town, CHECK, FORM);
    expect([response.statusCode, response.headers?.['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(response.headers?.['cache-control']).toBe('no-store');
    expect(response.body).toContain('action="/v1/report/send"');
    expect(formOf(response)).toMatchObject({
      idempotencyKey: [expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)],
      reasons: ['not-seen', 'no-answer'],
      explanation: [NASTY],
    });
    const formKey = { pk: 'form-key#2026-03', secret: 'form-key-1', ttl: expect.any(Number) };
    expect(town.world.dump()).toEqual({ ...before, access: [formKey] });
  });

  it('has the same key when the same browser posts the same answers again within a day, and only then', async () => {
    const town = await aTown();
    const event = aFormPost(CHECK, FORM);
    const keyOf = async (from: string, form: Form = FORM, report: Partial<Town['report']> = {}) => {
      const headers = { ...event.headers, 'x-forwarded-for': `${from}, 192.0.2.9`, 'user-agent': 'a phone' };
      const handlers = createHandlers({ ...town.report, ...report });
      const response = await httpFunction(handlers)({ ...aFormPost(CHECK, form), headers }, lambdaContext);
      return String(formOf(response)['idempotencyKey']);
    };
    const first = await keyOf('192.0.2.1');
    town.clock.advance(seconds(3600));
    expect(await keyOf('192.0.2.1')).toBe(first);
    const formKeys = { keyOf: async () => Promise.reject(new Error('no keys today')) };
    const others = [
      await keyOf('192.0.2.2'),
      await keyOf('192.0.2.1', { ...FORM, explanation: 'Iets anders.' }),
      await keyOf('192.0.2.1', FORM, { formKeys }),
      await keyOf('192.0.2.1', FORM, { formKeys }),
    ];
    town.clock.advance(seconds(86_400));
    others.push(await keyOf('192.0.2.1'));
    expect(new Set([first, ...others]).size).toBe(6);
    for (const key of [first, ...others]) expect(IdempotencyKey.safeParse(key).success).toBe(true);
    // Of both forms the key and the stamp.
    expect(town.formKeyFailures).toHaveLength(4);
    expect(JSON.stringify(town.world.dump())).not.toContain('192.0.2');
  });

  it('says which street the postcode stands for, and stores it where there is one', async () => {
    const streets = [
      { name: 'Bergweg', letters: ['AC'] },
      { name: 'Noordsingel', letters: ['AB', 'AC'] },
    ];
    const town = await aTown({ directory: aDirectory({ routes: [someRoutes({ streets })] }) });
    const checked = await post(town, CHECK, FORM);
    expect(checked.body).toContain('Bij deze postcode hoort: Noordsingel.');
    expect(checked.body).not.toContain('name="address.street"');
    await post(town, SEND, formOf(checked));
    expect(stored(town)).toMatchObject([{ report: { address: { postcode: '3034AB', street: 'Noordsingel' } } }]);
    const two = await post(town, CHECK, { ...FORM, 'address.postcode': '3034 AC' });
    expect(two.body).toContain('Bij deze postcode hoort: Bergweg of Noordsingel.');
    expect((await post(await aTown(), CHECK, FORM)).body).not.toContain('Bij deze postcode');
  });

  it('then sends it and thanks with the number, which is in no address', async () => {
    const town = await aTown();
    const form = formOf(await post(town, CHECK, FORM));
    town.clock.advance(seconds(3));
    const response = await post(town, SEND, form);
    const [row] = stored(town);
    expect(response.statusCode).toBe(200);
    expect(response.headers?.['location']).toBeUndefined();
    expect(response.body).toContain(inFours(row?.['pk'] as SignalId));
    expect(row).toMatchObject({
      report: { address: { postcode: '3034AB', houseNumber: 12, houseLetter: 'A' }, explanation: NASTY },
      reporter: { email: 'joke@winkel.example', wantsUpdates: true },
    });
    expect(row?.['held']).toBeUndefined();
  });

  it('sent twice is one signal with one number', async () => {
    const town = await aTown();
    const form = formOf(await post(town, CHECK, FORM));
    const [first, second] = await Promise.all([post(town, SEND, form), post(town, SEND, form)]);
    expect(second.body).toBe(first.body);
    expect(stored(town)).toHaveLength(1);
  });

  it('is the same signal as the same content sent by script', async () => {
    const town = await aTown();
    await post(town, SEND, { ...FORM, idempotencyKey: KEY });
    const json = {
      about: 'someone-else',
      address: { postcode: '3034AB', houseNumber: 12, houseLetter: 'A' },
      reasons: ['not-seen', 'no-answer'],
      explanation: NASTY,
      reporter: { kind: 'shop', email: 'joke@winkel.example', wantsUpdates: true },
    };
    const headers = { 'content-type': 'application/json', 'idempotency-key': KEY };
    const event = anEvent('POST /v1/signals', { body: JSON.stringify(json), headers });
    expect((await httpFunction(createHandlers(town.report))(event, lambdaContext)).statusCode).toBe(201);
    expect(stored(town)).toHaveLength(1);
  });

  it.each([
    ['check', CHECK],
    ['send', SEND],
  ])('gives the form back to change it, with everything typed, from %s', async (_page, route) => {
    const town = await aTown();
    const response = await post(town, route, { ...FORM, idempotencyKey: KEY, change: 'yes' });
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('action="/v1/report/check"');
    expect(response.body).toContain('3034 ab');
    expect(stored(town)).toEqual([]);
  });

  it.each([CHECK, SEND])(
    'comes back from %s with every mistake, all input escaped, and nothing stored',
    async (route) => {
      const town = await aTown();
      const form = {
        ...FORM,
        'address.postcode': '0123AB',
        'address.houseNumber': '0',
        'reporter.email': 'x',
        idempotencyKey: KEY,
      };
      const { statusCode, body = '' } = await post(town, route, form);
      expect(statusCode).toBe(400);
      for (const typed of ['value="0123AB"', 'value="0"', 'value="x"']) expect(body).toContain(typed);
      for (const field of ['address.postcode', 'address.houseNumber', 'reporter.email'])
        expect(body).toMatch(
          new RegExp(
            `name="${field.replace('.', '\\.')}"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="${field.replace('.', '\\.')}"`,
          ),
        );
      expect(body).not.toContain('<script>alert');
      expect(body).toContain('&lt;script&gt;alert(&quot;Kanarie &amp; co&quot;)&lt;/script&gt;');
      expect(stored(town)).toEqual([]);
    },
  );

  it('without a good key is shown once more instead of sent', async () => {
    const town = await aTown();
    const response = await post(town, SEND, { ...FORM, idempotencyKey: '1' });
    expect(response.statusCode).toBe(200);
    expect(formOf(response)['idempotencyKey']).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    expect(stored(town)).toEqual([]);
  });

  it.each([CHECK, SEND])(
    'about an address outside the area says at %s where to go, and stores nothing',
    async (route) => {
      const town = await aTown();
      const response = await post(town, route, { ...FORM, 'address.postcode': '1011AB', idempotencyKey: KEY });
      expect(response.statusCode).toBe(400);
      expect(response.body).toContain('14 010');
      expect(stored(town)).toEqual([]);
    },
  );

  it('with other content under the same key is refused kindly, with 422', async () => {
    const town = await aTown();
    await post(town, SEND, { ...FORM, idempotencyKey: KEY });
    const response = await post(town, SEND, { ...FORM, explanation: 'Iets anders.', idempotencyKey: KEY });
    expect([response.statusCode, response.headers?.['content-type']]).toEqual([422, 'text/html; charset=utf-8']);
    expect(stored(town)).toMatchObject([{ report: { explanation: NASTY } }]);
  });

  it('that a machine filled in is held for the desk, never dropped, and the machine is thanked', async () => {
    const town = await aTown();
    const form = formOf(await post(town, CHECK, { ...FORM, website: 'https://spam.example' }));
    town.clock.advance(seconds(3));
    const response = await post(town, SEND, form);
    expect(response.statusCode).toBe(200);
    expect(stored(town)).toMatchObject([{ held: { suspicions: ['hidden-field'] } }]);
  });

  it('that cannot be stored comes back whole, with the same key, and nothing of it in the log', async () => {
    const lines = watchLog();
    const town = await aTown();
    const signals = {
      ...town.elsewhere,
      add: async () => {
        throw new Error(NASTY);
      },
    };
    const response = await post(town, SEND, { ...FORM, idempotencyKey: KEY }, { signals });
    expect(response.statusCode).toBe(500);
    expect(formOf(response)).toMatchObject({ idempotencyKey: [KEY], explanation: [NASTY] });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ code: 'HTTP_FAULT', route: SEND, fault: 'Error' }]);
    expect(lines.join()).not.toContain('Kanarie');
  });

  it('comes back with everything that is missing at once, in the order of the page, before it is known about whom', async () => {
    const mistakesOf = async (form: Form) => {
      const { statusCode, body = '' } = await post(await aTown(), CHECK, form);
      const [, list = ''] = /id="mistakes"(.*?)<\/ul>/s.exec(body) ?? [];
      return [statusCode, [...list.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)];
    };
    const where = ['about', 'address-postcode', 'address-houseNumber'];
    expect(await mistakesOf({})).toEqual([400, [...where, 'reasons', 'reporter-kind']]);
    expect(await mistakesOf({ bestTime: 'any' })).toEqual([400, [...where, 'wishes', 'reporter-phone']]);
    expect(await mistakesOf({ ...FORM, about: '' })).toEqual([400, ['about']]);
  });

  it('goes back to be changed without the introduction, to the name of the page', async () => {
    const { body = '' } = await post(await aTown(), CHECK, { ...FORM, change: 'yes' });
    expect(body).not.toContain('id="introduction"');
    expect(body.match(/ autofocus/g)).toHaveLength(1);
    expect(body).toMatch(/<h1 class="page-name" tabindex="-1" autofocus>/);
  });

  it('counts the end of a line once, as the form with script does', async () => {
    const lines = Array.from({ length: 333 }, () => 'ab').join('\r\n');
    const town = await aTown();
    expect((await post(town, CHECK, { ...FORM, explanation: lines })).statusCode).toBe(200);
    await post(town, SEND, { ...FORM, explanation: 'een\r\ntwee', idempotencyKey: KEY });
    expect(stored(town)).toMatchObject([{ report: { explanation: 'een\ntwee' } }]);
  });

  it('with a whole page pasted into it comes back whole, to be made shorter', async () => {
    const pasted = 'lang verhaal '.repeat(4000);
    const { statusCode, body } = await post(await aTown(), CHECK, { ...FORM, language: 'en', explanation: pasted });
    expect(statusCode).toBe(400);
    expect(body).toContain('<html lang="en"');
    expect(body).toContain(pasted);
    expect(body).toContain('id="explanation-error"');
  });

  it('carries the code of a poster that somebody typed, shows it and keeps it', async () => {
    const town = await aTown();
    const checked = await post(town, CHECK, { ...FORM, source: 'Kapper-Jansen' });
    expect(checked.body).toMatch(/Code van de poster, achter “via=”<\/dt><dd[^>]*>kapper-jansen</);
    await post(town, SEND, formOf(checked));
    expect(stored(town)).toMatchObject([{ report: { source: 'kapper-jansen' } }]);
  });

  it.each(['myself', 'someone-else'])('outside the area says what is true of who tells about %s', async (about) => {
    const form = { ...FORM, about, wishes: 'talk', 'address.postcode': '1011AB' };
    const { body } = await post(await aTown(), CHECK, form);
    expect(body).toContain('Bel de gemeente van dat adres.');
    expect(body).not.toMatch(/deze persoon|zorgen maakt/);
  });

  it.each([
    [
      'too large',
      { body: 'a'.repeat(256 * 1024 + 1), headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      413,
    ],
    ['of another type', { body: '{}', headers: { 'content-type': 'application/json' } }, 415],
  ])('that is %s gets a page that says so', async (_what, request, status) => {
    const town = await aTown();
    const response = await httpFunction(createHandlers(town.report))(anEvent(CHECK, request), lambdaContext);
    expect([response.statusCode, response.headers?.['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
  });

  it.each([
    ['nl', '<html lang="nl"'],
    ['en', '<html lang="en"'],
    ['fy', '<html lang="nl"'],
  ])('in %s answers in %s', async (language, expected) => {
    expect((await post(await aTown(), CHECK, { ...FORM, language })).body).toContain(expected);
  });
});
