import * as z from 'zod';
import type { OfficeHours, Rules } from '#shared/domain/settings.ts';
import { parseDuration, type Seconds, seconds } from '#shared/domain/time.ts';
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
    'durations.visit',
    'retention.hardCap',
    (r) => [r.clock === 'elapsed' ? r.durations.visit : onTheCalendar(r, r.durations.visit), r.retention.hardCap],
    'somebody must be able to visit while the signal exists',
  ],
  [
    'durations.nextAttempt',
    'retention.hardCap',
    (r) => [onTheCalendar(r, r.durations.nextAttempt), r.retention.hardCap],
    'the next attempt must come while the signal exists (it counts working time)',
  ],
  [
    'durations.held',
    'retention.hardCap',
    (r) => [onTheCalendar(r, r.durations.held), r.retention.hardCap],
    'the desk must be able to look while the signal exists (it counts working time)',
  ],
  [
    'durations.followUp',
    'retention.consent',
    (r) => [r.durations.followUp, r.retention.consent],
    'whether help has started is asked while the signal exists',
  ],
  [
    'durations.followUp',
    'retention.hardCap',
    (r) => [r.durations.followUp, r.retention.hardCap],
    'whether help has started is asked while the signal exists',
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
  [
    'retention.erasureRecord',
    'retention.erasureProof',
    (r) => [r.retention.erasureRecord, r.retention.erasureProof],
    'who was erased can show it for as long as a restore could undo it',
  ],
  [
    'retention.consent',
    'retention.audit',
    (r) => [r.retention.consent, r.retention.audit],
    'who read a signal is known for as long as it exists',
  ],
  [
    'retention.hardCap',
    'retention.audit',
    (r) => [r.retention.hardCap, r.retention.audit],
    'who read a signal is known for as long as it exists',
  ],
];

const WEEK = iso('P7D');
/** How long working time takes on the calendar, when no holiday comes in between. */
const onTheCalendar = ({ officeHours }: Rules, working: Seconds): Seconds => {
  const { weekdays, fromMinute, untilMinute } = officeHours;
  return seconds((working * WEEK) / (weekdays.length * (untilMinute - fromMinute) * 60));
};

/** An id and a day are no person, but what says that somebody was erased goes too; and the books ask for each of its days every night. */
const LONGEST_ERASURE_RECORD = iso('P365D');

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
    for (const end of ['hardCap', 'consent'] as const) {
      if (chosen.retention.warning >= chosen.retention[end])
        refuse('retention.warning', `less than retention.${end}: the warning comes before the end`);
    }
    if (chosen.retention.erasureRecord > LONGEST_ERASURE_RECORD) {
      refuse('retention.erasureRecord', 'at most "P365D": the books look at every day of it, every night');
    }
    if (chosen.durations.inform > LONGEST_UNTIL_INFORM) {
      refuse('durations.inform', 'at most "P28D": the resident is informed within a month (AVG art. 14)');
    }
    for (const [name, length] of Object.entries(chosen.durations)) {
      if (length === 0) refuse(`durations.${name}`, 'longer than nothing');
    }
    for (const [name, length] of Object.entries(chosen.retention)) {
      // Who did not consent may be forgotten at the door.
      if (length === 0 && name !== 'withoutConsent') refuse(`retention.${name}`, 'longer than nothing');
    }
  });
