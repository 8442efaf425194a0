import { httpFunction } from '#shared/http/http-function.ts';
import { environment, settingsFromEnvironment } from '#shared/runtime/environment.ts';
import { liveCounters, liveDirectory, liveSignals, liveStatus } from '#shared/runtime/live-stores.ts';
import { faultName, log } from '#shared/runtime/log.ts';
import { now } from '#shared/runtime/now.ts';
import { hmacHex, idFromKey, newFactId, sha256Hex } from '#shared/runtime/secrets-of-chance.ts';
import { createHandlers } from './handlers.ts';

const directory = liveDirectory();

/** Only the form without script needs the secret, so only that waits for its client to load. */
let reader: Promise<() => Promise<string>> | undefined;
const secret = async (): Promise<string> => {
  reader ??= import('#shared/adapters/secrets/secret.ts').then(({ secretReader }) =>
    secretReader(environment('FORM_SECRET_ID')),
  );
  return (await reader)();
};

/** Everybody's function: it may add a signal and see the status of one; it can read nobody. */
export const handler = httpFunction(
  createHandlers({
    settings: settingsFromEnvironment(),
    signals: liveSignals(),
    status: liveStatus(),
    directory,
    counters: liveCounters(),
    onCountFailure: (fault) => log.error('NOT_COUNTED', { fault: faultName(fault) }),
    now,
    idFromKey,
    newFactId,
    digest: sha256Hex,
    keyedHash: async (text) => hmacHex(await secret(), text),
  }),
);
