import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Problem } from '#shared/contracts/problem.ts';
import { CONSOLE_ROUTES, type ConsoleRoute } from '#shared/contracts/routes.ts';
import type { Relation } from '#shared/domain/access.ts';
import { memberId, partnerId } from '#shared/domain/ids.ts';
import type { Settled } from '#shared/domain/settle.ts';
import type { Assignment, Signal } from '#shared/domain/signal.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import type { Response } from '#shared/http/responses.ts';
import {
  aDirectory,
  aLocationCode,
  anAssignedSignal,
  anAuditLine,
  aPostcode,
  aReport,
  aReporter,
  aSignalId,
  auditAndFactOf,
  HOUR,
  NOW,
  nextOf,
  settings,
} from '#shared/testing/builders.ts';
import { consoleFor, consoleOf } from '../../tests/support/console.ts';
import { ACCESS, requestOf, routesTo, SHOWN } from '../../tests/support/console-access.ts';
import { documentedStatuses } from '../../tests/support/documented-statuses.ts';
import { bodyOf } from '../../tests/support/http.ts';
import { aTown, type Town } from '../../tests/support/memory-town.ts';
import { createHandlers } from './handlers.ts';

const RESIDENT = ['Kanariestraat', '3034 ZX', '3034ZX', 'Kanarie-uitleg', '98761'];
const REPORTER = ['Kanarie Melder', 'kanarie@melder.example', '0612309876', 'kanarie-kapper'];

const signalOf = (assignment: Partial<Assignment>, more: Partial<Signal> = {}): Settled =>
  anAssignedSignal({
    id: aSignalId(7),
    status: 'following-up',
    assignment: { number: 1, ownerId: partnerId('centrum'), since: NOW, formerOwners: [], ...assignment },
    report: aReport({
      source: 'kanarie-kapper',
      explanation: 'Kanarie-uitleg',
      address: { postcode: aPostcode('3034ZX'), houseNumber: 98_761, street: 'Kanariestraat', town: 'Kanariedam' },
    }),
    reporter: aReporter({ name: 'Kanarie Melder', email: 'kanarie@melder.example', phone: '0612309876' }),
    ...more,
  });

type Who = 'anna' | 'noor' | 'daan' | 'bram' | 'carla';
type Case = readonly [string, Settled, Readonly<Record<Who, Relation>>];
/** Who is what to which signal, written by hand: the code under test works it out by itself. */
const SIGNALS: readonly [Case, ...Case[]] = [
  [
    'a signal of centrum',
    signalOf({}),
    { anna: 'owner', noor: 'stranger', daan: 'stranger', bram: 'stranger', carla: 'coordinator' },
  ],
  [
    'a signal that noord was asked to take over',
    signalOf({ backup: { partnerId: partnerId('noord'), invitedAt: NOW } }),
    { anna: 'owner', noor: 'backup', daan: 'stranger', bram: 'stranger', carla: 'coordinator' },
  ],
  [
    'a late signal, before anybody is asked to step in',
    signalOf({}, { step: { name: 'visit', number: 1, startedAt: NOW, remindAt: NOW, before: NOW } }),
    { anna: 'owner', noor: 'stranger', daan: 'stranger', bram: 'stranger', carla: 'coordinator' },
  ],
  [
    'a signal that noord took over, and for which centrum is asked in turn',
    signalOf({
      number: 2,
      ownerId: partnerId('noord'),
      formerOwners: [partnerId('centrum')],
      backup: { partnerId: partnerId('centrum'), invitedAt: NOW },
    }),
    { anna: 'backup', noor: 'owner', daan: 'stranger', bram: 'stranger', carla: 'coordinator' },
  ],
  [
    'a closed signal of centrum',
    signalOf({}, { status: 'closed', closing: { at: NOW, outcome: 'seen-well' }, expiresAt: plusElapsed(NOW, HOUR) }),
    { anna: 'owner', noor: 'stranger', daan: 'stranger', bram: 'stranger', carla: 'coordinator' },
  ],
  [
    'a signal with a visit that bram recorded',
    signalOf({}, { attempts: [{ at: NOW, way: 'visit', result: 'nobody-home' }] }),
    { anna: 'owner', noor: 'stranger', daan: 'stranger', bram: 'stranger', carla: 'coordinator' },
  ],
  [
    'a signal that centrum handed over to noord',
    signalOf({ number: 2, ownerId: partnerId('noord'), formerOwners: [partnerId('centrum')] }),
    { anna: 'former-owner', noor: 'owner', daan: 'stranger', bram: 'stranger', carla: 'coordinator' },
  ],
  [
    'a signal of the desk',
    signalOf({ ownerId: partnerId('desk') }),
    { anna: 'stranger', noor: 'stranger', daan: 'owner', bram: 'stranger', carla: 'coordinator' },
  ],
  [
    'a signal with a visit planned for bram',
    signalOf({}, { plan: { at: NOW, by: { memberId: memberId('bram'), name: 'Bram Visser' } } }),
    { anna: 'owner', noor: 'stranger', daan: 'stranger', bram: 'planned-visitor', carla: 'coordinator' },
  ],
];
const [[, A_SIGNAL]] = SIGNALS;
const WHO: readonly Who[] = ['anna', 'noor', 'daan', 'bram', 'carla'];
const EVERYBODY = SIGNALS.flatMap(([what, signal, relations]) =>
  WHO.map((who) => [who, relations[who], what, signal] as const),
);

/** What somebody with this relation must never read, wherever. */
const HIDDEN: Readonly<Record<Relation, readonly string[]>> = {
  owner: ['kanarie-kapper'],
  coordinator: ['kanarie-kapper'],
  'planned-visitor': ['Kanarie-uitleg', ...REPORTER],
  backup: [...RESIDENT, ...REPORTER],
  'former-owner': [...RESIDENT, ...REPORTER],
  stranger: [...RESIDENT, ...REPORTER],
};

/** Whether an answer is one that the contract and the OpenAPI document know. */
function expectAsDocumented(route: ConsoleRoute, response: Response): void {
  const status = response.statusCode ?? 0;
  expect(documentedStatuses(route)).toContain(status);
  const schema = status >= 400 ? Problem : status === 204 ? undefined : SHOWN[route];
  if (schema) expect(z.safeParse(schema, bodyOf(response)).error).toBeUndefined();
  expect(response.headers?.['api-version']).toBe('1.0.0');
}

describe('the routes of the console', () => {
  it('are exactly those of the contract, and each is in this matrix', async () => {
    const routed = Object.keys(createHandlers((await aTown()).console)).sort();
    expect(routed).toEqual([...CONSOLE_ROUTES].sort());
    expect(Object.keys(ACCESS).sort()).toEqual(routed);
  });

  /** Rik left: his session is there still, and he is not. */
  const WITHOUT_SESSION = {
    'without a session': [],
    'with a session that is made up': ['__Host-session=made-up'],
    'who was removed a moment ago': ['__Host-session=session-of-rik'],
  };
  describe.each(Object.entries(WITHOUT_SESSION))('to somebody %s', (_who, cookies) => {
    it.each(CONSOLE_ROUTES)('%s tells nothing', async (route) => {
      const town = await aTown();
      await town.keep(A_SIGNAL);
      await consoleFor(town, 'rik');
      const { signals, audit, statistics, directory } = town.world.dump();
      const response = await consoleOf(town)(route, { ...requestOf(route), cookies });
      const access = ACCESS[route];
      expect(response.statusCode).toBe(access.to === 'anybody' ? access.answers : 401);
      expectAsDocumented(route, response);
      expect(town.world.dump()).toMatchObject({ signals, audit, statistics, directory });
    });
  });

  const ELSEWHERE = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'https://omzien.voorbeeldstad.example.elsewhere.example' },
    { origin: 'http://omzien.voorbeeldstad.example' },
    { origin: 'null' },
  ];
  it.each(CONSOLE_ROUTES)('%s answers no other site, though somebody is signed in', async (route) => {
    const town = await aTown();
    await town.keep(A_SIGNAL);
    const ask = await consoleFor(town, 'anna');
    const before = town.world.dump();
    for (const headers of ELSEWHERE) {
      const response = await ask(route, { ...requestOf(route), headers });
      expect([response.statusCode, bodyOf(response)['code'], response.cookies]).toEqual([
        403,
        'foreign-origin',
        undefined,
      ]);
    }
    expect(town.world.dump()).toEqual(before);
    expect(town.mailer.offered).toEqual([]);
  });

  it.each([{ 'sec-fetch-site': 'same-origin' }, { origin: 'https://omzien.voorbeeldstad.example' }, {}])(
    'answer their own site (%j)',
    async (headers) => {
      const ask = await consoleFor(await aTown(), 'anna');
      expect((await ask('GET /v1/console/sessions/current', { headers })).statusCode).toBe(200);
    },
  );
});

describe.each(routesTo('anybody', 'members', 'coordinator'))('%s', (route) => {
  const access = ACCESS[route];
  const answers = 'answers' in access ? access.answers : 0;

  it.each(WHO)('is answered as it should be to %s', async (who) => {
    const town = await aTown();
    const { directory } = town.world.dump();
    const response = await (await consoleFor(town, who))(route, requestOf(route));
    expectAsDocumented(route, response);
    if (access.to !== 'coordinator' || who === 'carla') return expect(response.statusCode).toBe(answers);
    expect([response.statusCode, bodyOf(response)['code']]).toEqual([403, 'not-allowed']);
    expect(response.body).not.toContain('welzijn.example');
    expect(town.world.dump()).toMatchObject({ directory, audit: [] });
  });
});

/** In the list these read where it is. */
const ACCESS_TO_LIST: ReadonlySet<Relation> = new Set(['owner', 'planned-visitor']);
/** A challenge comes from chance, so that two answers differ whatever there is. */
const EVERYTHING_ELSE = routesTo('anybody', 'members', 'coordinator').filter((route) => !route.includes('challenges'));
/** A town in which a good deal was done with a signal: it is read, changed and counted. */
async function lived(signal: Settled): Promise<Town> {
  const town = await aTown();
  await town.keep(signal);
  await town.signals.change(nextOf(signal), auditAndFactOf(signal, { by: memberId('carla') }));
  await town.audit.write([anAuditLine({ signalId: signal.id, event: 'read', by: memberId('anna') })]);
  for (let count = 0; count < 12; count += 1)
    await town.submitting.counters.count({ kind: 'via', code: aLocationCode('kanarie-kapper') }, '2026-02');
  return town;
}
const told = ({ body, headers, cookies }: Response): string => JSON.stringify([body, headers, cookies]);

describe.each(EVERYBODY)('%s, who is %s of %s,', (who, relation, _what, signal) => {
  it.each(routesTo('readers'))('on %s', async (route) => {
    const town = await aTown();
    await town.keep(signal);
    const ask = await consoleFor(town, who);
    const before = town.world.dump();
    const request = requestOf(route);
    const response = await ask(route, request);

    expectAsDocumented(route, response);
    // Whoever takes a signal over is its owner in the same moment.
    const now = relation === 'backup' && route.endsWith('/takeovers') ? 'owner' : relation;
    for (const hidden of HIDDEN[now]) expect(told(response)).not.toContain(hidden);
    const access = ACCESS[route];
    const may = 'may' in access && access.may.includes(relation);
    const { code } = response.statusCode === 204 ? {} : bodyOf(response);
    if (relation === 'stranger') {
      expect(response).toEqual(await ask(route, requestOf(route, { id: aSignalId(404) })));
      expect(response.statusCode).toBe(404);
    } else if (relation === 'former-owner') {
      expect(response.statusCode).toBe(409);
      expect(bodyOf(response)).toMatchObject({ code: 'handed-over', owner: 'Stichting Noord', takenOver: false });
    } else expect(code === 'not-allowed').toBe(!may);
    if (!may) expect(town.world.dump()).toEqual(before);
    const succeeded = (response.statusCode ?? 500) < 300;
    const lines = town.auditOf(signal.id);
    expect([...new Set(lines.map(({ by }) => by))]).toEqual(succeeded ? [who] : []);
    // What their own act cannot have shown them before is a read.
    const opened = relation === 'coordinator' || relation === 'backup';
    if (opened && RESIDENT.some((word) => told(response).includes(word)))
      expect(lines.map(({ event }) => event)).toContain('read');
  });

  it('on everything else: nothing of it beside the list', async () => {
    const town = await lived(signal);
    const hidden = ACCESS_TO_LIST.has(relation) ? HIDDEN[relation] : [...RESIDENT, ...REPORTER];
    for (const route of routesTo('anybody', 'members', 'coordinator')) {
      const response = await (await consoleFor(town, who))(route, requestOf(route));
      const secret = route === 'GET /v1/console/signals' ? hidden : [...RESIDENT, ...REPORTER];
      for (const word of secret) expect(told(response), route).not.toContain(word);
    }
  });

  it('in the lists', async () => {
    const town = await aTown();
    await town.keep(signal);
    const ask = await consoleFor(town, who);
    const sees = relation !== 'stranger' && relation !== 'former-owner';
    const [listed, other] = signal.status === 'closed' ? ['closed', 'open'] : ['open', 'closed'];
    for (const which of [listed, other]) {
      const response = await ask('GET /v1/console/signals', { query: { which } });
      expectAsDocumented('GET /v1/console/signals', response);
      const { signals } = bodyOf(response) as { signals: { reference: string; relation: string; address?: string }[] };
      const shown = sees && which === listed;
      expect(signals.map((row) => [row.reference, row.relation])).toEqual(shown ? [[signal.id, relation]] : []);
      const address = 'Kanariestraat 98761, 3034 ZX, Kanariedam';
      expect(signals.map((row) => row.address)).toEqual(
        shown ? [relation === 'owner' || relation === 'planned-visitor' ? address : undefined] : [],
      );
      for (const hidden of REPORTER) expect(response.body).not.toContain(hidden);
      if (signals[0]?.address === undefined) for (const hidden of RESIDENT) expect(response.body).not.toContain(hidden);
    }
  });
});

/** Of which a coordinator says why they look into it: with a partner, in time, and nothing that came to the coordinator. */
const OTHERS_BUSINESS: readonly (readonly [string, Settled])[] = [
  ['one to decide on', signalOf({}, { status: 'assigned' })],
  ['one to visit', A_SIGNAL],
  ['one with contact', signalOf({}, { status: 'in-contact' })],
  ['a closed one', signalOf({}, { status: 'closed', closing: { at: NOW, outcome: 'seen-well' } })],
];
describe.each(OTHERS_BUSINESS)('a coordinator who gives no reason, of %s,', (_what, signal) => {
  it.each(CONSOLE_ROUTES)(
    'on %s receives nothing of the resident or the reporter, and changes nothing',
    async (route) => {
      const town = await aTown();
      await town.keep(signal);
      const ask = await consoleFor(town, 'carla');
      const before = await town.read(signal.id);
      const response = await ask(route, requestOf(route));
      for (const word of [...RESIDENT, ...REPORTER]) expect(told(response)).not.toContain(word);
      // Handing over all of a partner shows none of it.
      if (route === 'POST /v1/console/handovers') return;
      expect(await town.read(signal.id)).toEqual(before);
      expect(town.auditOf(signal.id).filter(({ event }) => event !== 'read-log')).toEqual([]);
    },
  );
});

/** What somebody may do who has to make a passkey first, and signed in by mail: nothing but that, and leave. */
const OPEN_TO_A_CODE: ReadonlySet<ConsoleRoute> = new Set([
  ...routesTo('anybody'),
  'GET /v1/console/sessions/current',
  'GET /v1/console/sessions',
  'DELETE /v1/console/sessions',
  'GET /v1/console/passkeys',
  'POST /v1/console/passkeys',
  'POST /v1/console/passkeys/challenges',
]);
describe('where passkeys are required', () => {
  const strict = { settings: { ...settings, passkeys: 'required' as const } };
  describe.each(WHO)('to %s, who signed in by a code,', (who) => {
    it.each(CONSOLE_ROUTES)('%s answers what is needed to make one and nothing else', async (route) => {
      const town = await aTown(strict);
      const [[, signal]] = SIGNALS;
      await town.keep(signal);
      const ask = await consoleFor(town, who);
      const { access: _codes, ...before } = town.world.dump();
      const response = await ask(route, requestOf(route));
      expectAsDocumented(route, response);
      for (const word of [...RESIDENT, ...REPORTER]) expect(told(response)).not.toContain(word);
      const { code } = response.body ? bodyOf(response) : {};
      expect(code === 'passkey-needed').toBe(!OPEN_TO_A_CODE.has(route));
      if (code === 'passkey-needed') expect(town.world.dump()).toMatchObject(before);
    });
  });

  it.each(WHO)('to %s, who signed in with one, all is as ever', async (who) => {
    const town = await aTown(strict);
    const ask = await consoleFor(town, who, 'passkey');
    for (const route of routesTo('members', 'coordinator')) {
      if (route === 'DELETE /v1/console/sessions') continue;
      const response = await ask(route, requestOf(route));
      expect(response.body ?? '', route).not.toContain('passkey-needed');
    }
  });
});

const OUTSIDERS = EVERYBODY.filter(([, relation]) => relation === 'stranger' || relation === 'former-owner');
it.each(OUTSIDERS)('answers %s, who is %s of %s, as if there were none', async (who, _relation, _what, signal) => {
  const [withIt, without] = [await lived(signal), await aTown()];
  for (const route of EVERYTHING_ELSE) {
    const answer = async (town: Town) => (await consoleFor(town, who))(route, requestOf(route));
    expect([route, await answer(withIt)]).toEqual([route, await answer(without)]);
  }
});

describe('the number of a partner', () => {
  const NUMBERS: Readonly<Record<string, string>> = { centrum: '010 000 00 01', noord: '010 000 00 02' };
  const withNumbers = (): Promise<Town> => {
    const { partners, ...rest } = aDirectory();
    const numbered = partners.flatMap((one) => {
      const phone = NUMBERS[one.id];
      return phone ? [{ ...one, phone }] : [];
    });
    return aTown({ directory: { ...rest, partners: numbered } });
  };
  /** To whom the signal in front of them is somebody else's, or their team's. */
  const CALLS_OWNER: ReadonlySet<Relation> = new Set(['coordinator', 'backup', 'planned-visitor']);

  it.each(EVERYBODY)(
    'comes with a signal to %s, who is %s of %s, if they call its owner',
    async (who, relation, _what, signal) => {
      const town = await withNumbers();
      await town.keep(signal);
      const ask = await consoleFor(town, who);
      const response = await ask('GET /v1/console/signals/{id}', {
        path: { id: signal.id },
        query: { reason: 'complaint' },
      });
      const owner = signal.assignment?.ownerId ?? '';
      const shown = CALLS_OWNER.has(relation) ? (NUMBERS[owner] ?? '14 010') : undefined;
      expect(bodyOf(response)['ownerPhone']).toBe(shown);
      for (const number of Object.values(NUMBERS)) expect(told(response).includes(number)).toBe(number === shown);
    },
  );

  const PARTNERS = 'GET /v1/console/partners';
  it.each([
    ['anna', [PARTNERS]],
    ['noor', [PARTNERS]],
    ['daan', [PARTNERS]],
    ['bram', []],
    ['carla', [PARTNERS, 'GET /v1/console/directory', 'GET /v1/console/practices']],
  ])('comes to %s from no route but %j, beside the signals', async (who, routes) => {
    const telling = [];
    for (const route of routesTo('anybody', 'members', 'coordinator')) {
      const town = await withNumbers();
      await town.keep(A_SIGNAL);
      const response = await (await consoleFor(town, who))(route, requestOf(route));
      if (Object.values(NUMBERS).some((number) => told(response).includes(number))) telling.push(route);
      expect(JSON.stringify([town.world.dump().audit, town.mailer.sent])).not.toContain('010 000');
    }
    expect(telling.sort()).toEqual([...routes].sort());
  });
});
