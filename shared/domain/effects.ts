import type { MailEffect } from './agenda.ts';
import { nextAssignment } from './assignment.ts';
import { DESK, type NeighbourhoodId, type PartnerId } from './ids.ts';
import { type MailRecord, mergeMailRecord } from './mail-record.ts';
import { planEnded } from './plan-ended.ts';
import type { Rules } from './settings.ts';
import type { Signal } from './signal.ts';
import { firstStep } from './step.ts';
import { type EpochSeconds, latest } from './time.ts';

/** What the system does to a signal. Never touches `version`: bookkeeping must not make anybody's click late. */

export function assigned(
  signal: Signal,
  ownerId: PartnerId,
  neighbourhoodId: NeighbourhoodId | undefined,
  rules: Rules,
  now: EpochSeconds,
): Signal {
  const since = notBeforeTheLastAct(signal, now);
  const assignment = { ...nextAssignment(signal, ownerId, since), ...(neighbourhoodId && { neighbourhoodId }) };
  return {
    ...signal,
    status: 'assigned',
    assignment,
    step: firstStep(rules, signal),
    history: [...signal.history, { at: now, what: 'assign' }],
  };
}

/** With the hashes by which its address and its letter find it. */
export const withLookupHashes = (signal: Signal, hashes: Pick<Signal, 'addressHash' | 'letterHash'>): Signal => ({
  ...signal,
  ...hashes,
});

/**
 * The clocks of two functions differ. An owner who seems to have it since before the last act would look like somebody who acted, and would
 * never be told.
 */
const notBeforeTheLastAct = ({ lastActedAt }: Signal, now: EpochSeconds): EpochSeconds => latest(now, lastActedAt);

export function reporterForgotten(signal: Signal): Signal {
  const { reporter: _reporter, contentDigest: _digest, report, ...rest } = signal;
  const { source: _source, ...told } = report;
  return { ...rest, report: told };
}

export const claimed = (
  signal: Signal,
  effect: MailEffect,
  claim: Omit<NonNullable<Signal['claim']>, 'effect'>,
): Signal => ({
  ...signal,
  claim: { effect: effect.key, ...claim },
});

/** The mailbox that a mail went to, when it is a colleague's: of its record, or of the run that is sending it. */
export const mailboxOf = ({ mails, claim }: Pick<Signal, 'mails' | 'claim'>, key: string): string | undefined =>
  mails[key]?.mailbox ?? (claim?.effect === key ? claim.mailbox : undefined);

/** What came of a mail. The claim ends; a delivery event that was faster than this record stays. */
export function mailRecorded(signal: Signal, effect: MailEffect, outcome: MailRecord): Signal {
  const { claim: _over, ...rest } = signal;
  return { ...rest, mails: { ...signal.mails, [effect.key]: mergeMailRecord(signal.mails[effect.key], outcome) } };
}

/** A backup that was written to may take over from now on. */
export function backupInvited(signal: Signal, partnerId: PartnerId, invitedAt: EpochSeconds): Signal {
  const { assignment } = signal;
  if (!assignment || assignment.backup) return signal;
  return { ...signal, assignment: { ...assignment, backup: { partnerId, invitedAt } } };
}

/** News of the mail service about a mail. Undefined when it changes nothing. */
export function mailNews(signal: Signal, key: string, news: MailRecord): Signal | undefined {
  const merged = mergeMailRecord(signal.mails[key], news);
  return merged === signal.mails[key] ? undefined : { ...signal, mails: { ...signal.mails, [key]: merged } };
}

/** Whoever was to go is gone: somebody else is to be found. The clocks are the resident's and keep running. */
export function planFreed(signal: Signal, now: EpochSeconds): Signal {
  return { ...planEnded(signal, 'cannot-go', now), history: [...signal.history, { at: now, what: 'free-plan' }] };
}

/** Its owner is no longer a partner: the desk has it, so that it is never ownerless. */
export function passedToDesk(signal: Signal, now: EpochSeconds): Signal {
  const rest = planEnded(signal, 'called-off', now);
  const assignment = nextAssignment(signal, DESK, notBeforeTheLastAct(signal, now));
  return { ...rest, assignment, history: [...signal.history, { at: now, what: 'pass-to-desk' }] };
}
