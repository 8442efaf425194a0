import type { Relation } from './access.ts';
import { isInDanger } from './danger.ts';
import { DESK, type PartnerId } from './ids.ts';
import { openRequests } from './resident-request.ts';
import { isToBeInformed, ownerOf, type Signal, type Status, wasTakenOver } from './signal.ts';

/** `erased` is where a signal goes when it stops being one: its place is taken by an erasure record. */
type Transition = {
  readonly from: readonly Status[];
  readonly to: readonly (Status | 'erased')[];
  readonly by: readonly (Relation | 'system')[];
};

/**
 * The life of a signal: who may do what, when, and where it leads. The picture in `docs/life.md` is drawn from this table.
 * `hand-over`, `take-over`, `plan` and the like that lead to where they came from keep the status.
 */
export const TRANSITIONS = {
  assign: { from: ['received'], to: ['assigned'], by: ['system'] },
  'check-registers': { from: ['assigned'], to: ['assigned', 'closed'], by: ['system'] },
  // A visitor or a partner left the directory: the plan goes, or the signal to the desk.
  'free-plan': { from: ['following-up'], to: ['following-up'], by: ['system'] },
  'pass-to-desk': {
    from: ['assigned', 'following-up', 'in-contact', 'closed'],
    to: ['assigned', 'following-up', 'in-contact', 'closed'],
    by: ['system'],
  },
  // What a resident asks is filed, whoever was told.
  request: {
    from: ['received', 'assigned', 'following-up', 'in-contact', 'closed'],
    to: ['received', 'assigned', 'following-up', 'in-contact', 'closed'],
    by: ['system'],
  },
  release: { from: ['assigned'], to: ['received'], by: ['owner'] },
  dismiss: { from: ['assigned'], to: ['closed'], by: ['owner'] },
  triage: { from: ['assigned'], to: ['following-up', 'closed'], by: ['owner'] },
  'hand-over': {
    from: ['assigned', 'following-up', 'in-contact'],
    to: ['assigned', 'following-up', 'in-contact'],
    by: ['owner', 'coordinator'],
  },
  'take-over': {
    from: ['assigned', 'following-up', 'in-contact'],
    to: ['assigned', 'following-up', 'in-contact'],
    by: ['backup'],
  },
  // By a backup that was asked to step in.
  decline: {
    from: ['assigned', 'following-up', 'in-contact'],
    to: ['assigned', 'following-up', 'in-contact'],
    by: ['backup'],
  },
  plan: { from: ['following-up'], to: ['following-up'], by: ['owner', 'coordinator'] },
  'cannot-go': { from: ['following-up'], to: ['following-up'], by: ['planned-visitor'] },
  // Of the coordinator: the letter that is left to choose after three failed attempts.
  attempt: { from: ['following-up'], to: ['following-up'], by: ['owner', 'planned-visitor', 'coordinator'] },
  contact: { from: ['following-up'], to: ['in-contact', 'closed', 'erased'], by: ['owner', 'planned-visitor'] },
  alarm: {
    from: ['assigned', 'following-up', 'in-contact'],
    to: ['assigned', 'following-up', 'in-contact'],
    by: ['owner', 'planned-visitor'],
  },
  'all-clear': {
    from: ['received', 'assigned', 'following-up', 'in-contact', 'closed'],
    to: ['received', 'assigned', 'following-up', 'in-contact', 'closed'],
    by: ['owner', 'coordinator'],
  },
  consent: { from: ['in-contact', 'closed'], to: ['in-contact', 'closed'], by: ['owner'] },
  inform: {
    from: ['following-up', 'in-contact', 'closed'],
    to: ['following-up', 'in-contact', 'closed'],
    by: ['owner'],
  },
  'follow-up': { from: ['in-contact'], to: ['in-contact'], by: ['owner'] },
  close: { from: ['following-up', 'in-contact'], to: ['closed'], by: ['owner', 'coordinator'] },
  reopen: { from: ['closed'], to: ['following-up'], by: ['owner', 'coordinator'] },
  answer: {
    from: ['received', 'assigned', 'following-up', 'in-contact', 'closed'],
    to: ['received', 'assigned', 'following-up', 'in-contact', 'closed'],
    by: ['coordinator'],
  },
  erase: {
    from: ['received', 'assigned', 'following-up', 'in-contact', 'closed'],
    to: ['erased'],
    by: ['owner', 'planned-visitor', 'coordinator'],
  },
  expire: { from: ['received', 'assigned', 'following-up', 'in-contact', 'closed'], to: ['erased'], by: ['system'] },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof TRANSITIONS;
type NotBySystemAlone = {
  [Name in TransitionName]: (typeof TRANSITIONS)[Name]['by'][number] extends 'system' ? never : Name;
}[TransitionName];

/** What a person may do: every transition that is not the system's alone, in the order in which acts are offered. */
export const ACTS = [
  'release',
  'dismiss',
  'triage',
  'hand-over',
  'take-over',
  'decline',
  'plan',
  'cannot-go',
  'attempt',
  'contact',
  'alarm',
  'all-clear',
  'consent',
  'inform',
  'follow-up',
  'close',
  'reopen',
  'answer',
  'erase',
] as const satisfies readonly NotBySystemAlone[];
/** Does not compile while one of `All` is not listed. */
type AllListed<Listed, All extends Listed> = All;
export type Act = AllListed<(typeof ACTS)[number], NotBySystemAlone>;

/** What a line of a signal's history can say: every transition but the one after which there is no history. */
export const HISTORY_EVENTS = [
  'submit',
  'assign',
  'check-registers',
  'free-plan',
  'pass-to-desk',
  'request',
  ...ACTS,
] as const satisfies readonly ('submit' | TransitionName)[];
export type HistoryEvent = AllListed<(typeof HISTORY_EVENTS)[number], 'submit' | Exclude<TransitionName, 'expire'>>;

/** What a partner that had the signal may know of it: who has it now, and whether they took it over. */
export type HandedOver = { readonly kind: 'handed-over'; readonly owner: PartnerId; readonly takenOver: boolean };
export const handedOver = (signal: Signal): HandedOver => ({
  kind: 'handed-over',
  owner: ownerOf(signal) ?? DESK,
  takenOver: wasTakenOver(signal),
});

/** Why an act that is somebody's to do cannot be done now. */
type Because = 'status' | 'held' | 'not-held' | 'choice-of-coordinator';

/** Why an act is refused. `stranger` is told nothing at all; a former owner only where the signal went. */
export type Refusal =
  | { readonly kind: 'not-found' }
  | HandedOver
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'not-now'; readonly status: Status; readonly because: Because };

/** Three attempts failed, and it is for the coordinator to say what is next. */
export const isCoordinatorsChoice = ({ step }: Pick<Signal, 'step'>): boolean => step?.name === 'choice';

/** What an act asks of the signal, beside its status. Undefined when that is so. */
type Condition = (signal: Signal, relation: Relation) => Because | undefined;

const onlyWhileHeld: Condition = ({ held }) => (held ? undefined : 'not-held');
const notWhileHeld: Condition = ({ held }) => (held ? 'held' : undefined);
/** After three failed attempts the coordinator chooses: again, by letter, another owner, or the end. */
const notTheChoiceOfAnother: Condition = (signal, relation) =>
  isCoordinatorsChoice(signal) && relation !== 'coordinator' ? 'choice-of-coordinator' : undefined;
const onlyWhen =
  (holds: (signal: Signal) => boolean): Condition =>
  (signal) =>
    holds(signal) ? undefined : 'status';

/** A resident who was asked may say so later, or change their mind; a refusal is not asked about again. */
const maySayOtherwise = ({ contact }: Signal): boolean =>
  contact?.consent === 'keep' || contact?.consent === 'undecided';

/** What ended because the resident objected stays ended (AVG art. 21). */
const hasNotObjected = ({ closing }: Signal): boolean => closing?.outcome !== 'objected';

/** What rides on top of the table. The first that does not hold is why. Told in words in `docs/draw-life.ts`. */
const CONDITIONS: Readonly<Partial<Record<Act, readonly Condition[]>>> = {
  release: [onlyWhileHeld],
  dismiss: [onlyWhileHeld],
  triage: [notWhileHeld],
  // Whoever practises does so themselves.
  'hand-over': [onlyWhen(({ practice }) => !practice), notWhileHeld, notTheChoiceOfAnother],
  plan: [notTheChoiceOfAnother],
  attempt: [notTheChoiceOfAnother],
  close: [notTheChoiceOfAnother],
  'all-clear': [onlyWhen(isInDanger)],
  consent: [onlyWhen(hasNotObjected), onlyWhen(maySayOtherwise)],
  reopen: [onlyWhen(hasNotObjected)],
  inform: [onlyWhen(isToBeInformed)],
  answer: [onlyWhen((signal) => openRequests(signal).length > 0)],
};

/** Whether an act is theirs by the table. A coordinator records an attempt only where the choice what comes next is theirs. */
function isTheirs(act: Act, relation: Relation, signal: Signal): boolean {
  const { by }: Transition = TRANSITIONS[act];
  if (act === 'attempt' && relation === 'coordinator') return isCoordinatorsChoice(signal);
  return by.includes(relation);
}

/** Whether somebody with this relation may act now. Undefined when nothing stands in the way. */
export function refusalOf(act: Act, relation: Relation, signal: Signal): Refusal | undefined {
  const { from }: Transition = TRANSITIONS[act];
  const { status } = signal;
  if (relation === 'stranger') return { kind: 'not-found' };
  if (relation === 'former-owner') return handedOver(signal);
  if (!isTheirs(act, relation, signal)) return { kind: 'not-allowed' };
  if (!from.includes(status)) return { kind: 'not-now', status, because: 'status' };
  for (const condition of CONDITIONS[act] ?? []) {
    const because = condition(signal, relation);
    if (because) return { kind: 'not-now', status, because };
  }
  return undefined;
}

/** What somebody with this relation can do with this signal now. */
export const possibleActs = (relation: Relation, signal: Signal): Act[] =>
  ACTS.filter((act) => !refusalOf(act, relation, signal));
