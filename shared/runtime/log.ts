import { Logger } from '@aws-lambda-powertools/logger';
import type { SignalId } from '#shared/domain/ids.ts';

/** Everything this software logs. A code that is not here cannot be logged; the last table of docs/runbook.md says what each asks of an operator. */
export const LOG_CODES = {
  HTTP_FAULT: 'a request failed on our side',
  JOB_FAULT: 'a job or an event failed; AWS tries it again',
  MAIL_NOT_HANDED_OVER: 'the mail service did not take a mail; it is tried again',
  REGISTERS_SILENT: 'the registers gave no answer about an address; they are asked again',
  CODE_NOT_MAILED: 'the mail service did not take a sign-in code',
  PASSKEY_NOT_MAILED: 'the mail service did not take a mail to a member about their passkeys',
  SIGNAL_NOT_ADVANCED: 'a signal could not be advanced; the sweep tries again',
  ADDRESS_NOT_KEYED: 'other signals at the address of a signal are not found; its next moment tries again',
  NOT_ERASED: 'a signal that went along with an erasure is still there; who asked for it was told',
  SWEPT: 'the sweep ran',
  BOOKS: 'the books of the night: how many signals there are, by where they stand',
  SIGNAL_LOST: 'a fact says that a signal is still there, and it is not',
  SIGNAL_GONE_EARLY: 'a fact says that a closed signal is kept for longer, and it is not there',
  SIGNAL_UNRECORDED: 'a signal has no fact',
  SIGNAL_RETURNED: 'a signal that was erased or had expired is there again',
  FACTS_LOST: 'there are fewer facts than last night',
  TTL_REMOVED_SIGNAL: 'the second net removed a signal that the purge had missed',
  FORM_KEY_UNREADABLE: 'the key of the forms of this month could not be read; a form went on without it',
  NOT_COUNTED: 'a counter of the statistics is one short; what it counts went well',
  OWN_TEXTS_NOT_READ: 'own texts could not be read; what was last known is said',
  MAIL_EVENT_UNREADABLE: 'an event of the mail service could not be read',
} as const;
export type LogCode = keyof typeof LOG_CODES;

/** Ids, names of faults and numbers. There is no field for text, a row, an event or an error: those can say who or where somebody is. */
export type LogFields = {
  readonly signalId?: SignalId;
  readonly effect?: string;
  readonly fault?: string;
  readonly route?: string;
  readonly due?: number;
  readonly failed?: number;
  readonly accepted?: number;
  readonly open?: number;
  readonly closed?: number;
  readonly held?: number;
  readonly ended?: number;
  readonly count?: number;
};

/** Made when there is something to say: most requests have nothing to log, and the streams of a process take time to open. */
let logger: Logger | undefined;
const openLogger = (): Logger => {
  logger ??= new Logger();
  return logger;
};

export const log = {
  info: (code: LogCode, fields: LogFields = {}): void => openLogger().info(LOG_CODES[code], { code, ...fields }),
  error: (code: LogCode, fields: LogFields = {}): void => openLogger().error(LOG_CODES[code], { code, ...fields }),
};

/** The kind of a fault without its message, which may quote what somebody typed. */
export const faultName = (fault: unknown): string => (fault instanceof Error ? fault.name : typeof fault);
