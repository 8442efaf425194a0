import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { CeremonyView, PasskeyList, SessionList } from '#shared/contracts/account.ts';
import { ErasureReceipt, PartnerList, SessionView, SignalListView, SignalView } from '#shared/contracts/console.ts';
import { Added, DirectoryView } from '#shared/contracts/directory.ts';
import { HandOverAllResult } from '#shared/contracts/hand-over-all.ts';
import { LetterView } from '#shared/contracts/letter.ts';
import { LocationList, LocationView } from '#shared/contracts/location.ts';
import { documentedStatuses } from '#shared/contracts/openapi.ts';
import { RoutesPreview, RoutesView } from '#shared/contracts/postcode-routes.ts';
import { PracticeList } from '#shared/contracts/practice.ts';
import { Problem } from '#shared/contracts/problem.ts';
import { ReferralList } from '#shared/contracts/referrals.ts';
import { CONSOLE_ROUTES, type ConsoleRoute } from '#shared/contracts/routes.ts';
import { StatisticsView } from '#shared/contracts/statistics-view.ts';
import { TextsView } from '#shared/contracts/texts.ts';
import type { Relation } from '#shared/domain/access.ts';
import { memberId, partnerId } from '#shared/domain/ids.ts';
import type { Settled } from '#shared/domain/settle.ts';
import type { Assignment, Signal } from '#shared/domain/signal.ts';
import type { Response } from '#shared/http/responses.ts';
import { anAssignedSignal, aPostcode, aReport, aReporter, aSignalId, NOW } from '#shared/testing/builders.ts';
import { consoleFor, consoleOf } from '../../tests/support/console.ts';
import { bodyOf } from '../../tests/support/http.ts';
import { aTown } from '../../tests/support/memory-town.ts';
import { createHandlers } from './handlers.ts';

const A_PARTNER = { name: 'Kanarie Welzijn', mailbox: 'post@kanarie.example', weekends: true };
const A_MEMBER = { name: 'Kanarie Lid', email: 'lid@kanarie.example', role: 'desk' };
/** A good request for every route: what is refused is refused because of who asks. */
const JSON_OF: Readonly<Record<ConsoleRoute, unknown>> = {
  'POST /v1/console/sign-in-codes': { email: 'anna@welzijn.example' },
  'POST /v1/console/sessions': { code: '123456' },
  'GET /v1/console/sessions/current': undefined,
  'DELETE /v1/console/sessions/current': undefined,
  'GET /v1/console/sessions': undefined,
  'DELETE /v1/console/sessions': undefined,
  'POST /v1/console/passkey-challenges': undefined,
  'POST /v1/console/passkey-sessions': { response: {} },
  'GET /v1/console/passkeys': undefined,
  'POST /v1/console/passkeys': { name: 'Telefoon', response: {} },
  'POST /v1/console/passkeys/challenges': undefined,
  'DELETE /v1/console/passkeys/{passkeyId}': undefined,
  'DELETE /v1/console/members/{memberId}/passkeys': undefined,
  'GET /v1/console/partners': undefined,
  'GET /v1/console/locations': undefined,
  'POST /v1/console/locations': { code: 'bibliotheek', name: 'Bibliotheek', kind: 'other' },
  'GET /v1/console/directory': undefined,
  'GET /v1/console/referrals': undefined,
  'PUT /v1/console/referrals': { seen: 'made-up', referrals: [] },
  'GET /v1/console/texts': undefined,
  'PUT /v1/console/texts': { changes: [{ path: 'mail.greeting', language: 'nl', before: 'made-up', text: 'Dag,' }] },
  'GET /v1/console/routes': undefined,
  'POST /v1/console/routes/preview': { list: '3011;Kanariewijk' },
  'POST /v1/console/routes': { list: '3011;Oude Noorden', seen: 'made-up' },
  'POST /v1/console/routes/restoring': { seen: 'made-up' },
  'POST /v1/console/partners': A_PARTNER,
  'PUT /v1/console/partners/{partnerId}': { ...A_PARTNER, seen: 'made-up' },
  'POST /v1/console/partners/{partnerId}/removal': { seen: 'made-up' },
  'POST /v1/console/members': A_MEMBER,
  'PUT /v1/console/members/{memberId}': { ...A_MEMBER, seen: 'made-up' },
  'POST /v1/console/members/{memberId}/removal': { seen: 'made-up' },
  'POST /v1/console/neighbourhoods': { name: 'Kanariewijk' },
  'PUT /v1/console/neighbourhoods/{neighbourhoodId}': { name: 'Kanariewijk', seen: 'made-up' },
  'POST /v1/console/neighbourhoods/{neighbourhoodId}/removal': { seen: 'made-up' },
  'GET /v1/console/audit': undefined,
  'GET /v1/console/audit/file': undefined,
  'GET /v1/console/signals/{id}/audit': undefined,
  'POST /v1/console/handovers': { from: 'centrum', to: 'noord' },
  'GET /v1/console/practices': undefined,
  'POST /v1/console/practices/{partnerId}': undefined,
  'GET /v1/console/statistics': undefined,
  'GET /v1/console/statistics/file': undefined,
  'GET /v1/console/signals': undefined,
  'GET /v1/console/signals/{id}': undefined,
  'GET /v1/console/signals/{id}/letter': undefined,
  'POST /v1/console/signals/{id}/triage': { version: 1, tested: ['own-contacts'], decision: 'follow-up' },
  'POST /v1/console/signals/{id}/handovers': { version: 1, to: 'desk', reason: 'no-capacity' },
  'POST /v1/console/signals/{id}/takeovers': { version: 1 },
  'POST /v1/console/signals/{id}/plans': { version: 1, at: '2026-03-04T10:00:00Z', volunteer: 'Vera' },
  'POST /v1/console/signals/{id}/attempts': { version: 1, way: 'visit', result: 'nobody-home' },
  'POST /v1/console/signals/{id}/contacts': { version: 1, way: 'visit', informed: 'handed', consent: 'keep' },
  'POST /v1/console/signals/{id}/consents': { version: 1, consent: 'not-given' },
  'POST /v1/console/signals/{id}/information': { version: 1, informed: 'posted' },
  'POST /v1/console/signals/{id}/follow-ups': { version: 1, helpStarted: 'yes' },
  'POST /v1/console/signals/{id}/closing': { version: 1, outcome: 'not-reached' },
  'POST /v1/console/signals/{id}/reopening': { version: 1 },
  'POST /v1/console/signals/{id}/erasure': { version: 1, asked: 'by-phone' },
  'POST /v1/console/signals/{id}/answers': { version: 1, request: aSignalId(3), how: 'done' },
  'POST /v1/console/signals/{id}/release': { version: 1 },
  'POST /v1/console/signals/{id}/dismissal': { version: 1, reason: 'spam' },
};
/** The log is the coordinator's, whatever the signal: it is tested with its handler. */
const OF_SIGNAL = CONSOLE_ROUTES.filter((route) => route.includes('{id}') && !route.endsWith('/audit'));
/** Routes of the directory, and what each answers the coordinator, for something that exists. */
const OF_COORDINATOR: Partial<Readonly<Record<ConsoleRoute, number>>> = {
  'GET /v1/console/directory': 200,
  'PUT /v1/console/referrals': 409,
  'PUT /v1/console/texts': 409,
  'GET /v1/console/routes': 200,
  'POST /v1/console/routes/preview': 200,
  'POST /v1/console/routes': 409,
  'POST /v1/console/routes/restoring': 409,
  'POST /v1/console/handovers': 200,
  'GET /v1/console/practices': 200,
  'POST /v1/console/practices/{partnerId}': 204,
  'POST /v1/console/partners': 201,
  'PUT /v1/console/partners/{partnerId}': 409,
  'POST /v1/console/partners/{partnerId}/removal': 409,
  'POST /v1/console/members': 201,
  'PUT /v1/console/members/{memberId}': 409,
  'POST /v1/console/members/{memberId}/removal': 409,
  'POST /v1/console/neighbourhoods': 201,
  'PUT /v1/console/neighbourhoods/{neighbourhoodId}': 409,
  'POST /v1/console/neighbourhoods/{neighbourhoodId}/removal': 409,
};

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
/** Who is what to which signal, written by hand: the code under test works it out by itself. */
const SIGNALS: readonly (readonly [string, Settled, Readonly<Record<Who, Relation>>])[] = [
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
const WHO: readonly Who[] = ['anna', 'noor', 'daan', 'bram', 'carla'];
const EVERYBODY = SIGNALS.flatMap(([what, signal, relations]) =>
  WHO.map((who) => [who, relations[who], what, signal] as const),
);

/** What somebody with this relation must never read, wherever. */
const HIDDEN: Readonly<Record<Relation, readonly string[]>> = {
  owner: ['kanarie-kapper'],
  coordinator: ['kanarie-kapper'],
  'planned-visitor': REPORTER,
  backup: [...RESIDENT, ...REPORTER],
  'former-owner': [...RESIDENT, ...REPORTER],
  stranger: [...RESIDENT, ...REPORTER],
};

/** Whether an answer is one that the contract and the OpenAPI document know. */
function expectAsDocumented(route: ConsoleRoute, response: Response): void {
  const status = response.statusCode ?? 0;
  expect(documentedStatuses(route)).toContain(status);
  const schema = status >= 400 ? Problem : status === 204 ? undefined : SHOWN(route);
  if (schema) expect(z.safeParse(schema, bodyOf(response)).error).toBeUndefined();
  expect(response.headers?.['api-version']).toBe('1.0.0');
}
const SHOWN = (route: ConsoleRoute): z.core.$ZodType | undefined => {
  if (route.endsWith('/erasure')) return ErasureReceipt;
  if (route.endsWith('/letter')) return LetterView;
  if (route.includes('/signals/{id}')) return z.strictObject(SignalView.shape);
  if (route.endsWith('/signals')) return SignalListView;
  if (route === 'GET /v1/console/directory') return DirectoryView;
  if (route === 'GET /v1/console/routes') return RoutesView;
  if (route === 'GET /v1/console/referrals') return ReferralList;
  if (route === 'GET /v1/console/texts') return TextsView;
  if (route === 'POST /v1/console/routes/preview') return RoutesPreview;
  if (route === 'POST /v1/console/handovers') return HandOverAllResult;
  if (route.startsWith('POST') && route in OF_COORDINATOR && !route.includes('{')) return Added;
  if (route === 'GET /v1/console/partners') return PartnerList;
  if (route === 'GET /v1/console/practices') return PracticeList;
  if (route === 'GET /v1/console/statistics') return StatisticsView;
  if (route === 'GET /v1/console/locations') return LocationList;
  if (route === 'POST /v1/console/locations') return LocationView;
  if (route === 'GET /v1/console/sessions') return SessionList;
  if (route === 'GET /v1/console/passkeys') return PasskeyList;
  if (route.includes('challenges')) return CeremonyView;
  return route.includes('/sessions') ? SessionView : undefined;
};

describe('the routes of the console', () => {
  it('are exactly those of the contract', async () => {
    expect(Object.keys(createHandlers((await aTown()).console)).sort()).toEqual([...CONSOLE_ROUTES].sort());
  });

  const OPEN: Readonly<Record<string, number>> = {
    'POST /v1/console/sign-in-codes': 202,
    'POST /v1/console/sessions': 401,
    'POST /v1/console/passkey-challenges': 200,
    'DELETE /v1/console/sessions/current': 204,
  };
  it.each(CONSOLE_ROUTES)('%s tells nobody anything without a session, or with one that is made up', async (route) => {
    const [, signal] = SIGNALS[0] ?? [];
    for (const cookies of [[], ['__Host-session=made-up']]) {
      const town = await aTown();
      if (signal) await town.keep(signal);
      const { signals, audit, statistics } = town.world.dump();
      const path = { id: signal?.id ?? '' };
      const response = await consoleOf(town)(route, { json: JSON_OF[route], path, cookies });
      expect(response.statusCode).toBe(OPEN[route] ?? 401);
      expectAsDocumented(route, response);
      expect(town.world.dump()).toMatchObject({ signals, audit, statistics });
    }
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
    const [, signal] = SIGNALS[0] ?? [];
    if (signal) await town.keep(signal);
    const ask = await consoleFor(town, 'anna');
    const before = town.world.dump();
    for (const headers of ELSEWHERE) {
      const response = await ask(route, { json: JSON_OF[route], path: { id: signal?.id ?? '' }, headers });
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

describe.each(Object.entries(OF_COORDINATOR))('%s', (name, status) => {
  const route = name as ConsoleRoute;
  const path = { partnerId: 'centrum', memberId: 'anna', neighbourhoodId: 'oude-noorden' };
  const ask = async (town: Awaited<ReturnType<typeof aTown>>, who: Who) => {
    const [only] = /(?<=\{)\w+/.exec(route) ?? [];
    const given = Object.entries(path).filter(([parameter]) => parameter === only);
    return (await consoleFor(town, who))(route, { json: JSON_OF[route], path: Object.fromEntries(given) });
  };

  it.each(['anna', 'noor', 'daan', 'bram'] as const)('is not for %s, and changes nothing', async (who) => {
    const town = await aTown();
    const before = town.world.dump().directory;
    const response = await ask(town, who);
    expect([response.statusCode, bodyOf(response)['code']]).toEqual([403, 'not-allowed']);
    expectAsDocumented(route, response);
    expect(response.body).not.toContain('welzijn.example');
    expect(town.world.dump()).toMatchObject({ directory: before, audit: [] });
  });

  it('is for the coordinator', async () => {
    const town = await aTown();
    const response = await ask(town, 'carla');
    expect(response.statusCode).toBe(status);
    expectAsDocumented(route, response);
    const wrote = status === 201 ? 1 : 0;
    expect(town.world.dump().audit).toHaveLength(wrote);
  });
});

describe.each(EVERYBODY)('%s, who is %s of %s,', (who, relation, _what, signal) => {
  it.each(OF_SIGNAL)('on %s', async (route) => {
    const town = await aTown();
    await town.keep(signal);
    const ask = await consoleFor(town, who);
    const before = town.world.dump();
    const request = { json: JSON_OF[route] };
    const response = await ask(route, { ...request, path: { id: signal.id } });

    expectAsDocumented(route, response);
    // Whoever takes a signal over is its owner in the same moment.
    const now = relation === 'backup' && route.endsWith('/takeovers') ? 'owner' : relation;
    for (const hidden of HIDDEN[now]) expect(response.body ?? '').not.toContain(hidden);
    if (relation === 'stranger') {
      expect(response).toEqual(await ask(route, { ...request, path: { id: aSignalId(404) } }));
      expect(response.statusCode).toBe(404);
      expect(town.world.dump()).toEqual(before);
    }
    if (relation === 'former-owner') {
      expect(response.statusCode).toBe(409);
      expect(bodyOf(response)).toMatchObject({ code: 'handed-over', owner: 'Stichting Noord', takenOver: false });
      expect(town.world.dump()).toEqual(before);
    }
    const succeeded = (response.statusCode ?? 500) < 300;
    expect(town.auditOf(signal.id).map(({ by }) => by)).toEqual(succeeded ? [who] : []);
  });

  it('in the list', async () => {
    const town = await aTown();
    await town.keep(signal);
    const response = await (await consoleFor(town, who))('GET /v1/console/signals');
    expectAsDocumented('GET /v1/console/signals', response);
    const sees = relation !== 'stranger' && relation !== 'former-owner';
    const { signals } = bodyOf(response) as { signals: { reference: string; relation: string; address?: string }[] };
    expect(signals.map((row) => [row.reference, row.relation])).toEqual(sees ? [[signal.id, relation]] : []);
    const address = 'Kanariestraat 98761, 3034 ZX, Kanariedam';
    expect(signals.map((row) => row.address)).toEqual(
      sees ? [relation === 'owner' || relation === 'planned-visitor' ? address : undefined] : [],
    );
    for (const hidden of REPORTER) expect(response.body).not.toContain(hidden);
    if (signals[0]?.address === undefined) for (const hidden of RESIDENT) expect(response.body).not.toContain(hidden);
  });
});
