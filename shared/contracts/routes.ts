/** The version of the API as published: NLGov API Design Rules ask for it on every response (`API-Version`) and in the OpenAPI document. */
export const API_VERSION = '1.0.0';

/**
 * Every route of the HTTP API by the function that answers it, as API Gateway writes route keys. The stacks make exactly these
 * routes, the functions must have a handler for each (checked by the compiler), and the OpenAPI document lists them.
 */
export const REPORT_ROUTES = [
  'POST /v1/signals',
  'POST /v1/signal-status',
  'GET /v1/service-areas/{postcode}',
  'GET /v1/locations/{code}',
  'POST /v1/self-tries',
  'POST /v1/report/check',
  'POST /v1/report/send',
  'GET /v1/openapi.json',
  'GET /v1/health',
] as const;

export const CONSOLE_ROUTES = [
  'POST /v1/console/sign-in-codes',
  'POST /v1/console/sessions',
  'GET /v1/console/sessions/current',
  'DELETE /v1/console/sessions/current',
  'GET /v1/console/sessions',
  'DELETE /v1/console/sessions',
  'POST /v1/console/passkey-challenges',
  'POST /v1/console/passkey-sessions',
  'GET /v1/console/passkeys',
  'POST /v1/console/passkeys',
  'POST /v1/console/passkeys/challenges',
  'DELETE /v1/console/passkeys/{passkeyId}',
  'DELETE /v1/console/members/{memberId}/passkeys',
  'GET /v1/console/partners',
  'GET /v1/console/locations',
  'POST /v1/console/locations',
  'GET /v1/console/directory',
  'GET /v1/console/referrals',
  'PUT /v1/console/referrals',
  'GET /v1/console/routes',
  'POST /v1/console/routes/preview',
  'POST /v1/console/routes',
  'POST /v1/console/routes/restoring',
  'POST /v1/console/partners',
  'PUT /v1/console/partners/{partnerId}',
  'POST /v1/console/partners/{partnerId}/removal',
  'POST /v1/console/members',
  'PUT /v1/console/members/{memberId}',
  'POST /v1/console/members/{memberId}/removal',
  'POST /v1/console/neighbourhoods',
  'PUT /v1/console/neighbourhoods/{neighbourhoodId}',
  'POST /v1/console/neighbourhoods/{neighbourhoodId}/removal',
  'GET /v1/console/audit',
  'GET /v1/console/audit/file',
  'GET /v1/console/practices',
  'POST /v1/console/practices/{partnerId}',
  'GET /v1/console/statistics',
  'GET /v1/console/statistics/file',
  'GET /v1/console/signals',
  'GET /v1/console/signals/{id}',
  'GET /v1/console/signals/{id}/letter',
  'GET /v1/console/signals/{id}/audit',
  'POST /v1/console/signals/{id}/triage',
  'POST /v1/console/signals/{id}/handovers',
  'POST /v1/console/signals/{id}/takeovers',
  'POST /v1/console/signals/{id}/plans',
  'POST /v1/console/signals/{id}/attempts',
  'POST /v1/console/signals/{id}/contacts',
  'POST /v1/console/signals/{id}/consents',
  'POST /v1/console/signals/{id}/follow-ups',
  'POST /v1/console/signals/{id}/closing',
  'POST /v1/console/signals/{id}/reopening',
  'POST /v1/console/signals/{id}/erasure',
  'POST /v1/console/signals/{id}/release',
  'POST /v1/console/signals/{id}/dismissal',
] as const;

export type ReportRoute = (typeof REPORT_ROUTES)[number];
export type ConsoleRoute = (typeof CONSOLE_ROUTES)[number];
