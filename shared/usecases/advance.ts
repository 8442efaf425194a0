import { fourDigits } from '#shared/domain/address.ts';
import { dueEffects, type Effect, type MailEffect } from '#shared/domain/agenda.ts';
import type { Neighbourhood } from '#shared/domain/directory.ts';
import {
  assigned,
  backupInvited,
  claimed,
  mailRecorded,
  reporterForgotten,
  withLookupHashes,
} from '#shared/domain/effects.ts';
import { erasureOf } from '#shared/domain/erasure.ts';
import { factOf } from '#shared/domain/fact.ts';
import { DESK, type LetterCode, type PartnerId, type SignalId } from '#shared/domain/ids.ts';
import { retryDelay } from '#shared/domain/mail-record.ts';
import { receiverOf } from '#shared/domain/receiver.ts';
import { registersAnswered, registersSilent } from '#shared/domain/register-check.ts';
import { neighbourhoodOf } from '#shared/domain/routing.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { settle } from '#shared/domain/settle.ts';
import { ownerOf, type Signal } from '#shared/domain/signal.ts';
import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import type { AddressKey, MailboxKey } from '#shared/ports/address-key.ts';
import type { AuditEvent } from '#shared/ports/audit-trail.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import type { MailWriter } from '#shared/ports/mail-writer.ts';
import type { Mailer } from '#shared/ports/mailer.ts';
import type { Registers } from '#shared/ports/registers.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import type { WakeUp } from '#shared/ports/wake-up.ts';
import { auditLine } from './audit-line.ts';
import { fileRequest } from './file-request.ts';
import { mailboxFor } from './mailbox-for.ts';
import { bookkeep } from './write-signal.ts';

export type AdvanceDeps = {
  readonly signals: SignalStore;
  readonly directory: DirectoryReader;
  readonly mailer: Mailer;
  readonly wakeUp: WakeUp;
  readonly settings: Settings;
  readonly now: () => EpochSeconds;
  /** Unguessable; tells one run's claim from another's. */
  readonly newToken: () => string;
  readonly addressKey: AddressKey;
  readonly mailboxKey: MailboxKey;
  readonly letterCode: (id: SignalId) => Promise<LetterCode>;
  /** SHA-256, hex. */
  readonly hash: (text: string) => string;
  /** An address without its key is told to the operator: the signal goes on, and is keyed at its next moment. */
  readonly onKeyFailure: (id: SignalId, fault: unknown) => void;
  readonly registers: Registers;
  /** Registers that did not answer are told to the operator; they are asked again. */
  readonly onRegistersSilent: (id: SignalId, fault: unknown) => void;
  readonly write: Pick<MailWriter, 'effect'>;
  /** A mail that could not be handed over is told to the operator; it is tried again by itself. */
  readonly onMailFailure: (id: SignalId, effect: string, fault: unknown) => void;
};

/** Twice the time limit of a function: whoever claimed longer ago is dead. Seconds. */
export const LEASE_SECONDS = 60;
/** The sweep comes by every minute, so a schedule for anything sooner would only race it. Seconds. */
const SWEEP_HAS_IT_SECONDS = 90;
/** More effects than any signal ever has due at once; a run that gets here hands over to the next. */
const MAX_EFFECTS_PER_RUN = 40;

/**
 * Does everything about one signal that is due and needs no person. Stream, clock and sweep all call it, at any time, as often as they
 * like: it reads what is true now, and a run that finds nothing due writes nothing and calls nothing.
 */
export async function advance(deps: AdvanceDeps, id: SignalId): Promise<void> {
  for (let count = 0; count < MAX_EFFECTS_PER_RUN; count += 1) {
    const signal = await deps.signals.find(id);
    if (!signal) return fileOrPurge(deps, id);
    const [effect] = dueEffects(signal, deps.settings.rules, deps.now());
    if (!effect) return setWakeUp(deps, signal);
    if ((await perform(deps, signal, effect)) === 'lost') return;
  }
}

/** `lost`: somebody else is at work on this signal; their write will bring it back here. */
type Performed = 'done' | 'lost';

function perform(deps: AdvanceDeps, signal: Signal, effect: Effect): Promise<Performed> {
  switch (effect.kind) {
    case 'route':
      return route(deps, signal);
    case 'mail':
      return sendMail(deps, signal, effect);
    case 'check-registers':
      return checkRegisters(deps, signal);
    case 'forget-reporter':
      return change(deps, reporterForgotten(signal), 'forget-reporter');
    case 'expire':
      return expire(deps, signal);
  }
}

async function route(deps: AdvanceDeps, signal: Signal): Promise<Performed> {
  if (signal.practice) {
    const partner = await deps.directory.partner(signal.practice.partnerId);
    return change(deps, assigned(signal, partner?.id ?? DESK, undefined, deps.settings.rules, deps.now()), 'assign');
  }
  const { address } = signal.report;
  const routes = address.postcode && (await deps.directory.routesFor(fourDigits(address.postcode)));
  const neighbourhoodId = neighbourhoodOf(address, routes);
  const neighbourhood = neighbourhoodId && (await deps.directory.neighbourhood(neighbourhoodId));
  const ownerId = await receiverIn(deps, signal.held ? undefined : neighbourhood);
  const routed = assigned(signal, ownerId, neighbourhoodId, deps.settings.rules, deps.now());
  return change(deps, withLookupHashes(routed, await hashesOf(deps, signal)), 'assign');
}

/** Nobody waits for a visit because a secret could not be read. */
async function hashesOf(
  { addressKey, letterCode, hash, onKeyFailure }: AdvanceDeps,
  { id, report, addressHash, letterHash, practice }: Signal,
): Promise<Pick<Signal, 'addressHash' | 'letterHash'>> {
  // All who practise have the same address, and it is nobody's.
  if (practice || (addressHash && letterHash)) return {};
  try {
    return { addressHash: await addressKey(report.address), letterHash: hash(await letterCode(id)) };
  } catch (fault) {
    onKeyFailure(id, fault);
    return {};
  }
}

/** What is under the key is no signal: a request that waits, or an erasure record whose day may have come. */
async function fileOrPurge(deps: AdvanceDeps, id: SignalId): Promise<void> {
  const request = await deps.signals.incoming(id);
  if (!request) return deps.signals.purge(id, deps.now());
  const { letterHash, ...known } = request;
  const about = await deps.signals.findByLetter(letterHash);
  // A code that fits no letter, or the letter of a signal that is gone: there is nothing to ask for, and nobody to tell.
  if (about) await fileRequest(deps, about, known, 'system');
  await deps.signals.removeIncoming(id);
}

async function receiverIn(
  { directory, now }: AdvanceDeps,
  neighbourhood: Neighbourhood | undefined,
): Promise<PartnerId> {
  const partner = neighbourhood?.partnerId && (await directory.partner(neighbourhood.partnerId));
  const backup = partner?.backupId && (await directory.partner(partner.backupId));
  return receiverOf(partner, backup, now());
}

/**
 * Not claimed (docs/adr/0010): to ask twice does no harm, and one write says what came of it. It replaces the state that was read, so it loses
 * to a person who acted in between.
 */
async function checkRegisters(deps: AdvanceDeps, signal: Signal): Promise<Performed> {
  const { rules } = deps.settings;
  const answer = await deps.registers(signal.report.address).catch((fault: unknown) => {
    deps.onRegistersSilent(signal.id, fault);
    return undefined;
  });
  const checked = answer
    ? registersAnswered(signal, answer, rules, deps.now())
    : registersSilent(signal, rules, deps.now());
  return checked.registers?.state === 'answered' ? change(deps, checked, 'check-registers') : replace(deps, checked);
}

/**
 * Mail leaves the house, so it is claimed first: of two runs at once only one sends. The claim replaces exactly the state that was read,
 * so it loses to a person who acted in between. What came of it is recorded on the latest state, and only by the holder of the claim.
 */
async function sendMail(deps: AdvanceDeps, signal: Signal, effect: MailEffect): Promise<Performed> {
  const { rules } = deps.settings;
  const mailbox = await mailboxFor(effect.to, signal, deps.directory, deps.settings);
  if (!mailbox) return replace(deps, mailRecorded(signal, effect, { state: 'skipped', at: deps.now() }));

  const token = deps.newToken();
  const key = await keyOfColleague(deps, signal.id, effect, mailbox.address);
  const until = plusElapsed(deps.now(), LEASE_SECONDS);
  const claim = await replace(deps, claimed(signal, effect, { token, until, ...key }));
  if (claim === 'lost') return 'lost';

  const outcome = await handOver(deps, signal, effect, mailbox.address);
  const written = await bookkeep({ signals: deps.signals, rules }, signal.id, (latest) => {
    if (latest.claim?.token !== token) return undefined;
    const recorded = mailRecorded(latest, effect, { ...outcome, ...key });
    // Into other hands meanwhile: the new owner's backup was not asked for anything.
    const sameOwner = latest.assignment?.number === signal.assignment?.number;
    return mailbox.backupId && sameOwner ? backupInvited(recorded, mailbox.backupId, deps.now()) : recorded;
  });
  return written === 'unchanged' ? 'lost' : 'done';
}

/** Of a reporter's mailbox nothing is kept. Without its key a mail goes out all the same; only what became of it is known of the signal alone. */
async function keyOfColleague(
  { mailboxKey, onKeyFailure }: AdvanceDeps,
  id: SignalId,
  { to }: MailEffect,
  address: string,
): Promise<{ readonly mailbox?: string }> {
  if (to === 'reporter') return {};
  try {
    return { mailbox: await mailboxKey(address) };
  } catch (fault) {
    onKeyFailure(id, fault);
    return {};
  }
}

async function handOver(deps: AdvanceDeps, signal: Signal, effect: MailEffect, to: string) {
  const { neighbourhoodId } = signal.assignment ?? {};
  const ownerId = ownerOf(signal);
  const neighbourhood = neighbourhoodId && (await deps.directory.neighbourhood(neighbourhoodId));
  const owner = ownerId && (await deps.directory.partner(ownerId));
  const facts = { neighbourhood: neighbourhood?.name, ownerName: owner?.name ?? deps.settings.desk.name };
  try {
    const mail = await deps.write.effect(effect, signal, facts);
    const handedOver = await deps.mailer.send({ ...mail, to, about: { signalId: signal.id, effect: effect.key } });
    return { state: handedOver === 'sent' ? 'sent' : 'failed', at: deps.now() } as const;
  } catch (fault) {
    deps.onMailFailure(signal.id, effect.key, fault);
    const tries = (signal.mails[effect.key]?.tries ?? 0) + 1;
    return { state: 'waiting', at: deps.now(), tries, retryAt: plusElapsed(deps.now(), retryDelay(tries)) } as const;
  }
}

async function expire(deps: AdvanceDeps, signal: Signal): Promise<Performed> {
  const { rules } = deps.settings;
  const auditAndFact = {
    audit: auditLine(deps.settings.rules, signal.id, 'expire', 'system', deps.now()),
    fact: factOf(signal, deps.now(), signal.status === 'closed' ? 'closed' : 'expired'),
  };
  const erased = await deps.signals.erase(signal, erasureOf(signal, rules, deps.now()), auditAndFact);
  return erased === 'erased' ? 'done' : 'lost';
}

/** The moment has a schedule of its own, made once: a stale one finds nothing due. */
async function setWakeUp(deps: AdvanceDeps, signal: Signal): Promise<void> {
  const soon = plusElapsed(deps.now(), SWEEP_HAS_IT_SECONDS);
  if (signal.nextAt <= soon || signal.wakeSetFor === signal.nextAt) return;
  await deps.wakeUp.wakeAt(signal.id, signal.nextAt);
  await replace(deps, { ...withLookupHashes(signal, await hashesOf(deps, signal)), wakeSetFor: signal.nextAt });
}

async function replace(deps: AdvanceDeps, next: Signal): Promise<Performed> {
  return (await deps.signals.replace(settle(next, deps.settings.rules))) === 'replaced' ? 'done' : 'lost';
}

async function change(deps: AdvanceDeps, next: Signal, event: AuditEvent): Promise<Performed> {
  const auditAndFact = {
    audit: auditLine(deps.settings.rules, next.id, event, 'system', deps.now()),
    fact: factOf(next, deps.now()),
  };
  return (await deps.signals.change(settle(next, deps.settings.rules), auditAndFact)) === 'replaced' ? 'done' : 'lost';
}
