import type * as z from 'zod/mini';
import * as account from './account.ts';
import * as act from './console.ts';
import * as directory from './directory.ts';
import { HandOverAllRequest, HandOverAllResult } from './hand-over-all.ts';
import { LetterView } from './letter.ts';
import { LocationChange, LocationList, LocationRequest, LocationView } from './location.ts';
import { LogFileQuery, MemberLogQuery, SignalLogQuery } from './log.ts';
import { LogMembers, LogView } from './log-view.ts';
import * as routes from './postcode-routes.ts';
import { PracticeList } from './practice.ts';
import type { ProblemCode } from './problem-codes.ts';
import * as referrals from './referrals.ts';
import { ResidentRequestForm } from './resident-request.ts';
import type { ConsoleRoute, ReportRoute } from './routes.ts';
import { ServiceArea, SignalReceipt, SignalStatus, SignalSubmission, StatusRequest } from './signal-submission.ts';
import { StatisticsFileQuery, StatisticsQuery } from './statistics.ts';
import { StatisticsView } from './statistics-view.ts';
import { SystemStatusView } from './system-status.ts';
import { TextsChange, TextsView } from './texts.ts';

/** Pages for people, not for programs: the form without script posts and gets HTML. */
export const NOT_IN_DOCUMENT = [
  'POST /v1/report/check',
  'POST /v1/report/send',
] as const satisfies readonly ReportRoute[];
export type DocumentedRoute = Exclude<ReportRoute | ConsoleRoute, (typeof NOT_IN_DOCUMENT)[number]>;

/** Every schema with a name of its own. */
export const SCHEMAS = {
  requests: {
    SignalSubmission,
    StatusRequest,
    SignInCodeRequest: act.SignInCodeRequest,
    SessionRequest: act.SessionRequest,
    PasskeyRequest: account.PasskeyRequest,
    PasskeySessionRequest: account.PasskeySessionRequest,
    TriageRequest: act.TriageRequest,
    HandOverRequest: act.HandOverRequest,
    TakeOverRequest: act.TakeOverRequest,
    DeclineRequest: act.DeclineRequest,
    CannotGoRequest: act.CannotGoRequest,
    PlanRequest: act.PlanRequest,
    AttemptRequest: act.AttemptRequest,
    ContactRequest: act.ContactRequest,
    ConsentRequest: act.ConsentRequest,
    InformationRequest: act.InformationRequest,
    FollowUpRequest: act.FollowUpRequest,
    ClosingRequest: act.ClosingRequest,
    ReopeningRequest: act.ReopeningRequest,
    ErasureRequest: act.ErasureRequest,
    AlarmRequest: act.AlarmRequest,
    AllClearRequest: act.AllClearRequest,
    RequestAnswer: act.RequestAnswer,
    ResidentRequestForm,
    ReleaseRequest: act.ReleaseRequest,
    DismissalRequest: act.DismissalRequest,
    LocationRequest,
    LocationChange,
    HandOverAllRequest,
    PartnerEntry: directory.PartnerEntry,
    PartnerChange: directory.PartnerChange,
    MemberEntry: directory.MemberEntry,
    MemberChange: directory.MemberChange,
    NeighbourhoodEntry: directory.NeighbourhoodEntry,
    NeighbourhoodChange: directory.NeighbourhoodChange,
    Removal: directory.Removal,
    ReferralsChange: referrals.ReferralsChange,
    TextsChange,
    RoutesPreviewRequest: routes.RoutesPreviewRequest,
    RoutesChange: routes.RoutesChange,
    RoutesRestoring: routes.RoutesRestoring,
  },
  responses: {
    SignalReceipt,
    SignalStatus,
    ServiceArea,
    LocationView,
    LetterView,
    LocationList,
    HandOverAllResult,
    PracticeList,
    SystemStatusView,
    SessionView: act.SessionView,
    SessionList: account.SessionList,
    PasskeyList: account.PasskeyList,
    CeremonyView: account.CeremonyView,
    PartnerList: act.PartnerList,
    SignalListView: act.SignalListView,
    SignalView: act.SignalView,
    ErasureReceipt: act.ErasureReceipt,
    DirectoryView: directory.DirectoryView,
    ReferralList: referrals.ReferralList,
    TextsView,
    RoutesView: routes.RoutesView,
    RoutesPreview: routes.RoutesPreview,
    Added: directory.Added,
    MemberChanged: directory.MemberChanged,
    StatisticsView,
    LogMembers,
    LogView,
  },
} as const;
type RequestName = keyof typeof SCHEMAS.requests;
type ResponseName = keyof typeof SCHEMAS.responses;

export type Operation = {
  readonly id: string;
  readonly tag: keyof typeof TAGS;
  readonly summary: string;
  readonly request?: RequestName;
  /** Query parameters. */
  readonly query?: z.core.$ZodType;
  /** `account`: open too to who has to make a passkey before anything else. */
  readonly access: 'public' | 'browser' | 'account' | 'session' | 'session-if-any';
  readonly done: Readonly<Record<number, readonly ResponseName[] | 'nothing' | 'object' | 'file'>>;
  /** Beside what follows from the above (`problemsOf`). */
  readonly problems: readonly ProblemCode[];
};

export const TAGS = {
  signals: 'Een signaal doorgeven en volgen. Zonder aanmelden.',
  service: 'Over deze dienst zelf.',
  'sign-in': 'Aanmelden met een code per mail of met een passkey.',
  work: 'De lijst en één signaal, voor wijkpartners, loket en coördinator.',
  posters: 'Plekken met een poster of kaartjes, voor de coördinator.',
  directory:
    'Wijkpartners, wijken en teamleden, voor de coördinator. `seen` is wat de client zag en gaat terug met een wijziging.',
  log: 'Wie heeft wat gelezen of gedaan, voor de coördinator. Elke vraag komt zelf ook in het logboek.',
  figures: 'Cijfers, voor de coördinator. Geen getal onder de vijf, ook niet door aftrekken.',
  acts: 'Wat iemand met een signaal doet. `version` is die van het signaal zoals de client het zag.',
} as const;

const page = { access: 'public', problems: [] } as const;

/** One act on a signal: what it takes and gives is the same for all but the erasure. */
const acting = (
  id: string,
  summary: string,
  request: RequestName,
  done: Operation['done'] = SHOWN,
  problems: readonly ProblemCode[] = [],
): Operation => ({
  id,
  tag: 'acts',
  summary,
  request,
  query: act.ReadQuery,
  access: 'session',
  done,
  problems: ['not-allowed', 'reason-needed', 'not-found', 'already-done', 'handed-over', 'not-now', ...problems],
});
/** 204: whoever acted may not see the signal any more. */
const SHOWN = { 200: ['SignalView'], 204: 'nothing' } as const satisfies Operation['done'];

/** What a coordinator does with the directory. */
const managing = (
  id: string,
  summary: string,
  request: RequestName,
  done: Operation['done'],
  problems: readonly ProblemCode[] = [],
): Operation => ({
  id,
  tag: 'directory',
  summary,
  request,
  access: 'session',
  done,
  problems: ['not-allowed', ...problems],
});
/** Of a change or a removal. */
const OF_CHANGE = ['not-found', 'changed-meanwhile', 'in-use'] as const;

export const OPERATIONS: Readonly<Record<DocumentedRoute, Operation>> = {
  'POST /v1/signals': {
    ...page,
    id: 'submitSignal',
    tag: 'signals',
    summary:
      'Geef een signaal door. Dezelfde sleutel met dezelfde inhoud geeft hetzelfde antwoord, zolang het signaal loopt.',
    request: 'SignalSubmission',
    done: { 201: ['SignalReceipt'] },
    problems: ['outside-service-area', 'other-content'],
  },
  'POST /v1/signal-status': {
    ...page,
    id: 'readSignalStatus',
    tag: 'signals',
    summary:
      'Hoe het met een signaal staat. Een POST, zodat het nummer in geen adres of logboek staat; een formulier krijgt een pagina.',
    request: 'StatusRequest',
    done: { 200: ['SignalStatus'] },
    problems: ['not-found'],
  },
  'POST /v1/resident-requests': {
    ...page,
    id: 'requestAsResident',
    tag: 'service',
    summary:
      'Vraag met de code van de brief om een kopie, verbetering of wissen, of maak bezwaar. Een mens beantwoordt het; het antwoord hier is bij elke code hetzelfde.',
    request: 'ResidentRequestForm',
    done: { 204: 'nothing' },
    problems: [],
  },
  'GET /v1/service-areas/{postcode}': {
    ...page,
    id: 'readServiceArea',
    tag: 'signals',
    summary: 'Of een postcode bij deze gemeente hoort, en welke straat het is. Vier cijfers zijn genoeg.',
    done: { 200: ['ServiceArea'] },
    problems: ['invalid-fields'],
  },
  'GET /v1/locations/{code}': {
    ...page,
    id: 'readLocation',
    tag: 'signals',
    summary: 'Bij wie een poster hangt of een kaartje ligt, zoals erop staat.',
    done: { 200: ['LocationView'] },
    problems: ['invalid-fields', 'not-found'],
  },
  'POST /v1/self-tries': {
    ...page,
    id: 'countSelfTry',
    tag: 'signals',
    summary: 'Tel iemand die het eerst zelf probeert. Zonder inhoud; een formulier gaat door naar een pagina met tips.',
    done: { 204: 'nothing', 303: 'nothing' },
    problems: ['unreadable-request', 'too-large'],
  },
  'GET /v1/openapi.json': {
    ...page,
    id: 'readOpenApi',
    tag: 'service',
    summary: 'Deze beschrijving.',
    done: { 200: 'object' },
  },
  'GET /v1/health': {
    ...page,
    id: 'readHealth',
    tag: 'service',
    summary: 'Of de dienst antwoordt.',
    done: { 200: 'object' },
  },

  'POST /v1/console/sign-in-codes': {
    id: 'requestSignInCode',
    tag: 'sign-in',
    summary: 'Vraag een code per mail. Het antwoord is voor elk adres hetzelfde.',
    request: 'SignInCodeRequest',
    access: 'public',
    done: { 202: 'object' },
    problems: ['foreign-origin'],
  },
  'POST /v1/console/sessions': {
    id: 'openSession',
    tag: 'sign-in',
    summary: 'Meld aan met de code, in de browser die hem vroeg.',
    request: 'SessionRequest',
    access: 'browser',
    done: { 201: ['SessionView'] },
    problems: ['wrong-code', 'foreign-origin'],
  },
  'GET /v1/console/sessions/current': {
    id: 'readCurrentSession',
    tag: 'sign-in',
    summary: 'Wie er is aangemeld.',
    access: 'account',
    done: { 200: ['SessionView'] },
    problems: [],
  },
  'DELETE /v1/console/sessions/current': {
    id: 'endCurrentSession',
    tag: 'sign-in',
    summary: 'Meld af.',
    access: 'session-if-any',
    done: { 204: 'nothing' },
    problems: ['foreign-origin'],
  },

  'GET /v1/console/sessions': {
    id: 'listSessions',
    tag: 'sign-in',
    summary: 'Waar u bent aangemeld.',
    access: 'account',
    done: { 200: ['SessionList'] },
    problems: [],
  },
  'DELETE /v1/console/sessions': {
    id: 'endAllSessions',
    tag: 'sign-in',
    summary: 'Meld u overal af.',
    access: 'account',
    done: { 204: 'nothing' },
    problems: [],
  },
  'POST /v1/console/passkey-challenges': {
    id: 'startPasskeySignIn',
    tag: 'sign-in',
    summary: 'Wat een passkey moet ondertekenen om aan te melden.',
    access: 'public',
    done: { 200: ['CeremonyView'] },
    problems: ['foreign-origin'],
  },
  'POST /v1/console/passkey-sessions': {
    id: 'openSessionByPasskey',
    tag: 'sign-in',
    summary: 'Meld aan met een passkey, in de browser die erom vroeg.',
    request: 'PasskeySessionRequest',
    access: 'browser',
    done: { 201: ['SessionView'] },
    problems: ['wrong-passkey', 'foreign-origin'],
  },
  'GET /v1/console/passkeys': {
    id: 'listPasskeys',
    tag: 'sign-in',
    summary: 'Uw passkeys.',
    access: 'account',
    done: { 200: ['PasskeyList'] },
    problems: [],
  },
  'POST /v1/console/passkeys/challenges': {
    id: 'startNewPasskey',
    tag: 'sign-in',
    summary: 'Wat een nieuwe passkey moet ondertekenen.',
    access: 'account',
    done: { 200: ['CeremonyView'] },
    problems: ['passkey-needed', 'too-many-passkeys'],
  },
  'POST /v1/console/passkeys': {
    id: 'addPasskey',
    tag: 'sign-in',
    summary: 'Bewaar een nieuwe passkey onder een naam.',
    request: 'PasskeyRequest',
    access: 'account',
    done: { 204: 'nothing' },
    problems: ['wrong-passkey', 'passkey-needed'],
  },
  'DELETE /v1/console/passkeys/{passkeyId}': {
    id: 'removePasskey',
    tag: 'sign-in',
    summary: 'Verwijder een passkey.',
    access: 'account',
    done: { 204: 'nothing' },
    problems: ['passkey-needed', 'not-found'],
  },
  'DELETE /v1/console/members/{memberId}/passkeys': {
    id: 'removePasskeysOfMember',
    tag: 'sign-in',
    summary: 'Verwijder alle passkeys van een teamlid dat ze kwijt is. Alleen de coördinator.',
    access: 'session',
    done: { 204: 'nothing' },
    problems: ['not-allowed', 'not-found'],
  },

  'GET /v1/console/partners': {
    id: 'listPartners',
    tag: 'work',
    summary: 'Aan wie een signaal kan worden overgedragen.',
    access: 'session',
    done: { 200: ['PartnerList'] },
    problems: [],
  },
  'GET /v1/console/locations': {
    id: 'listLocations',
    tag: 'posters',
    summary: 'Waar posters hangen, en hoeveel signalen elk opleverde. Een aantal onder de vijf staat er niet bij.',
    access: 'session',
    done: { 200: ['LocationList'] },
    problems: ['not-allowed'],
  },
  'POST /v1/console/locations': {
    id: 'addLocation',
    tag: 'posters',
    summary: 'Een nieuwe plek voor posters. Het formulier kent de code meteen.',
    request: 'LocationRequest',
    access: 'session',
    done: { 201: ['LocationView'] },
    problems: ['not-allowed'],
  },
  'PUT /v1/console/locations/{code}': {
    id: 'changeLocation',
    tag: 'posters',
    summary: 'Een plek heet anders, of er komen andere mensen. De code blijft: die is gedrukt.',
    request: 'LocationChange',
    access: 'session',
    done: { 200: ['LocationView'] },
    problems: ['not-allowed', 'not-found'],
  },
  'DELETE /v1/console/locations/{code}': {
    id: 'removeLocation',
    tag: 'posters',
    summary: 'Een plek is er niet meer. Wie de code nog scant, komt op het gewone formulier.',
    access: 'session',
    done: { 204: 'nothing' },
    problems: ['not-allowed', 'not-found'],
  },
  'GET /v1/console/directory': {
    id: 'readDirectory',
    tag: 'directory',
    summary: 'Alle wijkpartners, wijken en teamleden.',
    access: 'session',
    done: { 200: ['DirectoryView'] },
    problems: ['not-allowed'],
  },
  'GET /v1/console/referrals': {
    id: 'listReferrals',
    tag: 'directory',
    summary: 'Hulp waar een bewoner heen kan, voor iedereen die is aangemeld.',
    access: 'session',
    done: { 200: ['ReferralList'] },
    problems: [],
  },
  'PUT /v1/console/referrals': managing(
    'changeReferrals',
    'Vervang de lijst van hulp.',
    'ReferralsChange',
    { 204: 'nothing' },
    OF_CHANGE,
  ),
  'GET /v1/console/texts': {
    id: 'listTexts',
    tag: 'directory',
    summary: 'Eigen teksten van de gemeente, per pad en taal. Voor iedereen die is aangemeld: de console zegt ze.',
    access: 'session',
    done: { 200: ['TextsView'] },
    problems: [],
  },
  'PUT /v1/console/texts': managing(
    'changeTexts',
    'Wijzig eigen teksten, of zet de standaard terug. Alles of niets; binnen een minuut zegt elke functie ze.',
    'TextsChange',
    { 204: 'nothing' },
    ['changed-meanwhile'],
  ),
  'GET /v1/console/routes': {
    id: 'readRoutes',
    tag: 'directory',
    summary: 'De lijst van postcodes en wijken die nu geldt.',
    access: 'session',
    done: { 200: ['RoutesView'] },
    problems: ['not-allowed'],
  },
  'POST /v1/console/routes/preview': managing(
    'previewRoutes',
    'Wat een nieuwe lijst zou veranderen. Verandert niets.',
    'RoutesPreviewRequest',
    { 200: ['RoutesPreview'] },
  ),
  'POST /v1/console/routes': managing(
    'switchRoutes',
    'Zet een nieuwe lijst in. De vorige blijft minstens een dag bewaard.',
    'RoutesChange',
    { 204: 'nothing' },
    OF_CHANGE,
  ),
  'POST /v1/console/routes/restoring': managing(
    'restoreRoutes',
    'Zet de vorige lijst terug.',
    'RoutesRestoring',
    { 204: 'nothing' },
    OF_CHANGE,
  ),
  'POST /v1/console/partners': managing('addPartner', 'Voeg een wijkpartner toe.', 'PartnerEntry', { 201: ['Added'] }),
  'PUT /v1/console/partners/{partnerId}': managing(
    'changePartner',
    'Wijzig een wijkpartner.',
    'PartnerChange',
    { 204: 'nothing' },
    OF_CHANGE,
  ),
  'POST /v1/console/partners/{partnerId}/removal': managing(
    'removePartner',
    'Verwijder een wijkpartner met haar teamleden. Afgeronde signalen gaan naar het loket.',
    'Removal',
    { 204: 'nothing' },
    OF_CHANGE,
  ),
  'POST /v1/console/members': managing('addMember', 'Voeg een teamlid toe.', 'MemberEntry', { 201: ['Added'] }),
  'PUT /v1/console/members/{memberId}': managing(
    'changeMember',
    'Wijzig een teamlid.',
    'MemberChange',
    { 200: ['MemberChanged'] },
    OF_CHANGE,
  ),
  'POST /v1/console/members/{memberId}/removal': managing(
    'removeMember',
    'Verwijder een teamlid. Bezoeken op diens naam worden opnieuw gepland.',
    'Removal',
    { 200: ['MemberChanged'] },
    OF_CHANGE,
  ),
  'POST /v1/console/neighbourhoods': managing('addNeighbourhood', 'Voeg een wijk toe.', 'NeighbourhoodEntry', {
    201: ['Added'],
  }),
  'PUT /v1/console/neighbourhoods/{neighbourhoodId}': managing(
    'changeNeighbourhood',
    'Wijzig een wijk.',
    'NeighbourhoodChange',
    { 204: 'nothing' },
    OF_CHANGE,
  ),
  'POST /v1/console/neighbourhoods/{neighbourhoodId}/removal': managing(
    'removeNeighbourhood',
    'Verwijder een wijk waar geen postcode meer naar wijst.',
    'Removal',
    { 204: 'nothing' },
    OF_CHANGE,
  ),
  'GET /v1/console/audit': {
    id: 'readMemberLog',
    tag: 'log',
    summary: 'Wat een teamlid in een maand las en deed, het nieuwste eerst.',
    query: MemberLogQuery,
    access: 'session',
    done: { 200: ['LogView'] },
    problems: ['invalid-fields', 'not-allowed'],
  },
  'GET /v1/console/audit/file': {
    id: 'downloadLog',
    tag: 'log',
    summary: 'Alle regels van een signaal, of van een teamlid in een maand, als bestand.',
    query: LogFileQuery,
    access: 'session',
    done: { 200: 'file' },
    problems: ['invalid-fields', 'not-allowed'],
  },
  'GET /v1/console/audit/members': {
    id: 'listLogMembers',
    tag: 'log',
    summary: 'Van wie er regels kunnen zijn: wie er nu is, en wie er in het jaar daarvoor wegging.',
    access: 'session',
    done: { 200: ['LogMembers'] },
    problems: ['not-allowed'],
  },
  'GET /v1/console/signals/{id}/audit': {
    id: 'readSignalLog',
    tag: 'log',
    summary: 'Wie een signaal las en wat ermee is gedaan, ook als het weg is. Het nieuwste eerst.',
    query: SignalLogQuery,
    access: 'session',
    done: { 200: ['LogView'] },
    problems: ['invalid-fields', 'not-allowed', 'not-found'],
  },
  'GET /v1/console/statistics': {
    id: 'readStatistics',
    tag: 'figures',
    summary: 'De cijfers van een kwartaal of jaar, naar beneden afgerond op vijven.',
    query: StatisticsQuery,
    access: 'session',
    done: { 200: ['StatisticsView'] },
    problems: ['invalid-fields', 'not-allowed'],
  },
  'GET /v1/console/statistics/file': {
    id: 'downloadStatistics',
    tag: 'figures',
    summary: 'Hetzelfde als bestand.',
    query: StatisticsFileQuery,
    access: 'session',
    done: { 200: 'file' },
    problems: ['invalid-fields', 'not-allowed'],
  },
  'POST /v1/console/handovers': {
    id: 'handOverAll',
    tag: 'work',
    summary: 'Draag alle open signalen van een wijkpartner over, een bladzijde tegelijk, elk apart.',
    request: 'HandOverAllRequest',
    access: 'session',
    done: { 200: ['HandOverAllResult'] },
    problems: ['not-allowed'],
  },
  'GET /v1/console/practices': {
    id: 'listPractices',
    tag: 'work',
    summary: 'Hoe elke wijkpartner het deed bij de laatste oefening, en of mail aankomt.',
    access: 'session',
    done: { 200: ['PracticeList'] },
    problems: ['not-allowed'],
  },
  'GET /v1/console/status': {
    id: 'readStatus',
    tag: 'work',
    summary: 'Hoe het met het systeem gaat: tellingen en momenten, niets over bewoners.',
    access: 'session',
    done: { 200: ['SystemStatusView'] },
    problems: ['not-allowed'],
  },
  'POST /v1/console/practices/{partnerId}': {
    id: 'sendPractice',
    tag: 'work',
    summary: 'Stuur een wijkpartner een oefensignaal. Hooguit één per dag.',
    access: 'session',
    done: { 204: 'nothing' },
    problems: ['not-allowed', 'not-found', 'already-today'],
  },
  'GET /v1/console/signals': {
    id: 'listSignals',
    tag: 'work',
    summary: 'De lijst van wie het vraagt, het dringendste eerst.',
    query: act.ListQuery,
    access: 'session',
    done: { 200: ['SignalListView'] },
    problems: ['invalid-fields'],
  },
  'GET /v1/console/resident-requests': {
    id: 'listResidentRequests',
    tag: 'work',
    summary: 'Signalen waarover een bewoner iets vroeg dat nog niet is beantwoord, eerst wat het eerst moet.',
    query: act.PageQuery,
    access: 'session',
    done: { 200: ['SignalListView'] },
    problems: ['invalid-fields', 'not-allowed'],
  },
  'GET /v1/console/signals/{id}': {
    id: 'readSignal',
    tag: 'work',
    summary: 'Eén signaal, zover de lezer het mag zien. Komt in het auditlogboek.',
    query: act.ReadQuery,
    access: 'session',
    done: { 200: ['SignalView'] },
    problems: ['invalid-fields', 'reason-needed', 'not-found', 'handed-over'],
  },

  'GET /v1/console/signals/{id}/letter': {
    id: 'readLetter',
    tag: 'work',
    summary: 'Wat de brief aan de bewoner over dit signaal zegt (AVG art. 14). Komt in het auditlogboek.',
    access: 'session',
    done: { 200: ['LetterView'] },
    problems: ['not-allowed', 'not-found', 'handed-over'],
  },

  'POST /v1/console/signals/{id}/triage': acting('triageSignal', 'Besluit of er iemand langsgaat.', 'TriageRequest'),
  'POST /v1/console/signals/{id}/handovers': acting('handOverSignal', 'Draag over aan een ander.', 'HandOverRequest'),
  'POST /v1/console/signals/{id}/takeovers': acting('takeOverSignal', 'Neem over als achtervang.', 'TakeOverRequest'),
  'POST /v1/console/signals/{id}/declines': acting(
    'declineSignal',
    'Zeg als achtervang dat overnemen niet lukt.',
    'DeclineRequest',
  ),
  'POST /v1/console/signals/{id}/cancellations': acting(
    'cannotGo',
    'Zeg als bezoeker dat het geplande bezoek niet lukt.',
    'CannotGoRequest',
  ),
  'POST /v1/console/signals/{id}/plans': acting('planContact', 'Spreek af wie gaat en wanneer.', 'PlanRequest'),
  'POST /v1/console/signals/{id}/attempts': acting(
    'recordAttempt',
    'Leg een poging zonder contact vast.',
    'AttemptRequest',
  ),
  'POST /v1/console/signals/{id}/contacts': acting(
    'recordContact',
    'Leg het contact vast; met `erase-now` wordt alles gewist.',
    'ContactRequest',
    { 200: ['SignalView', 'ErasureReceipt'], 204: 'nothing' },
    ['partly-erased'],
  ),
  'POST /v1/console/signals/{id}/consents': acting(
    'recordConsent',
    'Leg vast wat de bewoner later over bewaren zegt.',
    'ConsentRequest',
  ),
  'POST /v1/console/signals/{id}/information': acting(
    'informResident',
    'Leg vast hoe de bewoner later over het signaal is verteld.',
    'InformationRequest',
  ),
  'POST /v1/console/signals/{id}/follow-ups': acting(
    'followUpSignal',
    'Leg vast of de hulp is gestart.',
    'FollowUpRequest',
  ),
  'POST /v1/console/signals/{id}/closing': acting('closeSignal', 'Rond af.', 'ClosingRequest'),
  'POST /v1/console/signals/{id}/reopening': acting('reopenSignal', 'Open opnieuw.', 'ReopeningRequest'),
  'POST /v1/console/signals/{id}/erasure': acting(
    'eraseSignal',
    'Wis alles, met wat op dit adres over dezelfde persoon gaat (`also`); het antwoord is het wisbewijs.',
    'ErasureRequest',
    { 200: ['ErasureReceipt'] },
    ['partly-erased'],
  ),
  'POST /v1/console/signals/{id}/alarms': acting(
    'raiseAlarm',
    'Meld gevaar: de coördinator en de wijkpartner krijgen meteen een mail.',
    'AlarmRequest',
  ),
  'POST /v1/console/signals/{id}/all-clear': acting(
    'handleDanger',
    'Leg vast hoe het gevaar is afgehandeld.',
    'AllClearRequest',
  ),
  'POST /v1/console/signals/{id}/answers': acting(
    'answerRequest',
    'Leg vast hoe een verzoek van de bewoner is beantwoord.',
    'RequestAnswer',
  ),
  'POST /v1/console/signals/{id}/release': acting(
    'releaseSignal',
    'Laat een vastgehouden signaal door.',
    'ReleaseRequest',
  ),
  'POST /v1/console/signals/{id}/dismissal': acting(
    'dismissSignal',
    'Wijs een vastgehouden signaal af.',
    'DismissalRequest',
  ),
};

/** Every problem that a route can answer with. */
export function problemsOf({ request, access, problems }: Operation): readonly ProblemCode[] {
  return [
    ...(request ? (['unreadable-request', 'invalid-fields', 'too-large', 'wrong-content-type'] as const) : []),
    ...(access === 'session' || access === 'account' ? (['not-signed-in', 'foreign-origin'] as const) : []),
    ...(access === 'session' ? (['passkey-needed'] as const) : []),
    ...problems,
    'internal-error',
  ];
}
