import { httpFunction } from '#shared/http/http-function.ts';
import { settingsFromEnvironment } from '#shared/runtime/environment.ts';
import {
  liveArea,
  liveCounters,
  liveFormKeys,
  liveIntake,
  liveRequests,
  liveStatus,
} from '#shared/runtime/live-stores.ts';
import { liveTexts } from '#shared/runtime/live-texts.ts';
import { faultName, log } from '#shared/runtime/log.ts';
import { now } from '#shared/runtime/now.ts';
import { hmacHex, idFromKey, newFactId, newRequestId, sha256Hex } from '#shared/runtime/random-and-hash.ts';
import { createHandlers, type ReportDeps } from './handlers.ts';
import { unroutedPages } from './unrouted-pages.ts';

const settings = settingsFromEnvironment();
const deps: ReportDeps = {
  settings,
  textsNow: liveTexts(settings),
  signals: liveIntake(),
  status: liveStatus(),
  directory: liveArea(),
  counters: liveCounters(),
  onCountFailure: (fault) => log.error('NOT_COUNTED', { fault: faultName(fault) }),
  now,
  idFromKey,
  newFactId,
  requests: liveRequests(),
  newRequestId,
  digest: sha256Hex,
  formKeys: liveFormKeys(),
  keyedHash: hmacHex,
  onFormKeyFailure: (fault) => log.error('FORM_KEY_UNREADABLE', { fault: faultName(fault) }),
};
/** Everybody's function: it may add a signal and see the status of one; it can read nobody. */
export const handler = httpFunction(createHandlers(deps), unroutedPages(deps));
