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
  plan: { from: ['following-up'], to: ['following-up'], by: ['owner', 'coordinator'] },
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
  'plan',
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

/** What a partner that had the signal may know of it: who has it now, and whether they took it over. */
export type HandedOver = { readonly kind: 'handed-over'; readonly owner: PartnerId; readonly takenOver: boolean };
export const handedOver = (signal: Signal): HandedOver => ({
  kind: 'handed-over',
  owner: ownerOf(signal) ?? DESK,
  takenOver: wasTakenOver(signal),
});

/** Why an act is refused. `stranger` is told nothing at all; a former owner only where the signal went. */
export type Refusal =
  | { readonly kind: 'not-found' }
  | HandedOver
  | { readonly kind: 'not-allowed' }
  | {
      readonly kind: 'not-now';
      readonly status: Status;
      readonly because: 'status' | 'held' | 'not-held' | 'choice-of-coordinator';
    };

/** What a coordinator chooses from after three failed attempts: again, by letter, another owner, or the end. */
const CHOICES: ReadonlySet<Act> = new Set(['plan', 'attempt', 'hand-over', 'close']);

/** Three attempts failed, and it is for the coordinator to say what is next. */
export const isCoordinatorsChoice = ({ step }: Pick<Signal, 'step'>): boolean => step?.name === 'choice';

/** Whether somebody with this relation may act now. Undefined when nothing stands in the way. */
export function refusalOf(act: Act, relation: Relation, signal: Signal): Refusal | undefined {
  const { from, by }: Transition = TRANSITIONS[act];
  if (relation === 'stranger') return { kind: 'not-found' };
  if (relation === 'former-owner') return handedOver(signal);
  if (!by.includes(relation)) return { kind: 'not-allowed' };
  if (act === 'attempt' && relation === 'coordinator' && !isCoordinatorsChoice(signal)) return { kind: 'not-allowed' };
  if (!from.includes(signal.status)) return { kind: 'not-now', status: signal.status, because: 'status' };
  if (act === 'release' || act === 'dismiss') {
    return signal.held ? undefined : { kind: 'not-now', status: signal.status, because: 'not-held' };
  }
  if (act === 'all-clear')
    return isInDanger(signal) ? undefined : { kind: 'not-now', status: signal.status, because: 'status' };
  if (act === 'answer')
    return openRequests(signal).length > 0 ? undefined : { kind: 'not-now', status: signal.status, because: 'status' };
  if ((act === 'triage' || act === 'hand-over') && signal.held)
    return { kind: 'not-now', status: signal.status, because: 'held' };
  if (CHOICES.has(act) && isCoordinatorsChoice(signal) && relation !== 'coordinator') {
    return { kind: 'not-now', status: signal.status, because: 'choice-of-coordinator' };
  }
  if (act === 'consent' && !maySayOtherwise(signal))
    return { kind: 'not-now', status: signal.status, because: 'status' };
  if (act === 'inform' && !isToBeInformed(signal)) return { kind: 'not-now', status: signal.status, because: 'status' };
  return undefined;
}

/** A resident who was asked may say so later, or change their mind; a refusal is not asked about again. */
const maySayOtherwise = ({ contact }: Signal): boolean =>
  contact?.consent === 'keep' || contact?.consent === 'undecided';

/** What somebody with this relation can do with this signal now. */
export const possibleActs = (relation: Relation, signal: Signal): Act[] =>
  ACTS.filter((act) => !refusalOf(act, relation, signal));
