import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Role } from '#shared/domain/directory.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { problem, type Response } from '#shared/http/responses.ts';
import { type SignedIn, type SignInDeps, whoIsSignedIn } from '#shared/usecases/sign-in.ts';
import { BROWSER_COOKIE, cookie, SESSION_COOKIE, withoutCookie } from './cookies.ts';

type Respond = (who: SignedIn, event: APIGatewayProxyEventV2, sessionId: string) => Promise<Response>;

/** A route for people who are signed in. Asked anew on every request, so whoever was removed is out. */
export const signedIn = (deps: SignInDeps, respond: Respond): Handler =>
  signedInToAccount(deps, async (who, event, sessionId) =>
    who.mayRead ? respond(who, event, sessionId) : problem('passkey-needed'),
  );

/** The same for some roles only. Whoever may not hears so: that the page exists is no secret. */
export const signedInAs = (deps: SignInDeps, roles: readonly Role[], respond: Respond): Handler =>
  signedIn(deps, async (who, event, sessionId) =>
    roles.includes(who.member.role) ? respond(who, event, sessionId) : problem('not-allowed'),
  );

/** A route about one's own sign-in: open too to who has to make a passkey before anything else. */
export const signedInToAccount =
  (deps: SignInDeps, respond: Respond): Handler =>
  async (event) => {
    const sessionId = cookie(event, SESSION_COOKIE);
    const who = sessionId && (await whoIsSignedIn(deps, sessionId));
    if (!who) return problem('not-signed-in', {}, sessionId ? { cookies: [withoutCookie(SESSION_COOKIE)] } : {});
    return respond(who, event, sessionId);
  };

/**
 * Refuses what another site makes a browser send. Browsers say where a request comes from (`Sec-Fetch-Site`, else `Origin`); the cookies are
 * `SameSite=Strict` besides.
 */
export const fromOwnSite =
  (baseUrl: string, handle: Handler): Handler =>
  async (event) => {
    const site = event.headers['sec-fetch-site'];
    const origin = event.headers['origin'];
    const own = site ? site === 'same-origin' : !origin || origin === new URL(baseUrl).origin;
    return own ? handle(event) : problem('foreign-origin');
  };

export const browserOf = (event: APIGatewayProxyEventV2): string | undefined => cookie(event, BROWSER_COOKIE);
export const sessionOf = (event: APIGatewayProxyEventV2): string | undefined => cookie(event, SESSION_COOKIE);
