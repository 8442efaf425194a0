import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { LocationChange, type LocationList, LocationRequest, type LocationView } from '#shared/contracts/location.ts';
import { type LocationCode, parseLocationCode } from '#shared/domain/ids.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { jsonHandler } from '#shared/http/json-handler.ts';
import { json, noContent, problem } from '#shared/http/responses.ts';
import type { LocationsDeps } from '#shared/usecases/locations.ts';
import type { SignInDeps } from '#shared/usecases/sign-in.ts';
import { signedIn, signedInAs } from './signed-in.ts';

export type LocationHandlerDeps = Omit<SignInDeps, 'directory'> & {
  readonly directory: SignInDeps['directory'] & LocationsDeps['directory'];
  readonly counters: LocationsDeps['counters'];
};

const work = async () => (await import('./place-work.lazy.js')).placeWork;

/** `GET /v1/console/locations`: places with posters, and how many signals each brought. For coordinators. */
export const locationsHandler = (deps: LocationHandlerDeps): Handler =>
  signedIn(deps, async ({ member }) => {
    const outcome = await (await work()).listLocations(deps, member);
    if (outcome.kind === 'not-allowed') return problem(outcome.kind);
    const { from, until, removed, byPhone, selfTries } = outcome;
    const locations = outcome.locations.map(({ id, name, kind, signals }) => ({ code: id, name, kind, signals }));
    return json(200, { from, until, locations, removed, byPhone, selfTries } satisfies LocationList);
  });

/** `POST /v1/console/locations`. */
export const addLocationHandler = (deps: LocationHandlerDeps): Handler =>
  signedIn(deps, async ({ member }, event) => {
    if (member.role !== 'coordinator') return problem('not-allowed');
    return jsonHandler(LocationRequest, async ({ code, name, kind }) => {
      const outcome = await (await work()).addLocation(deps, member, { id: code, name, kind });
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

/** `PUT /v1/console/locations/{code}`. */
export const changeLocationHandler = (deps: LocationHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async ({ member }, event) =>
    jsonHandler(LocationChange, async (change) => {
      const code = codeIn(event);
      if (!code) return problem('not-found');
      const outcome = await (await work()).changeLocation(deps, member, { id: code, ...change });
      return outcome.kind === 'changed' ? json(200, { code, ...change } satisfies LocationView) : problem(outcome.kind);
    })(event),
  );

/** `DELETE /v1/console/locations/{code}`: the same answer when it is gone already. */
export const removeLocationHandler = (deps: LocationHandlerDeps): Handler =>
  signedInAs(deps, ['coordinator'], async ({ member }, event) => {
    const code = codeIn(event);
    if (!code) return problem('not-found');
    const outcome = await (await work()).removeLocation(deps, member, code);
    return outcome.kind === 'removed' ? noContent() : problem(outcome.kind);
  });

const codeIn = ({ pathParameters }: APIGatewayProxyEventV2): LocationCode | undefined =>
  parseLocationCode(pathParameters?.['code'] ?? '');
