import { type LocationList, LocationRequest, type LocationView } from '#shared/contracts/location.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { jsonHandler } from '#shared/http/json-handler.ts';
import { json, problem } from '#shared/http/responses.ts';
import { addLocation, type LocationsDeps, listLocations } from '#shared/usecases/locations.ts';
import type { SignInDeps } from '#shared/usecases/sign-in.ts';
import { signedIn } from './signed-in.ts';

export type LocationHandlerDeps = Omit<SignInDeps, 'directory'> & {
  readonly directory: SignInDeps['directory'] & LocationsDeps['directory'];
  readonly counters: LocationsDeps['counters'];
};

/** `GET /v1/console/locations`: places with posters, and how many signals each brought. For coordinators. */
export const locationsHandler = (deps: LocationHandlerDeps): Handler =>
  signedIn(deps, async ({ member }) => {
    const outcome = await listLocations(deps, member);
    if (outcome.kind === 'not-allowed') return problem(outcome.kind);
    const { from, until, byPhone, selfTries } = outcome;
    const locations = outcome.locations.map(({ id, name, kind, signals }) => ({ code: id, name, kind, signals }));
    return json(200, { from, until, locations, byPhone, selfTries } satisfies LocationList);
  });

/** `POST /v1/console/locations`. */
export const addLocationHandler = (deps: LocationHandlerDeps): Handler =>
  signedIn(deps, async ({ member }, event) => {
    if (member.role !== 'coordinator') return problem('not-allowed');
    return jsonHandler(LocationRequest, async ({ code, name, kind }) => {
      const outcome = await addLocation(deps, member, { id: code, name, kind });
      switch (outcome.kind) {
        case 'added':
          return json(201, { code, name, kind } satisfies LocationView);
        case 'code-taken':
          return problem('invalid-fields', { errors: [{ field: 'code', code: outcome.kind }] });
        case 'not-allowed':
          return problem(outcome.kind);
      }
    })(event);
  });
