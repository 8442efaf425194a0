import type { SignalView } from '#shared/contracts/console.ts';
import { dayFrom, isoOf } from '../local-moment.ts';
import { ChooseOne, type Option } from '../parts/choice-list.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useShell } from '../shell.ts';
import { dayInWords, timeInWords } from '../time-in-words.ts';
import { ActForm, required } from './act-form.tsx';
import type { Entry } from './use-sending.ts';
import { useDraft, useWork } from './work.ts';

const VOLUNTEER = 'volunteer';
const OTHER = 'other';
/** The hours at which people are at home and a visit is welcome. */
const USUAL_TIMES = ['10:00', '14:00', '19:00'];

type Draft = { who?: string; volunteer: string; day?: string; otherDay: string; time?: string; otherTime: string };

export function PlanForm() {
  const { texts, language, session } = useShell();
  const { plan } = texts;
  const { signal } = useWork();
  const [draft, change] = useDraft<Draft>('plan', { volunteer: '', otherDay: '', otherTime: '' });
  const now = new Date();
  const dayLabel = (day: string) => dayInWords(`${day}T11:00:00Z`, { language, now });
  const days = [0, 1, 2].map((plus) => dayFrom(now, plus));

  return (
    <ActForm act="plan" entry={() => entryOf(draft)} submit={plan.submit}>
      <ChooseOne
        name="memberId"
        legend={plan.who}
        options={[
          ...people(signal, session?.member.id, plan.me),
          { value: VOLUNTEER, label: plan.volunteer, hint: plan.volunteerHint },
        ]}
        value={draft.who}
        onChange={(who) => change({ who })}
      />
      {draft.who === VOLUNTEER && (
        <TextField
          name="volunteer"
          label={plan.volunteerName}
          value={draft.volunteer}
          onChange={(volunteer) => change({ volunteer })}
          input={{ autocomplete: 'off' }}
        />
      )}
      <ChooseOne
        name="day"
        compact
        legend={plan.day}
        options={[...days.map((day) => ({ value: day, label: dayLabel(day) })), { value: OTHER, label: plan.otherDay }]}
        value={draft.day}
        onChange={(day) => change({ day })}
      />
      {draft.day === OTHER && (
        <TextField
          name="otherDay"
          label={plan.whichDay}
          value={draft.otherDay}
          onChange={(otherDay) => change({ otherDay })}
          room="date"
          input={{ type: 'date' }}
        />
      )}
      <ChooseOne
        name="time"
        compact
        legend={plan.time}
        options={[
          ...USUAL_TIMES.map((time) => ({
            value: time,
            label: timeInWords(isoOf({ day: dayFrom(now, 0), time }) ?? '', language),
          })),
          { value: OTHER, label: plan.otherTime },
        ]}
        value={draft.time}
        onChange={(time) => change({ time })}
      />
      {draft.time === OTHER && (
        <TextField
          name="otherTime"
          label={plan.whichTime}
          value={draft.otherTime}
          onChange={(otherTime) => change({ otherTime })}
          room="date"
          input={{ type: 'time' }}
        />
      )}
    </ActForm>
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

function entryOf({ who, volunteer, day, otherDay, time, otherTime }: Draft): Entry<'plan'> {
  const chosenDay = day === OTHER ? otherDay : day;
  const chosenTime = time === OTHER ? otherTime : time;
  const at = isoOf({ day: chosenDay ?? '', time: chosenTime ?? '' });
  const missing = [
    ...(who === undefined ? [required('memberId')] : []),
    ...(who === VOLUNTEER && !volunteer.trim() ? [required('volunteer')] : []),
    ...(chosenDay ? [] : [required(day === OTHER ? 'otherDay' : 'day')]),
    ...(chosenTime ? [] : [required(time === OTHER ? 'otherTime' : 'time')]),
  ];
  if (missing.length > 0 || who === undefined) return { missing };
  if (!at) return { missing: [required('otherDay')] };
  return { body: who === VOLUNTEER ? { at, volunteer } : { at, memberId: who } };
}
