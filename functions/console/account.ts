import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import {
  type CeremonyView,
  type PasskeyList,
  PasskeyRequest,
  PasskeySessionRequest,
  type SessionList,
} from '#shared/contracts/account.ts';
import type { ConsoleRoute } from '#shared/contracts/routes.ts';
import { isSlug, memberId } from '#shared/domain/ids.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { jsonHandler } from '#shared/http/json-handler.ts';
import { json, noContent, problem } from '#shared/http/responses.ts';
import { apiTime } from '#shared/http/times.ts';
import {
  addPasskey,
  openSessionByPasskey,
  type PasskeyDeps,
  removePasskey,
  removePasskeysOf,
  startNewPasskey,
  startPasskeySignIn,
} from '#shared/usecases/passkeys.ts';
import { endSessionsOf, sessionsOf } from '#shared/usecases/sign-in.ts';
import { BROWSER_COOKIE, newCookie, SESSION_COOKIE, withoutCookie } from './cookies.ts';
import { BROWSER_COOKIE_SECONDS, deviceIn, opened, type SignInHandlerDeps, sessionCookie } from './sign-in.ts';
import { browserOf, signedInAs, signedInToAccount } from './signed-in.ts';

export type AccountHandlerDeps = SignInHandlerDeps & PasskeyDeps;

type AccountRoute = Extract<
  ConsoleRoute,
  `${string}/passkey${string}` | 'GET /v1/console/sessions' | 'DELETE /v1/console/sessions'
>;

/** How a member signs in and where they are signed in: their own affair, and open to who may read nothing else yet. */
export const accountHandlers = (deps: AccountHandlerDeps): Readonly<Record<AccountRoute, Handler>> => ({
  'POST /v1/console/passkey-challenges': async () => {
    const { browserId, options } = await startPasskeySignIn(deps);
    const cookies = [newCookie(BROWSER_COOKIE, browserId, BROWSER_COOKIE_SECONDS)];
    return json(200, { options } satisfies CeremonyView, { cookies });
  },

  'POST /v1/console/passkey-sessions': jsonHandler(PasskeySessionRequest, async ({ response }, event) => {
    const browserId = browserOf(event);
    const session = browserId && (await openSessionByPasskey(deps, browserId, response, { device: deviceIn(event) }));
    return session ? opened(deps, event, session) : problem('wrong-passkey');
  }),

  'GET /v1/console/passkeys': signedInToAccount(deps, async ({ member }) => {
    const passkeys = await deps.passkeys.passkeysOf(member.id);
    return json(200, {
      passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
        id,
        name,
        createdAt: apiTime(createdAt),
        lastUsedAt: apiTime(lastUsedAt),
      })),
    } satisfies PasskeyList);
  }),

  'POST /v1/console/passkeys/challenges': signedInToAccount(deps, async (who, _event, sessionId) => {
    const started = await startNewPasskey(deps, who, sessionId);
    switch (started.kind) {
      case 'options':
        return json(200, { options: started.options } satisfies CeremonyView);
      case 'full':
        return problem('too-many-passkeys');
      case 'use-the-other':
        return problem('passkey-needed');
    }
  }),

  'POST /v1/console/passkeys': signedInToAccount(deps, (who, event, sessionId) =>
    jsonHandler(PasskeyRequest, async (made) => {
      const outcome = await addPasskey(deps, who, sessionId, made);
      switch (outcome.kind) {
        case 'added':
          return noContent({ cookies: [sessionCookie(outcome.sessionId)] });
        case 'refused':
          return problem('wrong-passkey');
        case 'use-the-other':
          return problem('passkey-needed');
      }
    })(event),
  ),

  'DELETE /v1/console/passkeys/{passkeyId}': signedInToAccount(deps, async (who, event) => {
    const outcome = await removePasskey(deps, who, idIn(event));
    switch (outcome) {
      case 'removed':
        return noContent();
      case 'not-found':
        return problem('not-found');
      case 'use-the-other':
        return problem('passkey-needed');
    }
  }),

  'DELETE /v1/console/members/{memberId}/passkeys': signedInAs(deps, ['coordinator'], async (who, event) => {
    const id = idIn(event);
    const member = isSlug(id) ? await deps.directory.member(memberId(id)) : undefined;
    if (!member) return problem('not-found');
    await removePasskeysOf(deps, member, who.member);
    return noContent();
  }),

  'GET /v1/console/sessions': signedInToAccount(deps, async ({ member }, _event, sessionId) => {
    const sessions = await sessionsOf(deps, member, sessionId);
    return json(200, {
      sessions: sessions.map(({ startedAt, lastUsedAt, how, device, current }) => ({
        startedAt: apiTime(startedAt),
        lastUsedAt: apiTime(lastUsedAt),
        how,
        ...device,
        current,
      })),
    } satisfies SessionList);
  }),

  'DELETE /v1/console/sessions': signedInToAccount(deps, async ({ member }, _event, sessionId) => {
    await endSessionsOf(deps, member, sessionId);
    return noContent({ cookies: [withoutCookie(SESSION_COOKIE)] });
  }),
});

const idIn = ({ pathParameters }: APIGatewayProxyEventV2): string => {
  const [id = ''] = Object.values(pathParameters ?? {});
  return id;
};
