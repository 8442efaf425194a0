import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Address } from '#shared/domain/address.ts';
import { aPostcode, NOW } from '#shared/testing/builders.ts';
import { virtualClock } from '#shared/testing/virtual-clock.ts';
import { withCircuitBreaker } from './circuit-breaker.ts';
import { httpRegisters } from './http-registers.ts';

type Asked = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};
type Answer = {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Record<string, string>;
};
type Behaviour = Answer | 'never' | 'hang-up';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** Two registers on this machine that say what a test wants them to. */
async function registers(bag: Behaviour, brp?: Behaviour) {
  const asked: Asked[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = (await request.toArray()).join('');
    asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    const how = request.url?.startsWith('/bag/') ? bag : (brp ?? 'never');
    if (how === 'never') return;
    if (how === 'hang-up') return void request.socket.destroy();
    const { status = 200, json, text = JSON.stringify(json), headers = {} } = how;
    response.writeHead(status, { 'content-type': 'application/hal+json', ...headers });
    response.end(text);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const places = {
    bag: { url: `${url}/bag/v2` },
    ...(brp && { brp: { url: `${url}/brp`, headers: { 'x-doelbinding': 'wmo' }, keyHeader: 'x-api-key' } }),
  };
  return { asked, ask: httpRegisters(places, async () => ({ bag: 'key-of-bag', brp: 'key-of-brp' }), 300) };
}

const OBJECT = '0599010000219679';
const LINKS = { _links: { self: { href: 'https://bag.example/adressen' } } };
const anAddress = (rest: object = {}) => ({
  openbareRuimteNaam: 'Dorpsstraat',
  huisnummer: 12,
  adresseerbaarObjectIdentificatie: OBJECT,
  ...rest,
});
const found = (...adressen: object[]) => ({ json: { ...LINKS, _embedded: { adressen } } });
const nothing = { json: LINKS };
const persons = (...personen: object[]) => ({ json: { type: 'ZoekMetAdresseerbaarObjectIdentificatie', personen } });
const living = { adressering: { adresregel1: 'Dorpsstraat 12' } };
const gone = (code: string) => ({
  ...living,
  opschortingBijhouding: { reden: { code, omschrijving: 'x' }, datum: {} },
});

const plain: Address = { postcode: aPostcode('3034AB'), houseNumber: 12 };
const HERE = found(anAddress());

describe('the address register', () => {
  it('is asked for a postcode and a number, with its key in a header', async () => {
    const { ask, asked } = await registers(HERE);
    expect(await ask({ ...plain, houseLetter: 'A', street: 'Dorpsstraat', town: 'Rotterdam' })).toBe('unknown-address');
    expect(asked).toMatchObject([
      { method: 'GET', url: '/bag/v2/adressen?postcode=3034AB&huisnummer=12&pageSize=100', body: '' },
    ]);
    expect(asked[0]?.headers['x-api-key']).toBe('key-of-bag');
  });

  it.each<[string, Partial<Address>, object]>([
    ['the number', {}, {}],
    ['a letter', { houseLetter: 'a' }, { huisletter: 'A' }],
    ['a letter that was typed as an addition', { houseNumberAddition: 'A' }, { huisletter: 'A' }],
    [
      'an addition with blanks and dashes',
      { houseLetter: 'A', houseNumberAddition: '- 2' },
      { huisletter: 'A', huisnummertoevoeging: '2' },
    ],
  ])('knows an address by %s', async (_how, typed, known) => {
    const { ask } = await registers(
      found(anAddress({ huisletter: 'Z', adresseerbaarObjectIdentificatie: '0599010000000001' }), anAddress(known)),
    );
    expect(await ask({ ...plain, ...typed })).toBe('confirmed');
  });

  it('says that an address is unknown when nothing is there, and then nobody is asked for', async () => {
    const { ask, asked } = await registers(nothing, persons());
    expect(await ask(plain)).toBe('unknown-address');
    expect(asked).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    [
      'two homes have the address',
      found(anAddress(), anAddress({ adresseerbaarObjectIdentificatie: '0599010000000002' })),
    ],
    ['there are more than fit on a page', found(...Array(100).fill(anAddress({ huisletter: 'B' })))],
    ['the question is refused', { status: 400, json: {} }],
  ])('says that nothing is known when %s', async (_why, answer) => {
    const { ask, asked } = await registers(answer, persons());
    expect(await ask(plain)).toBe('unknown');
    expect(asked).toHaveLength(1);
  });
});

describe('the register of persons', () => {
  it('is asked about the home by its number in the address register, for as little as it allows', async () => {
    const { ask, asked } = await registers(HERE, persons(living));
    expect(await ask(plain)).toBe('confirmed');
    const { method, url, headers, body } = asked[1] ?? {};
    expect([method, url, headers?.['x-api-key'], headers?.['x-doelbinding']]).toEqual([
      'POST',
      '/brp/personen',
      'key-of-brp',
      'wmo',
    ]);
    expect(JSON.parse(body ?? '')).toEqual({
      type: 'ZoekMetAdresseerbaarObjectIdentificatie',
      adresseerbaarObjectIdentificatie: OBJECT,
      inclusiefOverledenPersonen: true,
      fields: ['adressering.adresregel1'],
    });
  });

  it.each([
    ['nobody is registered', [], 'nobody-registered'],
    ['somebody is', [living], 'confirmed'],
    ['the only one died', [gone('O')], 'deceased'],
    ['everybody died', [gone('O'), gone('O')], 'deceased'],
    ['one died and another lives', [gone('O'), living], 'confirmed'],
    ['the only one emigrated', [gone('E')], 'unknown'],
    ['one died and another emigrated', [gone('O'), gone('E')], 'unknown'],
  ] as const)('when %s', async (_who, who, answer) => {
    const { ask } = await registers(HERE, persons(...who));
    expect(await ask(plain)).toBe(answer);
  });

  it('says that nothing is known when it refuses the question', async () => {
    const { ask } = await registers(HERE, { status: 400, json: { code: 'paramsValidation' } });
    expect(await ask(plain)).toBe('unknown');
  });
});

describe('what is no answer', () => {
  const FAULTS: [string, Behaviour, string][] = [
    ['too slow', 'never', 'TooSlow'],
    ['hanging up', 'hang-up', 'OutOfReach'],
    ['too busy', { status: 429, text: 'Dorpsstraat 12' }, 'Answered429'],
    ['out of order', { status: 500, text: 'Dorpsstraat 12' }, 'Answered500'],
    ['without a right', { status: 401, json: {} }, 'Answered401'],
    ['not there', { status: 404, json: {} }, 'Answered404'],
    ['no JSON', { text: '<html>Onderhoud aan Dorpsstraat 12</html>' }, 'Unreadable'],
    ['other JSON', { json: { message: 'Dorpsstraat 12' } }, 'Unreadable'],
    ['empty', { text: '' }, 'Unreadable'],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:9/' }, text: '' }, 'OutOfReach'],
  ];

  it.each(FAULTS)('of the address register: %s', async (_how, how, name) => {
    const { ask } = await registers(how, persons());
    const fault = await ask(plain).catch((error: Error) => error);
    expect(fault).toMatchObject({ name: `Bag${name}`, message: `Bag${name}` });
  });

  it.each(FAULTS)('of the register of persons: %s', async (_how, how, name) => {
    const { ask } = await registers(HERE, how);
    const fault = await ask(plain).catch((error: Error) => error);
    expect(fault).toMatchObject({ name: `Brp${name}`, message: `Brp${name}` });
    expect(fault instanceof Error && fault.cause).toBeUndefined();
  });

  it('is what comes too late, though it began in time', async () => {
    const late = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"_links":');
    });
    await new Promise<void>((resolve) => late.listen(0, '127.0.0.1', resolve));
    stops.push(
      () =>
        new Promise((resolve) => {
          late.close(() => resolve());
          late.closeAllConnections();
        }),
    );
    const url = `http://127.0.0.1:${(late.address() as AddressInfo).port}`;
    await expect(httpRegisters({ bag: { url } }, async () => ({}), 200)(plain)).rejects.toThrow('BagTooSlow');
  });
});

describe('registers that failed three times in a row', () => {
  it('are left alone for half a minute, so that a sweep does not wait for each of many signals', async () => {
    const clock = virtualClock(NOW);
    let asked = 0;
    let works = false;
    const ask = withCircuitBreaker(async () => {
      asked += 1;
      if (!works) throw new Error('BagTooSlow');
      return 'confirmed';
    }, clock.now);
    for (let question = 0; question < 3; question += 1) await expect(ask(plain)).rejects.toThrow('BagTooSlow');
    await expect(ask(plain)).rejects.toThrow('RegistersRest');
    clock.advance(29);
    await expect(ask(plain)).rejects.toThrow('RegistersRest');
    expect(asked).toBe(3);
    clock.advance(1);
    works = true;
    expect(await ask(plain)).toBe('confirmed');
    works = false;
    for (let question = 0; question < 3; question += 1) await expect(ask(plain)).rejects.toThrow('BagTooSlow');
    expect(asked).toBe(7);
  });

  it('are left alone as well when they answer, but slowly', async () => {
    const clock = virtualClock(NOW);
    let takes = 2;
    const ask = withCircuitBreaker(async () => {
      clock.advance(takes);
      return 'confirmed';
    }, clock.now);
    for (let question = 0; question < 3; question += 1) expect(await ask(plain)).toBe('confirmed');
    await expect(ask(plain)).rejects.toThrow('RegistersRest');
    clock.advance(30);
    takes = 1;
    for (let question = 0; question < 9; question += 1) expect(await ask(plain)).toBe('confirmed');
  });
});
