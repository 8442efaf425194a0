import type { SignalView } from '#shared/contracts/console.ts';
import type { FieldError } from '../api/trouble.ts';
import { dayFrom, isoOf, type LocalMoment } from '../local-moment.ts';
import { ChooseOne, type Option } from '../parts/choice-list.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useShell } from '../shell.ts';
import { dayInWords, timeInWords } from '../time-in-words.ts';
import { required, tooLong } from './act-form.tsx';
import { useWork } from './work.ts';

const VOLUNTEER = 'volunteer';
const OTHER = 'other';
/** Who goes is said another time. */
const LATER = 'later';
/** The hours at which people are at home and a visit is welcome. */
const USUAL_TIMES = ['10:00', '14:00', '19:00'];

export type PlanDraft = {
  who?: string;
  volunteer: string;
  day?: string;
  otherDay: string;
  time?: string;
  otherTime: string;
};
export const NO_PLAN_YET: PlanDraft = { volunteer: '', otherDay: '', otherTime: '' };

type Props = {
  draft: PlanDraft;
  onChange: (part: Partial<PlanDraft>) => void;
  /** It may be skipped: nobody is asked for a day or a time until they say who goes. */
  maySkip?: boolean;
};

/** Who goes, and when. */
export function PlanFields({ draft, onChange, maySkip = false }: Props) {
  const { texts, session } = useShell();
  const { plan } = texts;
  const { signal } = useWork();
  const ours = signal.relation !== 'coordinator';
  const who = draft.who ?? (maySkip ? LATER : undefined);
  return (
    <>
      <ChooseOne
        name="memberId"
        legend={maySkip ? plan.whoMaySkip : plan.who}
        options={[
          ...(maySkip ? [{ value: LATER, label: plan.later }] : []),
          ...people(signal, session?.member.id, plan.me),
          { value: VOLUNTEER, label: plan.volunteer, hint: ours ? plan.volunteerHint : plan.volunteerHintOwner },
        ]}
        value={who}
        onChange={(chosen) => onChange({ who: chosen })}
      />
      {who === VOLUNTEER && (
        <TextField
          name="volunteer"
          label={plan.volunteerName}
          value={draft.volunteer}
          onChange={(volunteer) => onChange({ volunteer })}
          input={{ autocomplete: 'off' }}
        />
      )}
      {who !== LATER && <DayAndTime draft={draft} onChange={onChange} />}
    </>
  );
}

function DayAndTime({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const { texts, language } = useShell();
  const { plan } = texts;
  const now = new Date();
  const dayLabel = (day: string) => dayInWords(`${day}T11:00:00Z`, { language, now });
  const usual = (day: string) => USUAL_TIMES.filter((time) => !isPast({ day, time }, now));
  const days = [0, 1, 2].map((plus) => dayFrom(now, plus)).filter((day) => usual(day).length > 0 || day === draft.day);
  return (
    <>
      <ChooseOne
        name="day"
        compact
        legend={plan.day}
        options={[...days.map((day) => ({ value: day, label: dayLabel(day) })), { value: OTHER, label: plan.otherDay }]}
        value={draft.day}
        onChange={(day) => onChange({ day })}
      />
      {draft.day === OTHER && (
        <TextField
          name="otherDay"
          label={plan.whichDay}
          value={draft.otherDay}
          onChange={(otherDay) => onChange({ otherDay })}
          room="date"
          input={{ type: 'date' }}
        />
      )}
      <ChooseOne
        name="time"
        compact
        legend={plan.time}
        options={[
          ...usual(draft.day === OTHER ? draft.otherDay : (draft.day ?? '')).map((time) => ({
            value: time,
            label: timeInWords(isoOf({ day: dayFrom(now, 0), time }) ?? '', language),
          })),
          { value: OTHER, label: plan.otherTime },
        ]}
        value={draft.time}
        onChange={(time) => onChange({ time })}
      />
      {draft.time === OTHER && (
        <TextField
          name="otherTime"
          label={plan.whichTime}
          value={draft.otherTime}
          onChange={(otherTime) => onChange({ otherTime })}
          room="date"
          input={{ type: 'time' }}
        />
      )}
    </>
  );
}

/** Oneself first, under one's own word. Who does not visit for this owner (a coordinator) is not among them. */
function people({ visitors = [] }: SignalView, myId: string | undefined, me: string): Option<string>[] {
  const [mine, others] = [visitors.filter(({ id }) => id === myId), visitors.filter(({ id }) => id !== myId)];
  return [
    ...mine.map(({ id, name }) => ({ value: id, label: me, hint: name })),
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ];
}

/** Where it may be skipped, it is until somebody says who goes. */
export const plansLater = ({ who = LATER }: PlanDraft): boolean => who === LATER;

/** Nothing is past while it is not filled in. */
function isPast(moment: LocalMoment, now: Date): boolean {
  const at = isoOf(moment);
  return at !== undefined && new Date(at) < now;
}

/** Where a moment that is past is put right: at the day when all of it has gone. */
function whereToMend({ day, otherDay, time }: PlanDraft, now: Date): string {
  if (day === OTHER && otherDay < dayFrom(now, 0)) return 'otherDay';
  return time === OTHER ? 'otherTime' : 'time';
}

/** What the answers come to: a visit, or what is still missing. */
type Planned =
  | { readonly visit: { readonly at: string; readonly memberId?: string; readonly volunteer?: string } }
  | { readonly missing: readonly FieldError[] };

export function plannedIn(draft: PlanDraft): Planned {
  const { who, volunteer, day, otherDay, time, otherTime } = draft;
  const now = new Date();
  const chosenDay = day === OTHER ? otherDay : day;
  const chosenTime = time === OTHER ? otherTime : time;
  const at = isoOf({ day: chosenDay ?? '', time: chosenTime ?? '' });
  const missing = [
    ...(who === undefined ? [required('memberId')] : []),
    ...(who === VOLUNTEER && !volunteer.trim() ? [required('volunteer')] : []),
    ...(chosenDay ? [] : [required(day === OTHER ? 'otherDay' : 'day')]),
    ...(who === VOLUNTEER ? tooLong({ volunteer }) : []),
    ...(chosenTime ? [] : [required(time === OTHER ? 'otherTime' : 'time')]),
    ...(isPast({ day: chosenDay ?? '', time: chosenTime ?? '' }, now)
      ? [{ field: whereToMend(draft, now), code: 'past' }]
      : []),
  ];
  if (missing.length > 0 || who === undefined) return { missing };
  if (!at) return { missing: [required('otherDay')] };
  return { visit: who === VOLUNTEER ? { at, volunteer } : { at, memberId: who } };
}
