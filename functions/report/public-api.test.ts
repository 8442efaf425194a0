import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '#shared/contracts/problem.ts';
import { REPORT_ROUTES } from '#shared/contracts/routes.ts';
import { ServiceArea, SignalReceipt, SignalStatus } from '#shared/contracts/signal-submission.ts';
import { erasureOf } from '#shared/domain/erasure.ts';
import { parseSignalId, type SignalId } from '#shared/domain/ids.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import type { Response } from '#shared/http/responses.ts';
import { aDirectory, auditAndFactOf, HOUR, someRoutes } from '#shared/testing/builders.ts';
import { documentedStatuses } from '../../tests/support/documented-statuses.ts';
import { aFormPost, anEvent, aPost, bodyOf, lambdaContext, type Request } from '../../tests/support/http.ts';
import { watchLog } from '../../tests/support/log-lines.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { createHandlers } from './handlers.ts';

const SUBMIT = 'POST /v1/signals';
const KEY = '7d4f4c1e-9f0a-4a52-8b7e-0d1f2a3b4c5d';
const submission = (overrides: object = {}) => ({
  about: 'someone-else',
  address: { postcode: '3034AB', houseNumber: 12 },
  reasons: ['not-seen'],
  explanation: 'De gordijnen zijn dicht.',
  reporter: { kind: 'shop', name: 'Joke', email: 'joke@winkel.example', wantsUpdates: true },
  ...overrides,
});

const answers = (town: Town) => httpFunction(createHandlers(town.report));
const submit = (town: Town, body: unknown, more: Request = {}): Promise<Response> =>
  answers(town)(aPost(SUBMIT, body, { ...more, headers: { 'idempotency-key': KEY, ...more.headers } }), lambdaContext);
const ask = (town: Town, route: string, request: Request = {}): Promise<Response> =>
  answers(town)(anEvent(route, request), lambdaContext);
const stored = (town: Town) => town.world.dump().signals;

afterEach(() => vi.restoreAllMocks());

describe('POST /v1/signals', () => {
  it('answers 201 with the number and the two moments', async () => {
    const town = await aTown();
    const response = await submit(town, submission());
    expect(response.statusCode).toBe(201);
    expect(SignalReceipt.safeParse(bodyOf(response)).success).toBe(true);
    expect(bodyOf(response)).toEqual({
      reference: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{16}$/),
      triageBefore: '2026-03-04T10:00:00Z',
      visitBefore: '2026-03-05T10:00:00Z',
    });
    expect(stored(town)).toHaveLength(1);
  });

  it.each(['3034 AB', '3034ab', ' 3034AB ', '3034AB'])(
    'takes %j for the same postcode: one signal, one answer',
    async (postcode) => {
      const town = await aTown();
      const first = await submit(town, submission());
      const again = await submit(town, submission({ address: { postcode, houseNumber: 12 } }));
      expect([again.statusCode, again.body]).toEqual([first.statusCode, first.body]);
      expect(stored(town)).toHaveLength(1);
    },
  );

  it('takes fields in any order for the same content', async () => {
    const town = await aTown();
    const first = await submit(town, submission());
    const turned = Object.fromEntries(Object.entries(submission()).reverse());
    expect((await submit(town, turned)).body).toBe(first.body);
  });

  it('makes one signal of the same form posted ten times at once and once a day later', async () => {
    const town = await aTown();
    const bodies = await Promise.all(Array.from({ length: 10 }, async () => (await submit(town, submission())).body));
    town.clock.advance(24 * HOUR);
    bodies.push((await submit(town, submission())).body);
    expect(new Set(bodies).size).toBe(1);
    expect(stored(town)).toHaveLength(1);
    const id = parseSignalId(String(stored(town)[0]?.['pk']));
    if (id) await Promise.all([town.advance(id), town.advance(id)]);
    expect(town.sentTo().filter((mail) => mail.startsWith('notify'))).toHaveLength(1);
  });

  it('answers 422 to other content under the same key and overwrites nothing', async () => {
    const town = await aTown();
    await submit(town, submission());
    const before = stored(town);
    const response = await submit(town, submission({ explanation: 'Iets anders.' }));
    expect([response.statusCode, bodyOf(response)['code']]).toEqual([422, 'other-content']);
    expect(stored(town)).toEqual(before);
  });

  it('stores nothing outside the area and says where to go', async () => {
    const town = await aTown();
    const response = await submit(town, submission({ address: { postcode: '1011AB', houseNumber: 1 } }));
    expect(response.statusCode).toBe(400);
    expect(bodyOf(response)).toMatchObject({
      code: 'outside-service-area',
      contact: { name: 'Loket Omzien', phone: '14 010' },
    });
    expect(response.body).not.toContain('1011');
    expect(stored(town)).toEqual([]);
  });

  it('asks for a way to be reached where the municipality requires one', async () => {
    const town = await aTown({ settings: { ...(await aTown()).settings, reporterContact: 'required' } });
    const response = await submit(town, submission({ reporter: { kind: 'shop' } }));
    expect([response.statusCode, bodyOf(response)['errors']]).toEqual([
      400,
      [{ field: 'reporter.phone', code: 'contact' }],
    ]);
  });

  const SECRET = 'Kanarie';
  const address = (more: object) => submission({ address: { postcode: '3034AB', houseNumber: 12, ...more } });
  const WRONG: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['a postcode that begins with 0', address({ postcode: '0123AB' }), ['address.postcode']],
    ['a postcode that is never issued', address({ postcode: '1234SA' }), ['address.postcode']],
    ['house number 0', address({ houseNumber: 0 }), ['address.houseNumber']],
    ['house number 100000', address({ houseNumber: 100_000 }), ['address.houseNumber']],
    ['no reason', submission({ reasons: [] }), ['reasons']],
    ['an unknown field', submission({ [SECRET]: SECRET }), [SECRET]],
    ['an unknown field inside', address({ verdieping: SECRET }), ['address.verdieping']],
    ['an unknown field whose name is no name', submission({ [`${SECRET} Jansen`]: 1 }), ['?']],
    ['a control character', submission({ explanation: `${SECRET}\u0000` }), ['explanation']],
    ['half a surrogate', submission({ explanation: `${SECRET}\ud83d` }), ['explanation']],
    ['a line end in a name', submission({ reporter: { kind: 'shop', name: `${SECRET}\nBcc: x` } }), ['reporter.name']],
    [
      'much at once',
      {
        about: SECRET,
        address: { postcode: SECRET, houseNumber: SECRET, x: 1 },
        reporter: { email: SECRET, phone: SECRET },
        explanation: 7,
      },
      [
        'about',
        'address.postcode',
        'address.houseNumber',
        'address.x',
        'explanation',
        'reporter.email',
        'reporter.phone',
      ],
    ],
    ['text for a body', SECRET, ['']],
  ];
  it.each(WRONG)('answers 400 to %s, with every field and no value', async (_what, body, named) => {
    const town = await aTown();
    const text = typeof body === 'string' ? JSON.stringify(body) : body;
    const response = await submit(town, text);
    expect([response.statusCode, bodyOf(response)['code']]).toEqual([400, 'invalid-fields']);
    const errors = bodyOf(response)['errors'] as { field: string; code: string }[];
    expect(errors.map(({ field }) => field).sort()).toEqual([...named].sort());
    if (!named.includes(SECRET)) expect(response.body).not.toContain(SECRET);
    expect(Problem.safeParse(bodyOf(response)).success).toBe(true);
    expect(stored(town)).toEqual([]);
  });

  it.each([
    ['missing', undefined],
    ['a number', '1'],
    ['made from the time', '7d4f4c1e-9f0a-1a52-8b7e-0d1f2a3b4c5d'],
  ])('answers 400 to a key that is %s, beside what else is wrong', async (_what, key) => {
    const town = await aTown();
    const request = aPost(SUBMIT, submission({ reasons: [] }), {
      headers: key === undefined ? {} : { 'idempotency-key': key },
    });
    const response = await answers(town)(request, lambdaContext);
    expect([response.statusCode, bodyOf(response)['errors']]).toEqual([
      400,
      [
        { field: 'Idempotency-Key', code: 'idempotency-key' },
        { field: 'reasons', code: 'required' },
      ],
    ]);
    expect(stored(town)).toEqual([]);
  });

  it.each([
    ['over 16 KB', 'a'.repeat(16 * 1024 + 1), {}, 413, 'too-large'],
    ['of another type', '{}', { 'content-type': 'text/plain' }, 415, 'wrong-content-type'],
    ['of broken JSON', '{"about":', {}, 400, 'unreadable-request'],
    ['with nothing in it', '', {}, 400, 'unreadable-request'],
  ])('answers a body %s', async (_what, body, headers, status, code) => {
    const town = await aTown();
    const response = await submit(town, body, { headers });
    expect([response.statusCode, bodyOf(response)['code']]).toEqual([status, code]);
    expect(stored(town)).toEqual([]);
  });

  it('answers 400 to a body that is not UTF-8', async () => {
    const town = await aTown();
    const body = Buffer.concat([Buffer.from('{"about":"'), Buffer.from([0xff]), Buffer.from('"}')]).toString('base64');
    const headers = { 'content-type': 'application/json', 'idempotency-key': KEY };
    const response = await ask(town, SUBMIT, { body, base64: true, headers });
    expect([response.statusCode, bodyOf(response)['code']]).toEqual([400, 'unreadable-request']);
  });

  it('reads the routes once and writes one row', async () => {
    const town = await aTown();
    town.calls.length = 0;
    const handlers = createHandlers({ ...town.report, directory: town.advancing.directory });
    await httpFunction(handlers)(aPost(SUBMIT, submission(), { headers: { 'idempotency-key': KEY } }), lambdaContext);
    expect(town.calls).toEqual(['routesFor', 'add']);
  });

  it('keeps what belongs to the reporter apart from the report', async () => {
    const town = await aTown();
    await submit(town, submission({ source: 'kapper-jansen' }));
    expect(stored(town)[0]).toMatchObject({
      report: { reporterKind: 'shop', source: 'kapper-jansen', sooner: false },
      reporter: { name: 'Joke', email: 'joke@winkel.example', wantsUpdates: true },
    });
  });
});

describe('POST /v1/signal-status', () => {
  const STATUS = 'POST /v1/signal-status';
  async function statusAfter(change: (town: Town, reference: string) => Promise<unknown>) {
    const town = await aTown();
    const { reference } = bodyOf(await submit(town, submission()));
    await change(town, String(reference));
    return answers(town)(aPost(STATUS, { reference: String(reference).toLowerCase() }), lambdaContext);
  }
  const change = (town: Town, to: object) => {
    const [row] = stored(town);
    town.world.signals.put({ ...row, pk: String(row?.['pk']), ...to });
  };

  it.each([
    ['received', 'received'],
    ['assigned', 'received'],
    ['following-up', 'picked-up'],
    ['in-contact', 'picked-up'],
    ['closed', 'closed'],
  ])('says of a signal that is %s that it is %s', async (status, told) => {
    const response = await statusAfter(async (town) => change(town, { status }));
    expect([response.statusCode, bodyOf(response)]).toEqual([200, { status: told }]);
    expect(SignalStatus.safeParse(bodyOf(response)).success).toBe(true);
  });

  it('gives the same 404 for erased, expired and unknown', async () => {
    const erased = await statusAfter(async (town, reference) => {
      const signal = await town.read(reference as SignalId);
      await town.signals.erase(
        signal,
        erasureOf(signal, town.settings.rules, town.clock.now()),
        auditAndFactOf(signal),
      );
      expect(stored(town)).toMatchObject([{ kind: 'erased' }]);
    });
    const expired = await statusAfter(async (town) => change(town, { status: 'closed', expiresAt: town.clock.now() }));
    const unknown = await statusAfter(async (town, reference) => town.world.signals.remove({ pk: reference }));
    expect(unknown.statusCode).toBe(404);
    expect([erased, expired]).toEqual([unknown, unknown]);
  });

  it('answers a form, which has no script, with a page in its language', async () => {
    const town = await aTown();
    const reference = String(bodyOf(await submit(town, submission()))['reference']);
    const answer = async (form: Record<string, string>) => {
      const { statusCode, headers, body = '' } = await answers(town)(aFormPost(STATUS, form), lambdaContext);
      expect(headers?.['content-type']).toBe('text/html; charset=utf-8');
      expect(body).toContain('<form id="status" method="post" action="/v1/signal-status"');
      return { statusCode, body };
    };
    const found = await answer({ reference: ` ${reference.toLowerCase()}`, language: 'en' });
    expect([found.statusCode, found.body]).toEqual([200, expect.stringContaining('<html lang="en"')]);
    expect(found.body).toContain('We have received your signal.');
    const unknown = await answer({ reference: '7G2KQ9XM4T8RBN5W' });
    expect([unknown.statusCode, unknown.body]).toEqual([404, expect.stringContaining('Wij vinden dit nummer niet.')]);
    const wrong = await answer({ reference: '"><b>Kanarie' });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('<title>Fout: ');
    expect(wrong.body).toMatch(/value="&quot;&gt;&lt;b&gt;Kanarie"[^>]* autofocus[^>]* aria-invalid="true"/);
  });

  it('answers 400 to what is no reference, without repeating it', async () => {
    const town = await aTown();
    const response = await answers(town)(aPost(STATUS, { reference: 'Kanarie' }), lambdaContext);
    expect([response.statusCode, bodyOf(response)['errors']]).toEqual([
      400,
      [{ field: 'reference', code: 'reference' }],
    ]);
    expect(response.body).not.toContain('Kanarie');
  });
});

describe('GET /v1/service-areas/{postcode}', () => {
  const area = async (postcode: string) =>
    ask(await aTown(), 'GET /v1/service-areas/{postcode}', { path: { postcode } });

  it.each(['3034', '3034AB', '3034 ab', ' 3036 '])('says that %j is ours', async (postcode) => {
    const response = await area(postcode);
    expect([response.statusCode, bodyOf(response)]).toEqual([
      200,
      { postcode: postcode.trim().slice(0, 4), inArea: true },
    ]);
    expect(ServiceArea.safeParse(bodyOf(response)).success).toBe(true);
  });

  it('says of another municipality’s where to go', async () => {
    const response = await area('1011');
    expect([response.statusCode, bodyOf(response)]).toEqual([
      200,
      { postcode: '1011', inArea: false, contact: { name: 'Loket Omzien', phone: '14 010' } },
    ]);
    expect(ServiceArea.safeParse(bodyOf(response)).success).toBe(true);
  });

  it.each([
    [
      '3034',
      {
        streets: [
          { name: 'Bergweg', letters: ['AC'] },
          { name: 'Noordsingel', letters: ['AB', 'AC'] },
        ],
      },
    ],
    ['3034 ab', { street: 'Noordsingel' }],
    ['3034AC', {}],
    ['3034ZZ', {}],
    ['3035', {}],
  ])('gives of %j what the address register knows', async (postcode, known) => {
    const streets = [
      { name: 'Bergweg', letters: ['AC'] },
      { name: 'Noordsingel', letters: ['AB', 'AC'] },
    ];
    const routes = [someRoutes({ streets }), someRoutes({ fourDigits: '3035' })];
    const town = await aTown({ directory: aDirectory({ routes }) });
    const response = await ask(town, 'GET /v1/service-areas/{postcode}', { path: { postcode } });
    expect(bodyOf(response)).toEqual({ postcode: postcode.slice(0, 4), inArea: true, ...known });
    expect(ServiceArea.safeParse(bodyOf(response)).success).toBe(true);
  });

  it.each(['0123', '303', '30345', 'Kanarie', '1234SA', ''])('refuses %j and does not repeat it', async (postcode) => {
    const response = await area(postcode);
    expect([response.statusCode, bodyOf(response)['errors']]).toEqual([400, [{ field: 'postcode', code: 'postcode' }]]);
    expect(response.body).not.toContain('Kanarie');
  });
});

describe('the routes without a sign-in', () => {
  it('are exactly those of the contract', async () => {
    expect(Object.keys(createHandlers((await aTown()).report)).sort()).toEqual([...REPORT_ROUTES].sort());
  });

  it('tell that the service is there', async () => {
    const response = await ask(await aTown(), 'GET /v1/health');
    expect([response.statusCode, bodyOf(response)]).toEqual([200, { status: 'ok' }]);
  });

  it('give the OpenAPI document to every site, with the address and desk of this municipality', async () => {
    const response = await ask(await aTown(), 'GET /v1/openapi.json');
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({ 'access-control-allow-origin': '*', 'content-type': 'application/json' });
    expect(bodyOf(response)).toMatchObject({
      openapi: '3.1.1',
      info: {
        title: 'Omzien',
        contact: {
          name: 'Loket Omzien',
          email: 'loket@voorbeeldstad.example',
          url: 'https://omzien.voorbeeldstad.example',
        },
      },
      servers: [{ url: 'https://omzien.voorbeeldstad.example/v1' }],
    });
    expect(response.body).not.toContain('gemeente.example');
  });

  it('answer with a problem, and without a word of it, when a store is out of order', async () => {
    const lines = watchLog();
    const town = await aTown();
    const signals = {
      add: async () => {
        throw new Error('De gordijnen zijn dicht.');
      },
    };
    const handlers = createHandlers({ ...town.report, signals });
    const response = await httpFunction(handlers)(
      aPost(SUBMIT, submission(), { headers: { 'idempotency-key': randomUUID() } }),
      lambdaContext,
    );
    expect([response.statusCode, bodyOf(response)['code']]).toEqual([500, 'internal-error']);
    expect(lines).toHaveLength(1);
    expect(`${response.body}${lines.join()}`).not.toContain('gordijnen');
    expect(documentedStatuses(SUBMIT)).toContain(500);
  });
});
