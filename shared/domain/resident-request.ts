import type { MemberId, SignalId } from './ids.ts';
import type { Signal } from './signal.ts';
import { type EpochSeconds, latest, plusElapsed } from './time.ts';
import type { REQUEST_ANSWERS, REQUEST_WISHES } from './words.ts';

const DAY = 86_400;
/** A month at its shortest (AVG art. 12(3)). */
export const ANSWER_SECONDS = 28 * DAY;
/** How long before its end a request that nobody answered is told of again. */
const REMIND_SECONDS = 7 * DAY;

/** As it came in, before anybody knows whose it is. `letterHash`: SHA-256 of the code of the letter, hex. */
export type IncomingRequest = {
  /** Random: its key until it is filed. */
  readonly id: SignalId;
  readonly letterHash: string;
  readonly at: EpochSeconds;
  readonly wish: (typeof REQUEST_WISHES)[number];
  /** How they want to be answered. */
  readonly contact?: string;
};

/** Now that it is known whose it is. */
export type KnownRequest = Omit<IncomingRequest, 'letterHash'> & {
  /** Who was told so while they came for another signal at the address. Absent: it came with the code of the letter. */
  readonly toldTo?: { readonly memberId: MemberId; readonly name: string };
};

/** What a resident asks, with the signal that it is about. Goes with the signal. */
export type ResidentRequest = KnownRequest & {
  /** The law asks for an answer before. */
  readonly before: EpochSeconds;
  readonly answered?: { readonly at: EpochSeconds; readonly how: (typeof REQUEST_ANSWERS)[number] };
};

export const openRequests = ({ requests = [] }: Pick<Signal, 'requests'>): readonly ResidentRequest[] =>
  requests.filter(({ answered }) => !answered);

/** Nobody is sent to a door behind which somebody asked to be left alone (AVG art. 18(1)(d)). */
export const asksToBeLeftAlone = (signal: Pick<Signal, 'requests'>): boolean =>
  openRequests(signal).some(({ wish }) => wish === 'object' || wish === 'erase');

export const remindOfRequestAt = ({ before }: ResidentRequest): EpochSeconds => plusElapsed(before, -REMIND_SECONDS);

/**
 * With the request among those of the signal. Undefined when it is there already. Asking for the same again is asking once, but how they can be
 * reached may be new. Who asks for a copy gets one: what was to be erased sooner stays until the answer is due. Any other wish is met by the
 * erasure.
 */
export function requested(signal: Signal, incoming: KnownRequest): Signal | undefined {
  const { requests = [], expiresAt } = signal;
  if (requests.some(({ id }) => id === incoming.id)) return undefined;
  const same = requests.find(({ wish, answered }) => wish === incoming.wish && !answered);
  if (same) return reachedOtherwise(signal, same, incoming);
  const before = plusElapsed(incoming.at, ANSWER_SECONDS);
  return {
    ...signal,
    requests: [...requests, { ...incoming, before }],
    ...(expiresAt !== undefined && incoming.wish === 'copy' && { expiresAt: latest(expiresAt, before) }),
    history: [...signal.history, { at: incoming.at, what: 'request' }],
  };
}

/** Who mistyped their number asks again. */
function reachedOtherwise(signal: Signal, same: ResidentRequest, { at, contact }: KnownRequest): Signal | undefined {
  if (contact === undefined || contact === same.contact) return undefined;
  return {
    ...signal,
    requests: signal.requests?.map((one) => (one.id === same.id ? { ...one, contact } : one)) ?? [],
    history: [...signal.history, { at, what: 'request' }],
  };
}

export const answered = (
  { requests = [] }: Signal,
  id: string,
  answer: NonNullable<ResidentRequest['answered']>,
): readonly ResidentRequest[] =>
  requests.map((request) => (request.id === id ? { ...request, answered: answer } : request));

/** A copy that was asked for and not given keeps a signal that nobody closes until the answer is due. */
export const keptForCopy = (signal: Pick<Signal, 'requests'>): readonly EpochSeconds[] =>
  openRequests(signal).flatMap(({ wish, before }) => (wish === 'copy' ? [before] : []));
