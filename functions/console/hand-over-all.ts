import { HandOverAllRequest, type HandOverAllResult } from '#shared/contracts/hand-over-all.ts';
import { isSlug, partnerId } from '#shared/domain/ids.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { jsonHandler } from '#shared/http/json-handler.ts';
import { json, problem } from '#shared/http/responses.ts';
import type { ActOnSignalDeps } from '#shared/usecases/act-on-signal.ts';
import type { SignInDeps } from '#shared/usecases/sign-in.ts';
import { refusingBadPages } from './refuse-bad-pages.ts';
import { signedInAs } from './signed-in.ts';

export type HandOverAllDeps = Omit<SignInDeps, 'directory'> &
  Omit<ActOnSignalDeps, 'directory'> & { readonly directory: SignInDeps['directory'] & ActOnSignalDeps['directory'] };

/** `POST /v1/console/handovers`: a page of the open signals of a partner, to another. For coordinators. */
export const handOverAllHandler = (deps: HandOverAllDeps): Handler =>
  signedInAs(deps, ['coordinator'], ({ member }, event) =>
    jsonHandler(HandOverAllRequest, async ({ from, to, after }) => {
      const wrong = Object.entries({ from, to }).filter(([, id]) => !isSlug(id));
      if (wrong.length > 0)
        return problem('invalid-fields', { errors: wrong.map(([field]) => ({ field, code: 'choice' })) });
      return refusingBadPages(async () => {
        const asked = { from: partnerId(from), to: partnerId(to), ...(after && { after }) };
        const { staffChanges } = await import('./staff-changes.lazy.js');
        const outcome = await staffChanges.handOverAll(deps, member, asked);
        if (outcome.kind === 'unknown')
          return problem('invalid-fields', { errors: [{ field: outcome.field, code: 'choice' }] });
        const { handedOver, stayed, next } = outcome;
        return json(200, {
          handedOver: handedOver.length,
          stayed: [...stayed],
          ...(next && { next }),
        } satisfies HandOverAllResult);
      });
    })(event),
  );
