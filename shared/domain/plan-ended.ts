import type { MemberId } from './ids.ts';
import type { PlanEnded, Signal } from './signal.ts';
import type { EpochSeconds } from './time.ts';

/** Who is to go, when it is somebody with an account. */
export const visitorOf = ({ plan }: Pick<Signal, 'plan'>): MemberId | undefined =>
  plan && 'memberId' in plan.by ? plan.by.memberId : undefined;

/** Nobody goes any more. Of a volunteer without an account nobody can be told. */
export function planEnded(signal: Signal, why: PlanEnded['why'], at: EpochSeconds): Signal {
  const { plan: _off, ...rest } = signal;
  const memberId = visitorOf(signal);
  if (!memberId) return rest;
  return { ...rest, planEnded: { number: (signal.planEnded?.number ?? 0) + 1, at, memberId, why } };
}
