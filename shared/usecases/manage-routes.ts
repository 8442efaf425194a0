import { coverage, type Finding } from '#shared/domain/coverage.ts';
import { neighbourhoodsOf, type Objection } from '#shared/domain/directory-rules.ts';
import type { MemberId } from '#shared/domain/ids.ts';
import { type RouteChanges, routeChanges, withStreetsOf } from '#shared/domain/route-changes.ts';
import { type LineProblem, readRouteLines } from '#shared/domain/route-lines.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import type { DirectoryEvent } from '#shared/ports/audit-trail.ts';
import type { DirectoryState, RoutesState } from '#shared/ports/directory-editor.ts';
import type { ChangeDirectoryDeps } from './change-directory.ts';
import { untilWritten } from './until-written.ts';

type RoutesDeps = Pick<ChangeDirectoryDeps, 'editor' | 'rules' | 'now'>;

export type Preview = {
  /** The version of the routes that this list would replace. */
  readonly seen: string;
  readonly problems: readonly LineProblem[];
  /** Absent when there are problems. */
  readonly outlook?: {
    readonly changes: RouteChanges;
    readonly assumed: readonly string[];
    readonly findings: readonly Finding[];
  };
};

/** What a list of routes would do. Writes nothing. */
export async function previewRoutes(
  { editor, rules }: RoutesDeps,
  text: string,
): Promise<Preview & { readonly content: DirectoryState }> {
  const [content, { version: seen, routes }] = await Promise.all([editor.content(), editor.routes()]);
  const reading = readRouteLines(text, content.neighbourhoods);
  if (reading.kind === 'wrong') return { content, seen, problems: reading.problems };
  const changes = routeChanges(routes, reading.routes);
  const findings = coverage({ clock: rules.clock, ...content, routes: reading.routes });
  return { content, seen, problems: [], outlook: { changes, assumed: reading.assumed, findings } };
}

export type SwitchOutcome =
  | { readonly kind: 'changed' }
  | { readonly kind: 'changed-meanwhile' }
  /** A list with mistakes: the preview says which. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'in-use'; readonly because: Objection }
  | { readonly kind: 'not-found' };

/** Puts a list into force. `seen`: the routes that the preview compared it with. What signals have already stays as it is. */
export async function switchRoutes(
  deps: RoutesDeps,
  by: MemberId,
  { text, seen }: { readonly text: string; readonly seen: string },
): Promise<SwitchOutcome> {
  return decideOnRoutes(deps, seen, async (content, now) => {
    const reading = readRouteLines(text, content.neighbourhoods);
    if (reading.kind === 'wrong' || reading.routes.length === 0) return { kind: 'wrong' };
    const routes = withStreetsOf(now.routes, reading.routes);
    return deps.editor.switchRoutes({ ...content, ...now }, routes, line(deps, 'switch-routes', by));
  });
}

/** Puts the list of before back, unless one of its neighbourhoods is gone. Doing it twice is doing nothing. */
export async function restoreRoutes(deps: RoutesDeps, by: MemberId, seen: string): Promise<SwitchOutcome> {
  return decideOnRoutes(deps, seen, async (content, now) => {
    if (!now.former) return { kind: 'not-found' };
    const ids = new Set(content.neighbourhoods.map(({ id }) => id));
    if (now.former.routes.flatMap(neighbourhoodsOf).some((id) => !ids.has(id)))
      return { kind: 'in-use', because: 'neighbourhood-gone' };
    return deps.editor.restoreRoutes({ ...content, ...now }, line(deps, 'restore-routes', by));
  });
}

/** Decided on what is true now; again when anything else of the directory was written in between. */
async function decideOnRoutes(
  { editor }: RoutesDeps,
  seen: string,
  decide: (content: DirectoryState, now: RoutesState) => Promise<SwitchOutcome | 'changed' | 'conflict'>,
): Promise<SwitchOutcome> {
  return untilWritten<SwitchOutcome>(async () => {
    const content = await editor.content();
    const now = await editor.routes();
    if (now.version !== seen) return { kind: 'changed-meanwhile' };
    const outcome = await decide(content, now);
    return outcome === 'changed' ? { kind: 'changed' } : outcome;
  });
}

const line = ({ now, rules }: RoutesDeps, event: DirectoryEvent, by: MemberId) => ({
  at: now(),
  event,
  by,
  about: 'routes',
  removeAt: plusElapsed(now(), rules.retention.audit),
});
