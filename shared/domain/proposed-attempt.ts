import { instantAt, localTime } from './amsterdam.ts';
import type { Attempt, Report } from './signal.ts';
import { type EpochSeconds, plusElapsed } from './time.ts';

/** What is sensible to try after a contact that failed: another moment, or another way. */
export type ProposedAttempt =
  | { readonly way: 'visit'; readonly at: EpochSeconds }
  | { readonly way: 'phone' | 'letter' };

type Known = {
  readonly attempts: readonly Pick<Attempt, 'at' | 'way'>[];
  /** By when the next attempt is due. */
  readonly before: EpochSeconds;
  readonly bestTime?: Report['bestTime'] | undefined;
  /** Whether anybody knows the number of the resident: only of who asked for a contact themselves. */
  readonly hasPhone: boolean;
};

/** Whoever did not open twice is not helped by a third ring at the same door. */
const VISITS_BEFORE_ANOTHER_WAY = 2;
/** Hours at which a visit is welcome, in minutes after midnight. */
const HOURS = [10 * 60, 14 * 60, 19 * 60];
const NOON = 12 * 60;
const EVENING = 17 * 60;
const SUNDAY = 7;
/** Somebody has to get there. */
const AHEAD_SECONDS = 3_600;
const DAY_SECONDS = 86_400;
const MOST_DAYS = 14;

/** Undefined while nothing was tried, and where no welcome hour is left before the deadline. */
export function proposedAttempt(known: Known, now: EpochSeconds): ProposedAttempt | undefined {
  const { attempts, hasPhone } = known;
  if (attempts.length === 0) return undefined;
  const tried = (way: Attempt['way']): number => attempts.filter((one) => one.way === way).length;
  if (tried('visit') >= VISITS_BEFORE_ANOTHER_WAY) {
    if (hasPhone && tried('phone') === 0) return { way: 'phone' };
    if (tried('letter') === 0) return { way: 'letter' };
  }
  const at = bestMoment(known, now);
  return at === undefined ? undefined : { way: 'visit', at };
}

/** The moment that the resident asked for; then another part of the day than before, else another weekday; then the earliest. */
function bestMoment({ attempts, before, bestTime }: Known, now: EpochSeconds): EpochSeconds | undefined {
  const earlier = attempts.map(({ at }) => localTime(at));
  const worth = (at: EpochSeconds): number => {
    const { minute, weekday } = localTime(at);
    const asked = bestTime !== undefined && bestTime !== 'any' && partOf(minute) === bestTime;
    const otherPart = earlier.every((one) => isEvening(one.minute) !== isEvening(minute));
    const otherDay = earlier.every((one) => one.weekday !== weekday);
    return (asked ? 3 : 0) + (otherPart ? 2 : otherDay ? 1 : 0);
  };
  const [first, ...others] = moments(now, before);
  if (first === undefined) return undefined;
  return others.reduce((best, at) => (worth(at) > worth(best) ? at : best), first);
}

function moments(now: EpochSeconds, before: EpochSeconds): EpochSeconds[] {
  const days = Array.from({ length: MOST_DAYS }, (_, plus) => localTime(plusElapsed(now, plus * DAY_SECONDS)));
  return days
    .filter(({ weekday }) => weekday !== SUNDAY)
    .flatMap(({ year, month, day }) => HOURS.map((minute) => instantAt(year, month, day, minute)))
    .filter((at) => at >= now + AHEAD_SECONDS && at <= before);
}

const isEvening = (minute: number): boolean => minute >= EVENING;
function partOf(minute: number): 'morning' | 'afternoon' | 'evening' {
  if (isEvening(minute)) return 'evening';
  return minute < NOON ? 'morning' : 'afternoon';
}
