import type * as z from 'zod/mini';
import { strictObject } from 'zod/mini';
import { CeremonyView, PasskeyList, SessionList } from '#shared/contracts/account.ts';
import { ErasureReceipt, PartnerList, SessionView, SignalListView, SignalView } from '#shared/contracts/console.ts';
import { Added, DirectoryView } from '#shared/contracts/directory.ts';
import { HandOverAllResult } from '#shared/contracts/hand-over-all.ts';
import { LetterView } from '#shared/contracts/letter.ts';
import { LocationList, LocationView } from '#shared/contracts/location.ts';
import { LogMembers, LogView } from '#shared/contracts/log-view.ts';
import { RoutesPreview, RoutesView } from '#shared/contracts/postcode-routes.ts';
import { PracticeList } from '#shared/contracts/practice.ts';
import { ReferralList } from '#shared/contracts/referrals.ts';
import { CONSOLE_ROUTES, type ConsoleRoute } from '#shared/contracts/routes.ts';
import { StatisticsView } from '#shared/contracts/statistics-view.ts';
import { SystemStatusView } from '#shared/contracts/system-status.ts';
import { TextsView } from '#shared/contracts/texts.ts';
import type { Relation } from '#shared/domain/access.ts';
import { aSignalId } from '#shared/testing/builders.ts';

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
  'PUT /v1/console/locations/{code}': { name: 'Kapper Noord', kind: 'shop' },
  'DELETE /v1/console/locations/{code}': undefined,
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
  'GET /v1/console/audit/members': undefined,
  'GET /v1/console/signals/{id}/audit': undefined,
  'POST /v1/console/handovers': { from: 'centrum', to: 'noord' },
  'GET /v1/console/practices': undefined,
  'POST /v1/console/practices/{partnerId}': undefined,
  'GET /v1/console/status': undefined,
  'GET /v1/console/statistics': undefined,
  'GET /v1/console/statistics/file': undefined,
  'GET /v1/console/signals': undefined,
  'GET /v1/console/resident-requests': undefined,
  'GET /v1/console/signals/{id}': undefined,
  'GET /v1/console/signals/{id}/letter': undefined,
  'POST /v1/console/signals/{id}/triage': { version: 1, tested: ['own-contacts'], decision: 'follow-up' },
  'POST /v1/console/signals/{id}/handovers': { version: 1, to: 'desk', reason: 'no-capacity' },
  'POST /v1/console/signals/{id}/takeovers': { version: 1 },
  'POST /v1/console/signals/{id}/declines': { version: 1 },
  'POST /v1/console/signals/{id}/cancellations': { version: 1 },
  'POST /v1/console/signals/{id}/plans': { version: 1, at: '2026-03-04T10:00:00Z', volunteer: 'Vera' },
  'POST /v1/console/signals/{id}/attempts': { version: 1, way: 'visit', result: 'nobody-home' },
  'POST /v1/console/signals/{id}/contacts': { version: 1, way: 'visit', informed: 'handed', consent: 'keep' },
  'POST /v1/console/signals/{id}/alarms': { version: 1 },
  'POST /v1/console/signals/{id}/all-clear': { version: 1, how: 'visited' },
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
/** What a route is asked beside its body. */
const QUERY_OF: Partial<Readonly<Record<ConsoleRoute, Readonly<Record<string, string>>>>> = {
  'GET /v1/console/audit': { member: 'anna', month: '2026-03' },
  'GET /v1/console/audit/file': { signal: aSignalId(7) },
};
const PATH: Readonly<Record<string, string>> = {
  partnerId: 'centrum',
  memberId: 'anna',
  neighbourhoodId: 'oude-noorden',
  passkeyId: 'made-up',
  code: 'kapper-jansen',
  id: aSignalId(7),
};
/** A good request for a route, about something that exists. */
export const requestOf = (route: ConsoleRoute, path = PATH) => {
  const named = [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, path[name] ?? '']);
  return {
    json: JSON_OF[route],
    ...(QUERY_OF[route] && { query: QUERY_OF[route] }),
    ...(named.length > 0 && { path: Object.fromEntries(named) }),
  };
};

/** For whom a route is, and what it answers them to a good request. */
type Access =
  | { readonly to: 'anybody' | 'members' | 'coordinator'; readonly answers: number }
  /** By what somebody is to the signal; whoever is a stranger to it is answered as if there were none. */
  | { readonly to: 'readers'; readonly may: readonly Relation[] };
const anybody = (answers: number): Access => ({ to: 'anybody', answers });
const members = (answers: number): Access => ({ to: 'members', answers });
const coordinator = (answers: number): Access => ({ to: 'coordinator', answers });
const only = (...may: readonly Relation[]): Access => ({ to: 'readers', may });

/** Every route of the router, written by hand: one that is not here does not compile, and fails the first test below. */
export const ACCESS: Readonly<Record<ConsoleRoute, Access>> = {
  'POST /v1/console/sign-in-codes': anybody(202),
  'POST /v1/console/sessions': anybody(401),
  'POST /v1/console/passkey-challenges': anybody(200),
  'POST /v1/console/passkey-sessions': anybody(401),
  'DELETE /v1/console/sessions/current': anybody(204),
  'GET /v1/console/sessions/current': members(200),
  'GET /v1/console/sessions': members(200),
  'DELETE /v1/console/sessions': members(204),
  'GET /v1/console/passkeys': members(200),
  'POST /v1/console/passkeys': members(401),
  'POST /v1/console/passkeys/challenges': members(200),
  'DELETE /v1/console/passkeys/{passkeyId}': members(404),
  'GET /v1/console/partners': members(200),
  'GET /v1/console/referrals': members(200),
  'GET /v1/console/texts': members(200),
  'GET /v1/console/signals': members(200),
  'GET /v1/console/locations': coordinator(200),
  'POST /v1/console/locations': coordinator(201),
  'PUT /v1/console/locations/{code}': coordinator(200),
  'DELETE /v1/console/locations/{code}': coordinator(204),
  'DELETE /v1/console/members/{memberId}/passkeys': coordinator(204),
  'GET /v1/console/directory': coordinator(200),
  'PUT /v1/console/referrals': coordinator(409),
  'PUT /v1/console/texts': coordinator(409),
  'GET /v1/console/routes': coordinator(200),
  'POST /v1/console/routes/preview': coordinator(200),
  'POST /v1/console/routes': coordinator(409),
  'POST /v1/console/routes/restoring': coordinator(409),
  'POST /v1/console/handovers': coordinator(200),
  'GET /v1/console/practices': coordinator(200),
  'GET /v1/console/resident-requests': coordinator(200),
  'GET /v1/console/status': coordinator(200),
  'POST /v1/console/practices/{partnerId}': coordinator(204),
  'POST /v1/console/partners': coordinator(201),
  'PUT /v1/console/partners/{partnerId}': coordinator(409),
  'POST /v1/console/partners/{partnerId}/removal': coordinator(409),
  'POST /v1/console/members': coordinator(201),
  'PUT /v1/console/members/{memberId}': coordinator(409),
  'POST /v1/console/members/{memberId}/removal': coordinator(409),
  'POST /v1/console/neighbourhoods': coordinator(201),
  'PUT /v1/console/neighbourhoods/{neighbourhoodId}': coordinator(409),
  'POST /v1/console/neighbourhoods/{neighbourhoodId}/removal': coordinator(409),
  'GET /v1/console/audit': coordinator(200),
  'GET /v1/console/audit/file': coordinator(200),
  'GET /v1/console/audit/members': coordinator(200),
  'GET /v1/console/signals/{id}/audit': coordinator(200),
  'GET /v1/console/statistics': coordinator(200),
  'GET /v1/console/statistics/file': coordinator(200),
  'GET /v1/console/signals/{id}': only('owner', 'planned-visitor', 'backup', 'coordinator'),
  'GET /v1/console/signals/{id}/letter': only('owner', 'planned-visitor'),
  'POST /v1/console/signals/{id}/triage': only('owner'),
  'POST /v1/console/signals/{id}/handovers': only('owner', 'coordinator'),
  'POST /v1/console/signals/{id}/takeovers': only('backup'),
  'POST /v1/console/signals/{id}/declines': only('backup'),
  'POST /v1/console/signals/{id}/cancellations': only('planned-visitor'),
  'POST /v1/console/signals/{id}/plans': only('owner', 'coordinator'),
  'POST /v1/console/signals/{id}/attempts': only('owner', 'planned-visitor'),
  'POST /v1/console/signals/{id}/contacts': only('owner', 'planned-visitor'),
  'POST /v1/console/signals/{id}/alarms': only('owner', 'planned-visitor'),
  'POST /v1/console/signals/{id}/all-clear': only('owner', 'coordinator'),
  'POST /v1/console/signals/{id}/consents': only('owner'),
  'POST /v1/console/signals/{id}/information': only('owner'),
  'POST /v1/console/signals/{id}/follow-ups': only('owner'),
  'POST /v1/console/signals/{id}/closing': only('owner', 'coordinator'),
  'POST /v1/console/signals/{id}/reopening': only('owner', 'coordinator'),
  'POST /v1/console/signals/{id}/erasure': only('owner', 'planned-visitor', 'coordinator'),
  'POST /v1/console/signals/{id}/answers': only('coordinator'),
  'POST /v1/console/signals/{id}/release': only('owner'),
  'POST /v1/console/signals/{id}/dismissal': only('owner'),
};
export const routesTo = (...to: readonly Access['to'][]) =>
  CONSOLE_ROUTES.filter((route) => to.includes(ACCESS[route].to));

/** What a route shows to who may see it; absent where it gives nothing, or a file. */
export const SHOWN: Partial<Readonly<Record<ConsoleRoute, z.core.$ZodType>>> = {
  'GET /v1/console/sessions/current': SessionView,
  'GET /v1/console/sessions': SessionList,
  'POST /v1/console/passkey-challenges': CeremonyView,
  'POST /v1/console/passkeys/challenges': CeremonyView,
  'GET /v1/console/passkeys': PasskeyList,
  'GET /v1/console/partners': PartnerList,
  'GET /v1/console/locations': LocationList,
  'POST /v1/console/locations': LocationView,
  'PUT /v1/console/locations/{code}': LocationView,
  'GET /v1/console/directory': DirectoryView,
  'GET /v1/console/referrals': ReferralList,
  'GET /v1/console/texts': TextsView,
  'GET /v1/console/routes': RoutesView,
  'POST /v1/console/routes/preview': RoutesPreview,
  'POST /v1/console/handovers': HandOverAllResult,
  'GET /v1/console/practices': PracticeList,
  'GET /v1/console/status': SystemStatusView,
  'POST /v1/console/partners': Added,
  'POST /v1/console/members': Added,
  'POST /v1/console/neighbourhoods': Added,
  'GET /v1/console/audit': LogView,
  'GET /v1/console/audit/members': LogMembers,
  'GET /v1/console/signals/{id}/audit': LogView,
  'GET /v1/console/statistics': StatisticsView,
  'GET /v1/console/signals': SignalListView,
  'GET /v1/console/resident-requests': SignalListView,
  'GET /v1/console/signals/{id}/letter': LetterView,
  'POST /v1/console/signals/{id}/erasure': ErasureReceipt,
  ...Object.fromEntries(
    routesTo('readers')
      .filter((route) => !/(letter|erasure)$/.test(route))
      .map((route) => [route, strictObject(SignalView.shape)]),
  ),
};
