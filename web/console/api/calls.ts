import type { input } from 'zod/mini';
import type {
  CeremonyView,
  PasskeyList,
  PasskeyRequest,
  PasskeySessionRequest,
  SessionList,
} from '#shared/contracts/account.ts';
import type {
  AlarmRequest,
  AllClearRequest,
  AttemptRequest,
  CannotGoRequest,
  ClosingRequest,
  ConsentRequest,
  ContactRequest,
  DeclineRequest,
  DismissalRequest,
  ErasureReceipt,
  ErasureRequest,
  FollowUpRequest,
  HandOverRequest,
  InformationRequest,
  PartnerList,
  PlanRequest,
  ReleaseRequest,
  ReopeningRequest,
  RequestAnswer,
  SessionRequest,
  SessionView,
  SignalListView,
  SignalView,
  SignInCodeRequest,
  TakeOverRequest,
  TriageRequest,
} from '#shared/contracts/console.ts';
import type {
  Added,
  DirectoryView,
  MemberChange,
  MemberChanged,
  MemberEntry,
  NeighbourhoodChange,
  NeighbourhoodEntry,
  PartnerChange,
  PartnerEntry,
  Removal,
} from '#shared/contracts/directory.ts';
import type { HandOverAllRequest, HandOverAllResult } from '#shared/contracts/hand-over-all.ts';
import type { LetterView } from '#shared/contracts/letter.ts';
import type { LocationChange, LocationList, LocationRequest, LocationView } from '#shared/contracts/location.ts';
import type { LogMembers, LogView } from '#shared/contracts/log-view.ts';
import type {
  RoutesChange,
  RoutesPreview,
  RoutesPreviewRequest,
  RoutesRestoring,
  RoutesView,
} from '#shared/contracts/postcode-routes.ts';
import type { PracticeList } from '#shared/contracts/practice.ts';
import type { ReferralList, ReferralsChange } from '#shared/contracts/referrals.ts';
import type { ConsoleRoute } from '#shared/contracts/routes.ts';
import type { StatisticsView } from '#shared/contracts/statistics-view.ts';
import type { SystemStatusView } from '#shared/contracts/system-status.ts';
import type { TextsChange, TextsView } from '#shared/contracts/texts.ts';
import type { Act } from '#shared/domain/life.ts';
import type { READ_REASONS } from '#shared/domain/words.ts';

/** Why a coordinator opens a signal. */
export type ReadReason = (typeof READ_REASONS)[number];

type Call<Body, Answer> = { readonly body: Body; readonly answer: Answer };
type Read<Answer> = Call<undefined, Answer>;
/** `undefined`: done, and no longer for these eyes (handed over, or closed with nothing to keep). */
type AfterAct = SignalView | undefined;

/** What goes in and out of each route, from the same contracts that the server checks. Types only: no schema travels to the browser. */
type CallsByRoute = {
  'POST /v1/console/sign-in-codes': Call<input<typeof SignInCodeRequest>, undefined>;
  'POST /v1/console/sessions': Call<input<typeof SessionRequest>, SessionView>;
  'GET /v1/console/sessions/current': Read<SessionView>;
  'DELETE /v1/console/sessions/current': Read<undefined>;
  'GET /v1/console/sessions': Read<SessionList>;
  'DELETE /v1/console/sessions': Read<undefined>;
  'POST /v1/console/passkey-challenges': Read<CeremonyView>;
  'POST /v1/console/passkey-sessions': Call<input<typeof PasskeySessionRequest>, SessionView>;
  'GET /v1/console/passkeys': Read<PasskeyList>;
  'POST /v1/console/passkeys': Call<input<typeof PasskeyRequest>, undefined>;
  'POST /v1/console/passkeys/challenges': Read<CeremonyView>;
  'DELETE /v1/console/passkeys/{passkeyId}': Read<undefined>;
  'DELETE /v1/console/members/{memberId}/passkeys': Read<undefined>;
  'GET /v1/console/partners': Read<PartnerList>;
  'GET /v1/console/locations': Read<LocationList>;
  'POST /v1/console/locations': Call<input<typeof LocationRequest>, LocationView>;
  'PUT /v1/console/locations/{code}': Call<input<typeof LocationChange>, LocationView>;
  'DELETE /v1/console/locations/{code}': Read<undefined>;
  'GET /v1/console/directory': Read<DirectoryView>;
  'GET /v1/console/referrals': Read<ReferralList>;
  'PUT /v1/console/referrals': Call<input<typeof ReferralsChange>, undefined>;
  'GET /v1/console/texts': Read<TextsView>;
  'PUT /v1/console/texts': Call<input<typeof TextsChange>, undefined>;
  'GET /v1/console/routes': Read<RoutesView>;
  'POST /v1/console/routes/preview': Call<input<typeof RoutesPreviewRequest>, RoutesPreview>;
  'POST /v1/console/routes': Call<input<typeof RoutesChange>, undefined>;
  'POST /v1/console/routes/restoring': Call<input<typeof RoutesRestoring>, undefined>;
  'POST /v1/console/partners': Call<input<typeof PartnerEntry>, Added>;
  'PUT /v1/console/partners/{partnerId}': Call<input<typeof PartnerChange>, undefined>;
  'POST /v1/console/partners/{partnerId}/removal': Call<input<typeof Removal>, undefined>;
  'POST /v1/console/members': Call<input<typeof MemberEntry>, Added>;
  'PUT /v1/console/members/{memberId}': Call<input<typeof MemberChange>, MemberChanged>;
  'POST /v1/console/members/{memberId}/removal': Call<input<typeof Removal>, MemberChanged>;
  'POST /v1/console/neighbourhoods': Call<input<typeof NeighbourhoodEntry>, Added>;
  'PUT /v1/console/neighbourhoods/{neighbourhoodId}': Call<input<typeof NeighbourhoodChange>, undefined>;
  'POST /v1/console/neighbourhoods/{neighbourhoodId}/removal': Call<input<typeof Removal>, undefined>;
  'GET /v1/console/audit': Read<LogView>;
  'GET /v1/console/audit/file': Read<undefined>;
  'GET /v1/console/audit/members': Read<LogMembers>;
  'GET /v1/console/signals/{id}/audit': Read<LogView>;
  'POST /v1/console/handovers': Call<input<typeof HandOverAllRequest>, HandOverAllResult>;
  'GET /v1/console/practices': Read<PracticeList>;
  'GET /v1/console/status': Read<SystemStatusView>;
  'POST /v1/console/practices/{partnerId}': Read<undefined>;
  'GET /v1/console/statistics': Read<StatisticsView>;
  'GET /v1/console/statistics/file': Read<undefined>;
  'GET /v1/console/signals': Read<SignalListView>;
  'GET /v1/console/resident-requests': Read<SignalListView>;
  'GET /v1/console/signals/{id}': Read<SignalView>;
  'GET /v1/console/signals/{id}/letter': Read<LetterView>;
  'POST /v1/console/signals/{id}/triage': Call<input<typeof TriageRequest>, AfterAct>;
  'POST /v1/console/signals/{id}/handovers': Call<input<typeof HandOverRequest>, AfterAct>;
  'POST /v1/console/signals/{id}/takeovers': Call<input<typeof TakeOverRequest>, AfterAct>;
  'POST /v1/console/signals/{id}/declines': Call<input<typeof DeclineRequest>, AfterAct>;
  'POST /v1/console/signals/{id}/cancellations': Call<input<typeof CannotGoRequest>, AfterAct>;
  'POST /v1/console/signals/{id}/plans': Call<input<typeof PlanRequest>, AfterAct>;
  'POST /v1/console/signals/{id}/attempts': Call<input<typeof AttemptRequest>, AfterAct>;
  'POST /v1/console/signals/{id}/contacts': Call<input<typeof ContactRequest>, AfterAct | ErasureReceipt>;
  'POST /v1/console/signals/{id}/consents': Call<input<typeof ConsentRequest>, AfterAct>;
  'POST /v1/console/signals/{id}/information': Call<input<typeof InformationRequest>, AfterAct>;
  'POST /v1/console/signals/{id}/follow-ups': Call<input<typeof FollowUpRequest>, AfterAct>;
  'POST /v1/console/signals/{id}/closing': Call<input<typeof ClosingRequest>, AfterAct>;
  'POST /v1/console/signals/{id}/reopening': Call<input<typeof ReopeningRequest>, AfterAct>;
  'POST /v1/console/signals/{id}/erasure': Call<input<typeof ErasureRequest>, ErasureReceipt>;
  'POST /v1/console/signals/{id}/alarms': Call<input<typeof AlarmRequest>, AfterAct>;
  'POST /v1/console/signals/{id}/all-clear': Call<input<typeof AllClearRequest>, AfterAct>;
  'POST /v1/console/signals/{id}/answers': Call<input<typeof RequestAnswer>, AfterAct>;
  'POST /v1/console/signals/{id}/release': Call<input<typeof ReleaseRequest>, AfterAct>;
  'POST /v1/console/signals/{id}/dismissal': Call<input<typeof DismissalRequest>, AfterAct>;
};
/** Fails to compile when a route has no entry. */
export type Calls = { readonly [Route in ConsoleRoute]: CallsByRoute[Route] };

/** Where an act is sent. */
export const ROUTE_OF_ACT = {
  release: 'POST /v1/console/signals/{id}/release',
  dismiss: 'POST /v1/console/signals/{id}/dismissal',
  triage: 'POST /v1/console/signals/{id}/triage',
  'hand-over': 'POST /v1/console/signals/{id}/handovers',
  'take-over': 'POST /v1/console/signals/{id}/takeovers',
  decline: 'POST /v1/console/signals/{id}/declines',
  'cannot-go': 'POST /v1/console/signals/{id}/cancellations',
  plan: 'POST /v1/console/signals/{id}/plans',
  attempt: 'POST /v1/console/signals/{id}/attempts',
  contact: 'POST /v1/console/signals/{id}/contacts',
  alarm: 'POST /v1/console/signals/{id}/alarms',
  'all-clear': 'POST /v1/console/signals/{id}/all-clear',
  consent: 'POST /v1/console/signals/{id}/consents',
  inform: 'POST /v1/console/signals/{id}/information',
  'follow-up': 'POST /v1/console/signals/{id}/follow-ups',
  close: 'POST /v1/console/signals/{id}/closing',
  answer: 'POST /v1/console/signals/{id}/answers',
  reopen: 'POST /v1/console/signals/{id}/reopening',
  erase: 'POST /v1/console/signals/{id}/erasure',
} as const satisfies Record<Act, ConsoleRoute>;

/** What a form makes; the version that it saw is added when it is sent. */
export type ActBody<A extends Act> = Omit<Calls[(typeof ROUTE_OF_ACT)[A]]['body'], 'version'>;
export type ActAnswer = AfterAct | ErasureReceipt;
