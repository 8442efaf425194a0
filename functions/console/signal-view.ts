import type { SignalRowView, SignalView } from '#shared/contracts/console.ts';
import type { Reader } from '#shared/domain/access.ts';
import { spellHouseNumber, spellPostcode } from '#shared/domain/address.ts';
import { isInDanger } from '#shared/domain/danger.ts';
import type { Member } from '#shared/domain/directory.ts';
import { DESK, type MemberId, type PartnerId } from '#shared/domain/ids.ts';
import { possibleActs } from '#shared/domain/life.ts';
import { troubledMailboxes } from '#shared/domain/mail-trouble.ts';
import { answerOf, isAddressDoubted } from '#shared/domain/register-check.ts';
import { ANSWER_SECONDS, keptForCopy, openRequests, type ResidentRequest } from '#shared/domain/resident-request.ts';
import {
  type Contact,
  type Danger,
  isToBeInformed,
  ownerOf,
  type Plan,
  type Report,
  type Reporter,
  type Signal,
} from '#shared/domain/signal.ts';
import { type EpochSeconds, latest, plusElapsed } from '#shared/domain/time.ts';
import { apiTime } from '#shared/http/times.ts';
import type { OthersAtAddress } from '#shared/usecases/others-at-address.ts';
import { mailsView } from './mails-view.ts';
import type { NameBook } from './names.ts';
import { phonesView } from './phones-view.ts';

/** Names that a view needs; looked up by whoever calls. */
export type Names = {
  readonly ownerName: string;
  readonly ownerPhone: string | undefined;
  readonly neighbourhood: string | undefined;
};
/** Who is who, for the file as its owner keeps it. */
export type People = {
  readonly visitors: readonly Member[];
  readonly ofPartner: (id: PartnerId | undefined) => string;
  /** Absent for the reader's own, and for who is no member any more. */
  readonly organisationOf: (id: MemberId) => string | undefined;
};

/** What each reader may know. A coordinator's list sees where and when; only the owner and the coordinator read of the reporter. */
export function rowView(signal: Signal, relation: Reader, names: Names, now: EpochSeconds): SignalRowView {
  const row = backupRow(signal, relation, names, now);
  if (relation === 'backup') return row;
  const { report, held, plan, closing } = signal;
  const goneAt = goneFrom(signal);
  const mayKnowAddress = relation === 'owner' || relation === 'planned-visitor';
  return {
    ...row,
    mailTrouble: troubledMailboxes(signal).length > 0,
    sooner: report.sooner,
    alarm: isInDanger(signal),
    held: held !== undefined,
    aboutThemselves: report.about === 'myself',
    ...(isAddressDoubted(signal) && { addressDoubted: true }),
    ...(plan && { plannedAt: apiTime(plan.at) }),
    ...(goneAt !== undefined && { expiresAt: apiTime(goneAt) }),
    ...(closing && relation === 'owner' && { outcome: closing.outcome }),
    ...(mayKnowAddress && { address: addressLine(report) }),
    ...requestsOf(signal, relation),
  };
}

/** All that somebody knows who is asked to step in: in which neighbourhood, with whom it lies, and by when. */
function backupRow(signal: Signal, relation: Reader, names: Names, now: EpochSeconds): SignalRowView {
  const { id, status, step, deadlines, receivedAt } = signal;
  return {
    reference: id,
    status,
    relation,
    ...(names.neighbourhood && { neighbourhood: names.neighbourhood }),
    ownerName: names.ownerName,
    withDesk: ownerOf(signal) === DESK,
    ...(step && { step: { name: step.name, before: apiTime(step.before) } }),
    overdue: step !== undefined && now >= step.before,
    escalated: signal.assignment?.backup !== undefined,
    practice: signal.practice !== undefined,
    receivedAt: apiTime(receivedAt),
    visitPreferredBefore: apiTime(deadlines.visitPreferredBefore),
    visitBefore: apiTime(deadlines.visitBefore),
  };
}

/** When all of it goes: at the end of its time, or, while it is open, when the resident has not consented by then. */
function goneFrom(signal: Signal): EpochSeconds | undefined {
  const { expiresAt, keptUntil } = signal;
  if (expiresAt !== undefined || keptUntil === undefined || isInDanger(signal)) return expiresAt;
  return latest(keptUntil, ...keptForCopy(signal));
}

function requestsOf(signal: Signal, relation: Reader): Pick<SignalRowView, 'requests'> {
  const open = openRequests(signal)
    .filter(isFor(relation))
    .toSorted((one, other) => one.before - other.before);
  if (open.length === 0) return {};
  return { requests: open.map(({ wish, at, before }) => ({ wish, at: apiTime(at), before: apiTime(before) })) };
}

/** What was asked elsewhere at the address is for the coordinator: nobody knows yet whether it is about the same person. */
const isFor =
  (relation: Reader) =>
  ({ toldTo }: ResidentRequest): boolean =>
    relation === 'coordinator' || (relation !== 'backup' && !toldTo);

/** All that was asked. How to reach the resident is for who answers. */
function askedOf(signal: Signal, relation: Reader): Pick<SignalView, 'asked'> {
  const asked = relation === 'planned-visitor' ? [] : (signal.requests ?? []).filter(isFor(relation)).map(askedView);
  if (asked.length === 0) return {};
  return { asked: relation === 'coordinator' ? asked : asked.map(({ contact: _how, ...rest }) => rest) };
}

export function signalView(
  signal: Signal,
  relation: Reader,
  names: Names,
  now: EpochSeconds,
  people: People,
): SignalView {
  const { deadlines } = signal;
  return {
    ...rowView(signal, relation, names, now),
    version: signal.version,
    acts: possibleActs(relation, signal),
    ...(relation !== 'owner' && names.ownerPhone && { ownerPhone: names.ownerPhone }),
    deadlines: {
      triageBefore: apiTime(deadlines.triageBefore),
      visitPreferredBefore: apiTime(deadlines.visitPreferredBefore),
      visitBefore: apiTime(deadlines.visitBefore),
    },
    ...askedOf(signal, relation),
    ...(relation !== 'backup' && {
      report: reportView(signal.report, relation),
      ...registersView(signal),
      ...doneView(signal, relation),
    }),
    ...(relation === 'planned-visitor' ? {} : relation === 'backup' ? {} : ownersView(signal, people)),
  };
}

/** What else is at the address. Nothing when there is nothing. */
export function sameAddressView(
  { known, elsewhere }: OthersAtAddress,
  { ofPartner, phoneOf }: Pick<NameBook, 'ofPartner' | 'phoneOf'>,
): Pick<SignalView, 'sameAddress'> {
  if (known.length + elsewhere.length === 0) return {};
  return {
    sameAddress: {
      known: known.map((other) => ({
        reference: other.id,
        status: other.status,
        receivedAt: apiTime(other.receivedAt),
        ownerName: ofPartner(ownerOf(other)),
      })),
      elsewhere: elsewhere.map(ofPartner),
      ...phonesView(elsewhere.map((id) => ({ name: ofPartner(id), phone: phoneOf(id) }))),
    },
  };
}

/**
 * What was told about the resident. A visitor hears nothing of the reporter: not what kind, what they did or said to the resident, nor their words,
 * which may give them away. What residents write of themselves is for who goes to them.
 */
function reportView(report: Report, relation: Reader): SignalView['report'] {
  const { about, address, reasons, notSeenSince, residentKnows, explanation, wishes, bestTime } = report;
  const visits = relation === 'planned-visitor';
  return {
    address: {
      ...(address.postcode && { postcode: spellPostcode(address.postcode) }),
      houseNumber: spellHouseNumber(address),
      ...(address.street && { street: address.street }),
      ...(address.town && { town: address.town }),
    },
    reasons: [...reasons],
    ...(notSeenSince && { notSeenSince }),
    ...(!visits && residentKnows !== undefined && { residentKnows }),
    ...((!visits || about === 'myself') && explanation && { explanation }),
    alreadyTried: visits ? [] : [...report.alreadyTried],
    wishes: [...wishes],
    ...(bestTime && { bestTime }),
    ...(!visits && { reporterKind: report.reporterKind }),
  };
}

function registersView(signal: Signal): Pick<SignalView, 'registers'> {
  const known = answerOf(signal);
  return known ? { registers: { at: apiTime(known.at), answer: known.answer } } : {};
}

/** What was tried. Of an earlier contact a visitor hears when it was; what the resident wanted and agreed to was not told to them. */
function doneView({ plan, attempts, contact, earlierContacts }: Signal, relation: Reader): Partial<SignalView> {
  return {
    ...(plan && { plan: { at: apiTime(plan.at), who: whoGoes(plan) } }),
    attempts: attempts.map(({ at, way, result }) => ({ at: apiTime(at), way, result })),
    ...(contact &&
      (relation === 'planned-visitor'
        ? { contactAt: apiTime(contact.at) }
        : {
            contact: contactView(contact),
            ...(earlierContacts && { earlierContacts: earlierContacts.map(contactView) }),
          })),
  };
}

/** The file as its owner keeps it. */
function ownersView(signal: Signal, { visitors, ofPartner, organisationOf }: People): Partial<SignalView> {
  const { report, status, held, triage, danger, contact, receivedAt, informed, followUps, closing, history, reporter } =
    signal;
  return {
    // Closing ends what may be known of the reporter, though they are kept a little longer, for the last mail to them.
    ...(reporter && status !== 'closed' && { reporter: reporterView(reporter, report.about) }),
    ...(held && { suspicions: [...held.suspicions] }),
    ...(triage && { triage: { ...triage, at: apiTime(triage.at), tested: [...triage.tested] } }),
    ...(danger && { danger: dangerView(danger) }),
    ...(contact && isToBeInformed(signal) && { informBefore: apiTime(plusElapsed(receivedAt, ANSWER_SECONDS)) }),
    ...(informed && { informed: { at: apiTime(informed.at), how: informed.how } }),
    followUps: followUps.map(({ at, helpStarted }) => ({ at: apiTime(at), helpStarted })),
    ...(closing && { closing: { at: apiTime(closing.at), outcome: closing.outcome } }),
    history: history.map(({ at, what, by }) => {
      const organisation = by && organisationOf(by.memberId);
      return { at: apiTime(at), what, ...(by && { by: by.name }), ...(organisation && { organisation }) };
    }),
    ...mailsView(signal, ofPartner),
    visitors: visitors.map(({ id, name }) => ({ id, name })),
  };
}

const contactView = ({ at, wishes, referrals, ...contact }: Contact): NonNullable<SignalView['contact']> => ({
  ...contact,
  at: apiTime(at),
  wishes: [...wishes],
  referrals: [...referrals],
});

const dangerView = ({ at, handled }: Danger): NonNullable<SignalView['danger']> => ({
  at: apiTime(at),
  ...(handled && { handled: { at: apiTime(handled.at), how: handled.how } }),
});

/** Who reports about themselves asks to be contacted; anybody else says so. */
function reporterView(
  { name, email, phone, mayBeContacted, mayBeNamed }: Reporter,
  about: Report['about'],
): NonNullable<SignalView['reporter']> {
  const reachable = mayBeContacted || about === 'myself';
  return {
    ...(name && { name }),
    ...(reachable && email && { email }),
    ...(reachable && phone && { phone }),
    mayBeContacted: reachable,
    mayBeNamed,
  };
}

const askedView = ({
  at,
  before,
  answered,
  toldTo,
  ...asked
}: ResidentRequest): NonNullable<SignalView['asked']>[number] => ({
  ...asked,
  at: apiTime(at),
  before: apiTime(before),
  ...(toldTo && { toldTo: toldTo.name }),
  ...(answered && { answered: { at: apiTime(answered.at), how: answered.how } }),
});

const whoGoes = ({ by }: Plan): string => ('volunteer' in by ? by.volunteer : by.name);

/** `Dorpsstraat 12 A, 3034 AB`: as much of an address as was told. */
function addressLine({ address }: Report): string {
  const { postcode, street, town } = address;
  const number = spellHouseNumber(address);
  return [
    street ? `${street} ${number}` : undefined,
    postcode ? `${spellPostcode(postcode)}${street ? '' : ` ${number}`}` : undefined,
    town,
  ]
    .filter(Boolean)
    .join(', ');
}
