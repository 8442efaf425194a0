import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { LocationChange, type LocationList, LocationRequest, type LocationView } from '#shared/contracts/location.ts';
import { type LocationCode, parseLocationCode } from '#shared/domain/ids.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { jsonHandler } from '#shared/http/json-handler.ts';
import { json, noContent, problem } from '#shared/http/responses.ts';
import type { ChangeLocationsDeps, LocationsDeps } from '#shared/usecases/locations.ts';
import type { SignInDeps } from '#shared/usecases/sign-in.ts';
import { signedInAs } from './signed-in.ts';

export type LocationHandlerDeps = Omit<SignInDeps, 'directory'> &
  Omit<ChangeLocationsDeps, 'directory'> & {
    readonly directory: SignInDeps['directory'] & LocationsDeps['directory'] & ChangeLocationsDeps['directory'];
    readonly counters: LocationsDeps['counters'];
  };

const work = async () => (await import('./place-work.lazy.js')).placeWork;

/** `GET /v1/console/locations`: places with posters, and how many signals each brought. For coordinators. */
export const locationsHandler = (deps: LocationHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async () => {
    const { from, until, removed, byPhone, selfTries, ...listed } = await (await work()).listLocations(deps);
    const locations = listed.locations.map(({ id, name, kind, signals }) => ({ code: id, name, kind, signals }));
    return json(200, { from, until, locations, removed, byPhone, selfTries } satisfies LocationList);
  });

/** `POST /v1/console/locations`: one more place, whose posters the form then knows. */
export const addLocationHandler = (deps: LocationHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async ({ member }, event) =>
    jsonHandler(LocationRequest, async ({ code, name, kind }) => {
      const outcome = await (await work()).addLocation(deps, member.id, { id: code, name, kind });
      switch (outcome) {
        case 'added':
          return json(201, { code, name, kind } satisfies LocationView);
        case 'code-taken':
          return problem('invalid-fields', { errors: [{ field: 'code', code: outcome }] });
      }
    })(event),
  );

/** `PUT /v1/console/locations/{code}`: the same code under another name. What hangs there leads on as before. */
export const changeLocationHandler = (deps: LocationHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async ({ member }, event) =>
    jsonHandler(LocationChange, async (change) => {
      const code = codeIn(event);
      if (!code) return problem('not-found');
      const outcome = await (await work()).changeLocation(deps, member.id, { id: code, ...change });
      return outcome === 'changed' ? json(200, { code, ...change } satisfies LocationView) : problem(outcome);
    })(event),
  );

/**
 * `DELETE /v1/console/locations/{code}`: the same answer when it is gone already. A poster that still hangs leads to the form as it is without
 * a place, and what comes by it counts for no place.
 */
export const removeLocationHandler = (deps: LocationHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async ({ member }, event) => {
    const code = codeIn(event);
    if (!code) return problem('not-found');
    await (await work()).removeLocation(deps, member.id, code);
    return noContent();
  });

const codeIn = ({ pathParameters }: APIGatewayProxyEventV2): LocationCode | undefined =>
  parseLocationCode(pathParameters?.['code'] ?? '');
