import * as z from 'zod';
import type { OfficeHours, Rules } from '#shared/domain/settings.ts';
import { parseDuration, type Seconds } from '#shared/domain/time.ts';
import { choice, duration, fields, list, text, timeOfDay } from './config-fields.ts';

/** A constant of this file, so a mistake in it is ours and not the municipality's. */
const iso = (written: string): Seconds => {
  const parsed = parseDuration(written);
  if (parsed === undefined) throw new Error(`Not a duration: ${written}`);
  return parsed;
};

/** A working day has eight working hours, so 24 and 48 hours become one and two working days. */
const TRIAGE_AND_VISIT = {
  elapsed: { triage: iso('PT24H'), visitPreferred: iso('PT24H'), visit: iso('PT48H') },
  'working-hours': { triage: iso('PT8H'), visitPreferred: iso('PT8H'), visit: iso('PT16H') },
} as const;

const OFFICE_HOURS = { weekdays: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', publicHolidays: 'closed' } as const;

const lasting = (standard: string) => duration.default(iso(standard));

const WEEKDAYS = 'one to seven weekdays, each once, Monday 1 to Sunday 7';

const officeHours = fields({
  weekdays: list(z.int({ error: WEEKDAYS }).min(1, WEEKDAYS).max(7, WEEKDAYS), 1, 7, WEEKDAYS)
    .refine((days) => new Set(days).size === days.length, WEEKDAYS)
    .default([...OFFICE_HOURS.weekdays]),
  from: timeOfDay.prefault(OFFICE_HOURS.from),
  until: timeOfDay.prefault(OFFICE_HOURS.until),
  publicHolidays: choice('closed', 'open').default(OFFICE_HOURS.publicHolidays),
})
  .transform(({ from, until, ...days }): OfficeHours => ({ ...days, fromMinute: from, untilMinute: until }))
  .refine(({ fromMinute, untilMinute }) => fromMinute < untilMinute, { path: ['until'], error: 'a time after "from"' });

const durations = fields({
  triage: duration.optional(),
  visitPreferred: duration.optional(),
  visit: duration.optional(),
  nextAttempt: lasting('PT16H'),
  held: lasting('PT4H'),
  followUp: lasting('P14D'),
  delivery: lasting('PT15M'),
  inform: lasting('P21D'),
});

const retention = fields({
  noFollowUp: lasting('P14D'),
  notReached: lasting('P28D'),
  withoutConsent: lasting('PT0S'),
  undecided: lasting('P14D'),
  consent: lasting('P180D'),
  hardCap: lasting('P90D'),
  warning: lasting('P7D'),
  erasureRecord: lasting('P35D'),
  erasureProof: lasting('P365D'),
  audit: lasting('P365D'),
});

type Comparison = readonly [
  shorter: string,
  longer: string,
  read: (rules: Rules) => readonly [Seconds, Seconds],
  why: string,
];

/** What would make no sense together: the first may not be longer than the second. */
const COMPARISONS: readonly Comparison[] = [
  [
    'durations.triage',
    'durations.visit',
    (r) => [r.durations.triage, r.durations.visit],
    'the visit follows from the triage',
  ],
  [
    'durations.visitPreferred',
    'durations.visit',
    (r) => [r.durations.visitPreferred, r.durations.visit],
    'the preferred moment lies before the latest',
  ],
  [
    'durations.delivery',
    'durations.triage',
    (r) => [r.durations.delivery, r.durations.triage],
    'a lost mail must be noticed while there is time to act',
  ],
  [
    'durations.inform',
    'retention.hardCap',
    (r) => [r.durations.inform, r.retention.hardCap],
    'the warning must come while the signal exists',
  ],
  [
    'retention.withoutConsent',
    'retention.undecided',
    (r) => [r.retention.withoutConsent, r.retention.undecided],
    'who did not consent is forgotten first',
  ],
  [
    'retention.undecided',
    'retention.consent',
    (r) => [r.retention.undecided, r.retention.consent],
    'who is undecided is forgotten before who consented',
  ],
];

/** AVG art. 14(3)(a): the resident is told within a month, and the shortest month has 28 days. */
const LONGEST_UNTIL_INFORM = iso('P28D');

/** When things are due and how long they may stay. `version` and `clock` have no default: they are the municipality's decision. */
export const rules = fields({
  version: text('a name for this set of rules, such as "2026-11"; change it whenever a rule changes'),
  clock: choice('elapsed', 'working-hours'),
  officeHours: officeHours.prefault({}),
  durations: durations.prefault({}),
  retention: retention.prefault({}),
})
  .transform(
    (given): Rules => ({
      ...given,
      durations: {
        ...given.durations,
        triage: given.durations.triage ?? TRIAGE_AND_VISIT[given.clock].triage,
        visitPreferred: given.durations.visitPreferred ?? TRIAGE_AND_VISIT[given.clock].visitPreferred,
        visit: given.durations.visit ?? TRIAGE_AND_VISIT[given.clock].visit,
      },
    }),
  )
  .superRefine((chosen, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: path.split('.'), message });

    for (const [shorter, longer, read, why] of COMPARISONS) {
      const [short, long] = read(chosen);
      if (short > long) refuse(shorter, `at most ${longer}: ${why}`);
    }
    if (chosen.retention.warning >= chosen.retention.hardCap) {
      refuse('retention.warning', 'less than retention.hardCap: the warning comes before the end');
    }
    if (chosen.durations.inform > LONGEST_UNTIL_INFORM) {
      refuse('durations.inform', 'at most "P28D": the resident is informed within a month (AVG art. 14)');
    }
    for (const [name, length] of Object.entries(chosen.durations)) {
      if (length === 0) refuse(`durations.${name}`, 'longer than nothing');
    }
  });
