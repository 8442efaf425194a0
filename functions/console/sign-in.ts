import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { SessionRequest, type SessionView, SignInCodeRequest } from '#shared/contracts/console.ts';
import { type Device, deviceOf } from '#shared/domain/device.ts';
import { DESK } from '#shared/domain/ids.ts';
import type { Rules, Settings } from '#shared/domain/settings.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { jsonHandler } from '#shared/http/json-handler.ts';
import { json, noContent, problem, type Response } from '#shared/http/responses.ts';
import { apiTime } from '#shared/http/times.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import { offersPasskey, type PasskeyDeps } from '#shared/usecases/passkeys.ts';
import {
  endSession,
  KNOWN_BROWSER_SECONDS,
  type OpenedSession,
  openSession,
  type RequestCodeDeps,
  rememberBrowser,
  requestCode,
  SESSION_SECONDS,
  type SignedIn,
} from '#shared/usecases/sign-in.ts';
import { BROWSER_COOKIE, cookie, KNOWN_COOKIE, newCookie, SESSION_COOKIE, withoutCookie } from './cookies.ts';
import { browserOf, sessionOf, signedInToAccount } from './signed-in.ts';

export type SignInHandlerDeps = PasskeyDeps & {
  readonly directory: Pick<DirectoryReader, 'member' | 'memberByEmail' | 'partner' | 'partners'>;
  readonly rules: Pick<Rules, 'retention' | 'durations'>;
  readonly settings: Pick<Settings, 'desk' | 'coordinator' | 'municipality' | 'contact'>;
  readonly write: RequestCodeDeps['write'] & PasskeyDeps['write'];
  /** Every answer to a request for a code, and to a code, takes at least this long, so that its time does not tell whether the address is known. Milliseconds. */
  readonly atLeast: <Answer>(milliseconds: number, work: Promise<Answer>) => Promise<Answer>;
};

const CODE_ANSWER_MS = 700;
/** A wrong code of somebody is written down, and one of nobody is not. */
const SESSION_ANSWER_MS = 300;
export const BROWSER_COOKIE_SECONDS = 900;

/** `POST /v1/console/sign-in-codes`: 202 whoever asks. */
export const signInCodesHandler = (deps: SignInHandlerDeps): Handler =>
  jsonHandler(SignInCodeRequest, async ({ email }, event) => {
    const known = cookie(event, KNOWN_COOKIE);
    const { browserId } = await deps.atLeast(CODE_ANSWER_MS, requestCode(deps, email, known));
    return json(202, {}, { cookies: [newCookie(BROWSER_COOKIE, browserId, BROWSER_COOKIE_SECONDS)] });
  });

/** `POST /v1/console/sessions`: 201 and a session cookie under a new id. */
export const sessionsHandler = (deps: SignInHandlerDeps): Handler =>
  jsonHandler(SessionRequest, async ({ code }, event) => {
    const browserId = browserOf(event);
    const opening = browserId ? openSession(deps, browserId, code, deviceIn(event)) : undefined;
    const session = opening && (await deps.atLeast(SESSION_ANSWER_MS, opening));
    if (!session) return problem('wrong-code');
    return opened(deps, event, session, await offersPasskey(deps, session.member));
  });

/** 201 and a session cookie under a new id, whatever showed who this is. */
export async function opened(
  deps: SignInHandlerDeps,
  event: APIGatewayProxyEventV2,
  session: OpenedSession,
  offerPasskey = false,
): Promise<Response> {
  const known = await rememberBrowser(deps, session.member, cookie(event, KNOWN_COOKIE));
  const cookies = [
    sessionCookie(session.sessionId),
    withoutCookie(BROWSER_COOKIE),
    newCookie(KNOWN_COOKIE, known, KNOWN_BROWSER_SECONDS),
  ];
  return json(201, { ...(await sessionView(deps, session)), offerPasskey }, { cookies });
}

export const sessionCookie = (sessionId: string): string => newCookie(SESSION_COOKIE, sessionId, SESSION_SECONDS);

export const deviceIn = ({ headers }: APIGatewayProxyEventV2): Device => deviceOf(headers['user-agent']);

/** `GET /v1/console/sessions/current`. */
export const currentSessionHandler = (deps: SignInHandlerDeps): Handler =>
  signedInToAccount(deps, async (who) => json(200, await sessionView(deps, who)));

/** `DELETE /v1/console/sessions/current`: signs out, and has the browser forget what it kept. */
export const endSessionHandler =
  (deps: SignInHandlerDeps): Handler =>
  async (event) => {
    const sessionId = sessionOf(event);
    if (sessionId) await endSession(deps, sessionId);
    return noContent({
      cookies: [withoutCookie(SESSION_COOKIE)],
      headers: { 'clear-site-data': '"cache", "storage"' },
    });
  };

async function sessionView(
  { directory, rules, settings }: SignInHandlerDeps,
  { member, endsAt, mayRead, how }: SignedIn,
): Promise<SessionView> {
  // The desk is a partner that the directory need not know; a coordinator is of the municipality, not of the desk.
  const name = member.role === 'coordinator' ? settings.municipality : settings.desk.name;
  const desk = member.partnerId === DESK ? { id: DESK, name } : undefined;
  const partner = desk ?? (await directory.partner(member.partnerId));
  return {
    member: { id: member.id, name: member.name, role: member.role },
    ...(partner && { partner: { id: partner.id, name: partner.name } }),
    endsAt: apiTime(endsAt),
    how,
    mayRead,
    offerPasskey: false,
    days: {
      consent: wholeDays(rules.retention.consent),
      undecided: wholeDays(rules.retention.undecided),
      followUp: wholeDays(rules.durations.followUp),
      audit: wholeDays(rules.retention.audit),
      erasureRecord: wholeDays(rules.retention.erasureRecord),
    },
    municipalPhone: settings.contact.phone,
  };
}

const wholeDays = (seconds: number): number => Math.ceil(seconds / 86_400);
