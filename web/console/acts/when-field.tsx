import { isoOf, type LocalMoment } from '../local-moment.ts';
import { ChooseOne } from '../parts/choice-list.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useTexts } from '../shell.ts';

export type When = { readonly when: 'now' | 'earlier' } & LocalMoment;
export const JUST_NOW: When = { when: 'now', day: '', time: '' };

/** `{}` for just now, `{ at }` for earlier, undefined while it is not filled in. */
export function whenOf(value: When): { readonly at?: string } | undefined {
  if (value.when === 'now') return {};
  const at = isoOf(value);
  return at ? { at } : undefined;
}

/** Recorded on the doorstep most of the time, so that is one tap less. */
export function WhenField({ value, onChange }: { value: When; onChange: (value: When) => void }) {
  const { when } = useTexts();
  return (
    <>
      <ChooseOne
        name="when"
        compact
        legend={when.legend}
        options={[
          { value: 'now', label: when.now },
          { value: 'earlier', label: when.earlier },
        ]}
        value={value.when}
        onChange={(chosen) => onChange({ ...value, when: chosen })}
      />
      {value.when === 'earlier' && (
        <div class="side-by-side">
          <TextField
            name="at"
            label={when.day}
            value={value.day}
            onChange={(day) => onChange({ ...value, day })}
            room="date"
            input={{ type: 'date' }}
          />
          <TextField
            name="time"
            label={when.time}
            value={value.time}
            onChange={(time) => onChange({ ...value, time })}
            room="date"
            input={{ type: 'time' }}
          />
        </div>
      )}
    </>
  );
}
