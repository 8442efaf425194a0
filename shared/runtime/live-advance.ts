import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { CALL_LIMITS } from '#shared/adapters/call-limits.ts';
import { schedulerWakeUp } from '#shared/adapters/scheduler/scheduler-wake-up.ts';
import { secretReader } from '#shared/adapters/secrets/secret.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import { mailWriterNow } from '#shared/mail/write-mail.ts';
import { type AdvanceDeps, advance } from '#shared/usecases/advance.ts';
import { environment, settingsFromEnvironment } from './environment.ts';
import { liveMailer } from './live-mailer.ts';
import { liveRegisters } from './live-registers.ts';
import { liveDirectory, liveSignals } from './live-stores.ts';
import { liveTexts } from './live-texts.ts';
import { faultName, log } from './log.ts';
import { countMailNotHandedOver } from './metrics.ts';
import { now } from './now.ts';
import { hmacHex, newToken, sha256Hex } from './random-and-hash.ts';
import { addressKey, letterCodeOf, mailboxKeyOf } from './signal-keys.ts';

/** `advance` as it runs in the cloud, and what it is made of; the stream and the clock share it. */
export function liveAdvance(): { readonly advance: (id: SignalId) => Promise<void>; readonly deps: AdvanceDeps } {
  const settings = settingsFromEnvironment();
  const secret = secretReader(environment('SECRET_ID'));
  const keyedHash = async (text: string) => hmacHex(await secret(), text);
  const deps: AdvanceDeps = {
    settings,
    signals: liveSignals(),
    directory: liveDirectory(),
    mailer: liveMailer(settings),
    write: mailWriterNow(settings, liveTexts(settings)),
    wakeUp: schedulerWakeUp(new SchedulerClient(CALL_LIMITS), {
      group: environment('SCHEDULE_GROUP'),
      targetArn: environment('SCHEDULE_TARGET_ARN'),
      roleArn: environment('SCHEDULE_ROLE_ARN'),
      deadLetterArn: environment('SCHEDULE_DEAD_LETTER_ARN'),
    }),
    registers: liveRegisters(),
    onRegistersSilent: (signalId, fault) => log.error('REGISTERS_SILENT', { signalId, fault: faultName(fault) }),
    addressKey: addressKey(keyedHash),
    mailboxKey: mailboxKeyOf(keyedHash),
    letterCode: letterCodeOf(keyedHash),
    hash: sha256Hex,
    onKeyFailure: (signalId, fault) => log.error('ADDRESS_NOT_KEYED', { signalId, fault: faultName(fault) }),
    now,
    newToken,
    onMailFailure(signalId, effect, fault) {
      log.error('MAIL_NOT_HANDED_OVER', { signalId, effect, fault: faultName(fault) });
      countMailNotHandedOver();
    },
  };
  return { deps, advance: (id) => advance(deps, id) };
}
