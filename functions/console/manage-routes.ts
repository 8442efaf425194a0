import {
  MAX_LIST,
  RoutesChange,
  type RoutesPreview,
  RoutesPreviewRequest,
  RoutesRestoring,
  type RoutesView,
} from '#shared/contracts/postcode-routes.ts';
import type { ConsoleRoute } from '#shared/contracts/routes.ts';
import type { Neighbourhood } from '#shared/domain/directory.ts';
import type { NeighbourhoodId } from '#shared/domain/ids.ts';
import type { RouteChange } from '#shared/domain/route-changes.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json, noContent, problem, type Response } from '#shared/http/responses.ts';
import { apiTime } from '#shared/http/times.ts';
import type { ChangeDirectoryDeps } from '#shared/usecases/change-directory.ts';
import type { SwitchOutcome } from '#shared/usecases/manage-routes.ts';
import type { SignInDeps } from '#shared/usecases/sign-in.ts';
import { findingsView } from './findings-view.ts';
import { manage } from './manage-directory.ts';
import { signedInAs } from './signed-in.ts';

type RoutesHandlerDeps = SignInDeps & ChangeDirectoryDeps;
type RoutesRoute = Extract<ConsoleRoute, `${string} /v1/console/routes${string}`>;

/** Four bytes at most for a character. */
const MAX_BYTES = MAX_LIST * 4;

const lists = async () => (await import('./route-lists.lazy.js')).routeLists;

/** What the coordinator does with the list of postcodes. */
export const routesHandlers = (deps: RoutesHandlerDeps): Readonly<Record<RoutesRoute, Handler>> => ({
  'GET /v1/console/routes': signedInAs(deps, ['coordinator'], async () => json(200, await viewOf(deps))),
  'POST /v1/console/routes/preview': manage(
    deps,
    RoutesPreviewRequest,
    async ({ list }) => json(200, await outlookOf(deps, list)),
    MAX_BYTES,
  ),
  'POST /v1/console/routes': manage(
    deps,
    RoutesChange,
    async ({ list, seen }, { by }) => answer(await (await lists()).switch(deps, by, { text: list, seen })),
    MAX_BYTES,
  ),
  'POST /v1/console/routes/restoring': manage(deps, RoutesRestoring, async ({ seen }, { by }) =>
    answer(await (await lists()).restore(deps, by, seen)),
  ),
});

async function viewOf({ editor }: RoutesHandlerDeps): Promise<RoutesView> {
  const [{ neighbourhoods }, { version, routes, former }] = await Promise.all([editor.content(), editor.routes()]);
  return {
    seen: version,
    list: (await lists()).written(routes, neighbourhoods),
    postcodes: routes.length,
    ...(former && { formerUntil: apiTime(former.until) }),
  };
}

async function outlookOf(deps: RoutesHandlerDeps, list: string): Promise<RoutesPreview> {
  const { content, seen, problems, outlook } = await (await lists()).preview(deps, list);
  if (!outlook) return { seen, problems: [...problems] };
  const { changes, assumed, findings } = outlook;
  const named = (all: readonly RouteChange[]) => all.map((one) => namedChange(one, content.neighbourhoods));
  return {
    seen,
    problems: [],
    outlook: {
      added: named(changes.added),
      changed: named(changes.changed),
      removed: named(changes.removed),
      same: changes.same,
      assumed: [...assumed],
      findings: findingsView(findings),
    },
  };
}

function namedChange({ fourDigits, before, after }: RouteChange, neighbourhoods: readonly Neighbourhood[]) {
  const nameOf = (id: NeighbourhoodId): string => neighbourhoods.find((one) => one.id === id)?.name ?? id;
  return { fourDigits, before: before.map(nameOf), after: after.map(nameOf) };
}

function answer(outcome: SwitchOutcome): Response {
  switch (outcome.kind) {
    case 'changed':
      return noContent();
    case 'wrong':
      return problem('invalid-fields', { errors: [{ field: 'list', code: 'lines' }] });
    case 'in-use':
      return problem('in-use', { because: outcome.because });
    case 'changed-meanwhile':
    case 'not-found':
      return problem(outcome.kind);
  }
}
