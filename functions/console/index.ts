import { setTimeout } from 'node:timers/promises';
import { secretReader } from '#shared/adapters/secrets/secret.ts';
import { simplewebauthnCeremony } from '#shared/adapters/webauthn/simplewebauthn-ceremony.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { environment, settingsFromEnvironment } from '#shared/runtime/environment.ts';
import { liveMailer } from '#shared/runtime/live-mailer.ts';
import {
  liveAccess,
  liveAudit,
  liveAuditReader,
  liveBacklog,
  liveCounters,
  liveDirectory,
  liveDirectoryEditor,
  liveLists,
  livePasskeys,
  liveSignals,
  liveStatistics,
  liveWatchReader,
} from '#shared/runtime/live-stores.ts';
import { liveTexts } from '#shared/runtime/live-texts.ts';
import { faultName, log } from '#shared/runtime/log.ts';
import { now } from '#shared/runtime/now.ts';
import {
  hmacHex,
  idFromKey,
  newCode,
  newDirectoryId,
  newFactId,
  newProof,
  newRequestId,
  newSecretId,
  sha256Hex,
} from '#shared/runtime/random-and-hash.ts';
import { letterCodeOf, mailboxKeyOf } from '#shared/runtime/signal-keys.ts';
import { createHandlers } from './handlers.ts';

const settings = settingsFromEnvironment();
const textsNow = liveTexts(settings);
const secret = secretReader(environment('SECRET_ID'));
const keyedHash = async (text: string) => hmacHex(await secret(), text);

const mailWriter = async () => (await import('./mail-words.lazy.js')).mailWords.writer(settings, textsNow);

/** Partners, desk and coordinators: everything behind the sign-in. */
export const handler = httpFunction(
  createHandlers({
    settings,
    rules: settings.rules,
    signals: { ...liveSignals(), ...liveLists() },
    directory: liveDirectory(),
    editor: liveDirectoryEditor(),
    access: liveAccess(),
    passkeys: livePasskeys(),
    ceremony: simplewebauthnCeremony(settings),
    passkeysRequired: settings.passkeys === 'required',
    audit: liveAudit(),
    log: liveAuditReader(),
    counters: liveCounters(),
    statistics: liveStatistics(),
    mailer: liveMailer(settings),
    write: {
      code: async (code) => (await mailWriter()).code(code),
      teamMailbox: async () => (await mailWriter()).teamMailbox(),
      passkeys: async (news) => (await mailWriter()).passkeys(news),
    },
    textsNow,
    now,
    newCode,
    newSecretId,
    newFactId,
    idFromKey,
    newDirectoryId,
    newProof,
    newRequestId,
    letterCode: letterCodeOf(keyedHash),
    mailboxKey: mailboxKeyOf(keyedHash),
    watch: liveWatchReader(),
    backlog: liveBacklog(),
    release: environment('RELEASE'),
    onEraseFailure: (signalId, fault) => log.error('NOT_ERASED', { signalId, fault: faultName(fault) }),
    onCodeNotMailed: (fault) => log.error('CODE_NOT_MAILED', { fault: faultName(fault) }),
    onPasskeyNotMailed: (fault) => log.error('PASSKEY_NOT_MAILED', { fault: faultName(fault) }),
    hash: sha256Hex,
    keyedHash,
    atLeast: async (milliseconds, work) => {
      const [answer] = await Promise.all([work, setTimeout(milliseconds)]);
      return answer;
    },
  }),
);
