import type { Effect, Message } from '#shared/domain/agenda.ts';
import type { Recipient } from '#shared/domain/mail-key.ts';
import type { RegisterAnswer } from '#shared/domain/words.ts';
import { AUDIT_EVENTS, type AuditEvent, type DirectoryEvent } from '#shared/ports/audit-trail.ts';
import { FATES } from './mail-service.ts';
import { PORTS } from './town.ts';
import { FAULTS } from './weather.ts';

/**
 * All that a run has to have played, by the names under which it counts. The tables are over the domain's own types: who adds an act, an effect
 * or a mail to the domain and does not let the simulation play it, breaks the compiler or the run.
 */
const EVENTS: readonly AuditEvent[] = AUDIT_EVENTS.filter((event) => event !== 'read-log');

/** What each is counted as. */
const EFFECTS: Record<Exclude<Effect['kind'], 'mail'>, AuditEvent> = {
  route: 'assign',
  'check-registers': 'check-registers',
  'forget-reporter': 'forget-reporter',
  expire: 'expire',
};
const MESSAGES: Record<Message, true> = {
  notify: true,
  'remind-held': true,
  'remind-triage': true,
  'remind-visit': true,
  'remind-attempt': true,
  // A choice is the coordinator's at once: it has no half time and no end.
  'remind-choice': true,
  'remind-follow-up': true,
  'escalate-held': true,
  'escalate-triage': true,
  'escalate-visit': true,
  'escalate-attempt': true,
  'escalate-choice': true,
  'escalate-follow-up': true,
  choose: true,
  planned: true,
  'called-off': true,
  'cannot-go': true,
  declined: true,
  alarm: true,
  'warn-inform': true,
  'warn-expiry': true,
  'warn-undecided': true,
  request: true,
  'request-told': true,
  'remind-request': true,
  'update-received': true,
  'update-picked-up': true,
  'update-closed': true,
};
/** Of these the domain has the words and no occasion. */
const NEVER: readonly string[] = ['remind-choice', 'escalate-choice'];
const RECIPIENTS: Record<Recipient, true> = {
  'owner-first': true,
  'owner-second': true,
  'backup-first': true,
  'backup-second': true,
  'coordinator-first': true,
  'coordinator-second': true,
  visitor: true,
  'former-visitor': true,
  reporter: true,
};
const ANSWERS: Record<RegisterAnswer | 'silent', true> = {
  confirmed: true,
  'unknown-address': true,
  'nobody-registered': true,
  deceased: true,
  unknown: true,
  silent: true,
};
const DIRECTORY: readonly DirectoryEvent[] = [
  'remove-member',
  'remove-partner',
  'change-partner',
  'change-neighbourhood',
];

/** Each of these goes wrong, or comes to pass, somewhere in every run of some length. */
const TROUBLE = [
  ...FAULTS,
  'time limit',
  'answer lost',
  'record dropped',
  'record late',
  'record twice',
  'stream down',
  'schedule never',
  'schedule late',
  'schedule twice',
  'sweep missed',
  'index late',
  'clock skewed',
  'mail down',
  'mailed again after a fault',
  'poisoned',
  'never answered',
  'directory down',
] as const;

const DROPS = ['drop', 'practice', 'ended-by-registers'] as const;

export const EVERYTHING: readonly string[] = [
  ...new Set<string>([
    ...EVENTS,
    ...Object.values(EFFECTS),
    ...Object.keys(MESSAGES)
      .filter((message) => !NEVER.includes(message))
      .map((message) => `mail ${message}`),
    ...Object.keys(RECIPIENTS).map((to) => `mail to ${to}`),
    ...FATES.map((fate) => `mail was ${fate}`),
    ...Object.keys(ANSWERS).map((answer) => `registers ${answer}`),
    ...DIRECTORY,
    ...TROUBLE,
    ...PORTS.map((port) => `fault of ${port}`),
    'books',
    ...DROPS,
  ]),
];
