import type { ReportRoute } from '#shared/contracts/routes.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json } from '#shared/http/responses.ts';
import { type LocationDeps, locationHandler } from './location.ts';
import { openApiHandler } from './openapi.ts';
import { checkFormHandler, type ReportFormDeps, sendFormHandler } from './report-form.ts';
import { type ResidentRequestDeps, residentRequestHandler } from './resident-request.ts';
import { selfTryHandler } from './self-try.ts';
import { type ServiceAreaDeps, serviceAreaHandler } from './service-area.ts';
import { type SignalStatusDeps, signalStatusHandler } from './signal-status.ts';
import { submitSignalHandler } from './submit-signal.ts';

export type ReportDeps = ReportFormDeps & ResidentRequestDeps & SignalStatusDeps & ServiceAreaDeps & LocationDeps;

/** Every route that needs no sign-in. */
export const createHandlers = (deps: ReportDeps): Readonly<Record<ReportRoute, Handler>> => ({
  'POST /v1/signals': submitSignalHandler(deps),
  'POST /v1/signal-status': signalStatusHandler(deps),
  'GET /v1/service-areas/{postcode}': serviceAreaHandler(deps),
  'GET /v1/locations/{code}': locationHandler(deps),
  'POST /v1/self-tries': selfTryHandler(deps),
  'POST /v1/resident-requests': residentRequestHandler(deps),
  'POST /v1/report/check': checkFormHandler(deps),
  'POST /v1/report/send': sendFormHandler(deps),
  'GET /v1/openapi.json': openApiHandler(deps),
  'GET /v1/health': async () => json(200, { status: 'ok' }),
});
