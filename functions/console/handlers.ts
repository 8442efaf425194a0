import type { ConsoleRoute } from '#shared/contracts/routes.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { type AccountHandlerDeps, accountHandlers } from './account.ts';
import { type ActHandlerDeps, actHandlers } from './act-on-signal.ts';
import { handOverAllHandler } from './hand-over-all.ts';
import { type LetterHandlerDeps, letterHandler } from './letter.ts';
import { type ListHandlerDeps, listHandler, requestsHandler } from './list-signals.ts';
import {
  addLocationHandler,
  changeLocationHandler,
  type LocationHandlerDeps,
  locationsHandler,
  removeLocationHandler,
} from './locations.ts';
import { type LogHandlerDeps, logFileHandler, logMembersHandler, memberLogHandler, signalLogHandler } from './log.ts';
import { type DirectoryHandlerDeps, directoryHandlers } from './manage-directory.ts';
import { routesHandlers } from './manage-routes.ts';
import { type PracticeHandlerDeps, practicesHandler, sendPracticeHandler } from './practices.ts';
import { partnersHandler, type ReadHandlerDeps, readHandler } from './read-signals.ts';
import { referralsHandlers } from './referrals.ts';
import { currentSessionHandler, endSessionHandler, sessionsHandler, signInCodesHandler } from './sign-in.ts';
import { fromOwnSite } from './signed-in.ts';
import { type StatisticsHandlerDeps, statisticsFileHandler, statisticsHandler } from './statistics.ts';
import { type StatusHandlerDeps, systemStatusHandler } from './system-status.ts';
import { textsHandlers } from './texts.ts';

export type ConsoleDeps = AccountHandlerDeps &
  ActHandlerDeps &
  DirectoryHandlerDeps &
  ReadHandlerDeps &
  ListHandlerDeps &
  LetterHandlerDeps &
  LocationHandlerDeps &
  LogHandlerDeps &
  PracticeHandlerDeps &
  StatusHandlerDeps &
  StatisticsHandlerDeps;

/** Every route of the console. All of them answer their own site alone. */
export function createHandlers(deps: ConsoleDeps): Readonly<Record<ConsoleRoute, Handler>> {
  const handlers: Record<ConsoleRoute, Handler> = {
    'POST /v1/console/sign-in-codes': signInCodesHandler(deps),
    'POST /v1/console/sessions': sessionsHandler(deps),
    'GET /v1/console/sessions/current': currentSessionHandler(deps),
    'DELETE /v1/console/sessions/current': endSessionHandler(deps),
    'GET /v1/console/partners': partnersHandler(deps),
    'GET /v1/console/locations': locationsHandler(deps),
    'POST /v1/console/locations': addLocationHandler(deps),
    'PUT /v1/console/locations/{code}': changeLocationHandler(deps),
    'DELETE /v1/console/locations/{code}': removeLocationHandler(deps),
    'GET /v1/console/audit': memberLogHandler(deps),
    'GET /v1/console/audit/file': logFileHandler(deps),
    'GET /v1/console/audit/members': logMembersHandler(deps),
    'GET /v1/console/signals/{id}/audit': signalLogHandler(deps),
    'POST /v1/console/handovers': handOverAllHandler(deps),
    'GET /v1/console/practices': practicesHandler(deps),
    'POST /v1/console/practices/{partnerId}': sendPracticeHandler(deps),
    'GET /v1/console/status': systemStatusHandler(deps),
    'GET /v1/console/statistics': statisticsHandler(deps),
    'GET /v1/console/statistics/file': statisticsFileHandler(deps),
    'GET /v1/console/signals': listHandler(deps),
    'GET /v1/console/resident-requests': requestsHandler(deps),
    'GET /v1/console/signals/{id}': readHandler(deps),
    'GET /v1/console/signals/{id}/letter': letterHandler(deps),
    ...directoryHandlers(deps),
    ...routesHandlers(deps),
    ...referralsHandlers(deps),
    ...textsHandlers(deps),
    ...accountHandlers(deps),
    ...actHandlers(deps),
  };
  for (const [route, handle] of Object.entries(handlers))
    handlers[route as ConsoleRoute] = fromOwnSite(deps.settings.baseUrl, handle);
  return handlers;
}
