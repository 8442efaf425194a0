import type { FieldError } from '../api/trouble.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useShell } from '../shell.ts';
import { dayInWords } from './days.ts';
import { DirectoryForm, required } from './directory-form.tsx';
import { type Partner, useDirectoryTexts, useKnown } from './directory-texts.ts';
import { type Place, routeTo } from './places.ts';
import { RemovePeriod } from './remove-period.tsx';
import { sendAway } from './send-away.ts';
import { useKept } from './use-kept.ts';

type Draft = { from: string; until: string };

/** The days on which a partner takes no new signals. */
export function HolidayForm({ partner }: { partner: Partner }) {
  const { go, language } = useShell();
  const { partners } = useKnown().directory;
  const { holiday: texts, partners: words } = useDirectoryTexts();
  const [{ from, until }, change, drop] = useKept<Draft>(`directory/${partner.id}/away`, { from: '', until: '' });
  const backup = partners.find(({ id }) => id === partner.backupId);
  const back: Place = { at: 'one', thing: 'partner', id: partner.id };
  const title = texts.title(partner.name);
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p class="utrecht-paragraph">{backup ? texts.backup(backup.name) : texts.toDesk}</p>
      <p class="utrecht-paragraph">{texts.keeps}</p>
      {partner.away.length === 0 && <p class="utrecht-paragraph hint">{texts.none}</p>}
      <ul class="rows">
        {partner.away.map((period) => (
          <li key={`${period.from} ${period.until}`} class="row">
            <p>{words.period(dayInWords(period.from, language), dayInWords(period.until, language))}</p>
            <RemovePeriod partner={partner} period={period} />
          </li>
        ))}
      </ul>
      <DirectoryForm
        missing={() => wrongDays(from, until)}
        send={() => sendAway(partner, [...partner.away, { from, until }])}
        done={() => {
          drop();
          go(routeTo(back), { kind: 'ok', text: texts.added });
        }}
        submit={texts.add}
        back={back}
      >
        <TextField
          name="from"
          label={texts.from}
          value={from}
          onChange={(day) => change({ from: day })}
          room="date"
          input={{ type: 'date' }}
        />
        <TextField
          name="until"
          label={texts.until}
          hint={texts.untilHint}
          value={until}
          onChange={(day) => change({ until: day })}
          room="date"
          input={{ type: 'date' }}
        />
      </DirectoryForm>
    </>
  );
}

function wrongDays(from: string, until: string): FieldError[] {
  const missing = [...(from ? [] : [required('from')]), ...(until ? [] : [required('until')])];
  if (missing.length > 0 || from <= until) return missing;
  return [{ field: 'until', code: 'backwards' }];
}
