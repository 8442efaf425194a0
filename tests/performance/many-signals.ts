import { rowOfAuditLine } from '#shared/adapters/dynamo/audit-row.ts';
import { putOf, writeAll } from '#shared/adapters/dynamo/batch.ts';
import { rowOfSignal } from '#shared/adapters/dynamo/signal-row.ts';
import { DESK, memberId, neighbourhoodId, partnerId, type SignalId } from '#shared/domain/ids.ts';
import type { Signal } from '#shared/domain/signal.ts';
import { plusElapsed } from '#shared/domain/time.ts';
import { aFactId, anAssignedSignal, aReport, aSignalId, DAY, HOUR, NOW } from '#shared/testing/builders.ts';

/** Made-up signals, of which a tenth or so is of each kind that has a list of its own. The busiest partner has half of them. */
export const BUSIEST = partnerId('partner-0');
export const PARTNERS = Array.from({ length: 30 }, (_, number) => partnerId(`partner-${number}`));
export const BUSIEST_NEIGHBOURHOOD = neighbourhoodId('wijk-0');
export const VISITOR = memberId('visitor-0');
export const READER = memberId('reader-0');
export const MONTH = '2026-03';
/** A quarter past eleven hours before midnight in Amsterdam. */
export const LOOKED_AT = plusElapsed(NOW, HOUR);

/** As many as these are due, planned for the visitor, at the address and offered to the busiest partner, whatever the size. */
const DUE = 400;
const OWN_VISITS = 20;
const AT_ADDRESS = 10;
const OFFERED = 15;
const HOT_HASH = 'f'.repeat(64);

const AT_ONCE = 6;
const BATCH = 25;

const step = (before: number) => ({
  name: 'triage' as const,
  number: 1,
  startedAt: NOW,
  remindAt: NOW,
  before: plusElapsed(NOW, before),
});
const plain = anAssignedSignal({ step: step(20 * HOUR) });
const { step: _over, ...withoutStep } = plain;
const request = { id: aSignalId(), at: NOW, wish: 'copy', before: plusElapsed(NOW, DAY) } as const;

const late = { ...plain, step: step(-6 * HOUR) };
const today = { ...plain, step: step(4 * HOUR) };
const first = { ...plain, report: aReport({ sooner: true }) };
const unheard: Signal = { ...plain, mails: { 'notify-1-owner-first': { state: 'failed', at: NOW } } };
const closed: Signal = {
  ...withoutStep,
  status: 'closed',
  closing: { at: NOW, outcome: 'moved' },
  expiresAt: plusElapsed(NOW, 20 * DAY),
};

/**
 * Sixteen kinds, in turn: each often enough that a thousand fill a page of every list, since a page that is not full is no slower for
 * standing in a larger table.
 */
const PLANNED = 0;
const ESCALATED = 1;
const KINDS: readonly Signal[] = [
  { ...plain, status: 'following-up' },
  plain,
  { ...plain, step: { ...step(20 * HOUR), name: 'choice' } },
  { ...plain, held: { since: NOW, suspicions: ['too-fast'] } },
  { ...plain, requests: [request] },
  ...[late, today, first, unheard, closed].flatMap((kind) => [kind, kind]),
  plain,
];

/** Kinds go round within each owner, so that every owner has some of each. */
export function signalNumber(number: number): Signal {
  const round = number >> 1;
  const kind = KINDS[round % KINDS.length] ?? plain;
  const owner = number % 2 === 0 ? BUSIEST : (PARTNERS[1 + (round % (PARTNERS.length - 1))] ?? DESK);
  const offset = number % (8 * HOUR);
  const id = aSignalId(number);
  const ofVisitor = owner === BUSIEST && number < 2 * KINDS.length * OWN_VISITS;
  return {
    ...kind,
    id,
    factId: aFactId(id),
    addressHash: number < AT_ADDRESS ? HOT_HASH : hex(number),
    letterHash: hex(number + 1),
    ...(kind.step && { step: { ...kind.step, before: plusElapsed(kind.step.before, offset >> 3) } }),
    ...(kind.requests && { requests: [{ ...request, before: plusElapsed(request.before, number) }] }),
    ...(kind.expiresAt && { expiresAt: plusElapsed(kind.expiresAt, offset) }),
    ...(round % KINDS.length === PLANNED && {
      plan: {
        at: plusElapsed(NOW, 3 * HOUR + (offset >> 1)),
        by: { memberId: ofVisitor ? VISITOR : memberId(`visitor-${1 + (number % 500)}`), name: 'Iemand' },
      },
    }),
    assignment: {
      number: 1,
      ownerId: owner,
      neighbourhoodId: owner === BUSIEST ? BUSIEST_NEIGHBOURHOOD : neighbourhoodId(`wijk-${1 + (round % 19)}`),
      since: NOW,
      formerOwners: [],
      ...(round % KINDS.length === ESCALATED &&
        owner !== BUSIEST && {
          backup: {
            partnerId: number < 2 * KINDS.length * OFFERED ? BUSIEST : (PARTNERS[1 + (number % 29)] ?? DESK),
            invitedAt: NOW,
          },
        }),
    },
    nextAt: plusElapsed(LOOKED_AT, number < DUE ? -number : DAY + (number % (20 * DAY))),
  };
}

/** The signal whose log is read, and that many lines of it and of the reader in every table. */
export const READ_SIGNAL: SignalId = aSignalId(0);

/** One line for each signal; a sixteenth of them is of one member and one month, and sixty are of one signal. */
const auditLineNumber = (number: number) =>
  rowOfAuditLine({
    signalId: number % 16 === 3 && number < 16 * 60 ? READ_SIGNAL : aSignalId(number),
    at: plusElapsed(NOW, number % DAY),
    event: 'read',
    by: number % 16 === 0 ? READER : memberId(`reader-${1 + (number % 500)}`),
    removeAt: plusElapsed(NOW, 365 * DAY),
  });

const hex = (number: number): string => (number * 2_654_435_761).toString(16).padStart(64, '0');

type Batch = Parameters<typeof writeAll>[2];

/** `size` signals and as many lines of the log; several batches at once. */
export async function fill(
  db: Parameters<typeof writeAll>[0],
  tables: { readonly signals: string; readonly audit: string },
  size: number,
): Promise<void> {
  await inBatches(
    size,
    (number) => putOf(rowOfSignal(signalNumber(number))),
    (rows) => writeAll(db, tables.signals, rows),
  );
  await inBatches(
    size,
    (number) => putOf(auditLineNumber(number)),
    (rows) => writeAll(db, tables.audit, rows),
  );
}

async function inBatches(
  size: number,
  rowOf: (number: number) => Batch[number],
  write: (rows: Batch) => Promise<void>,
): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < size) {
      const from = next;
      next = Math.min(size, from + BATCH);
      await write(Array.from({ length: next - from }, (_, offset) => rowOf(from + offset)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
