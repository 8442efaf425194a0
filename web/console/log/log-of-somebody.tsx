import { useState } from 'preact/hooks';
import { localMonth } from '#shared/domain/amsterdam.ts';
import { parseSignalId } from '#shared/domain/ids.ts';
import { epochSecondsOf } from '#shared/domain/time.ts';
import type { Language } from '#shared/domain/words.ts';
import type { LogTexts } from '#shared/texts/console-log-texts.ts';
import { call, urlOf } from '../api/client.ts';
import { useInDays } from '../in-days.ts';
import { Button } from '../parts/button.tsx';
import { fieldId } from '../parts/errors.ts';
import { Section } from '../parts/facts.tsx';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded } from '../parts/not-loaded.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { useLoaded } from '../use-loaded.ts';
import { LogLines } from './log-lines.tsx';

type Somebody = { readonly id: string; readonly name: string; readonly month: string };

/** Where one begins: the number of a signal, or a member and a month. */
export function LogOfSomebody({ texts }: { texts: LogTexts }) {
  const { language } = useShell();
  const inDays = useInDays();
  const [shown, setShown] = useState<Somebody>();
  return (
    <>
      <PageHeading title={texts.title}>{texts.title}</PageHeading>
      <p class="utrecht-paragraph">{inDays(texts.intro, 'audit')}</p>
      <Section title={texts.ofMember}>
        <WhichMember texts={texts} onShow={setShown} />
        {shown && (
          <>
            <h3 class="utrecht-heading-3">{texts.titleOfMember(shown.name, monthInWords(shown.month, language))}</h3>
            <LogLines
              what={`${shown.id} ${shown.month}`}
              texts={texts}
              load={(after) =>
                call('GET /v1/console/audit', { query: { member: shown.id, month: shown.month, after } })
              }
              file={urlOf('GET /v1/console/audit/file', undefined, {
                member: shown.id,
                month: shown.month,
                language,
              })}
              withSignals
            />
          </>
        )}
      </Section>
      <Section title={texts.ofSignal}>
        <WhichSignal texts={texts} />
      </Section>
    </>
  );
}

function WhichMember({ texts, onShow }: { texts: LogTexts; onShow: (somebody: Somebody) => void }) {
  const { language, session } = useShell();
  const { state, retry } = useLoaded('members', () => call('GET /v1/console/audit/members', {}));
  const months = lastMonths(new Date(), session?.days.audit ?? 0);
  const [chosen, setChosen] = useState('');
  const [month, setMonth] = useState(months[0] ?? '');
  const [missing, setMissing] = useState(false);
  if (state.kind === 'loading') return <Loading />;
  if (state.kind === 'failed') return <NotLoaded trouble={state.trouble} onRetry={retry} />;
  const members = [...state.value.members].sort((one, other) => one.name.localeCompare(other.name, language));

  const submit = (event: Event) => {
    event.preventDefault();
    const member = members.find(({ id }) => id === chosen);
    setMissing(!member);
    if (member) onShow({ id: member.id, name: member.name, month });
  };
  return (
    <form noValidate class="log__form" onSubmit={submit}>
      <div class={`field${missing ? ' field--invalid' : ''}`}>
        <label for={fieldId('member')} class="utrecht-form-label field__label">
          {texts.member}
        </label>
        {missing && (
          <p id={`${fieldId('member')}-error`} class="utrecht-form-field-error-message error-message" role="alert">
            {texts.chooseMember}
          </p>
        )}
        <select
          id={fieldId('member')}
          class="select"
          value={chosen}
          aria-invalid={missing ? 'true' : undefined}
          aria-describedby={missing ? `${fieldId('member')}-error` : undefined}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        >
          <option value="">–</option>
          {members.map(({ id, name, leftAt }) => (
            <option key={id} value={id}>
              {leftAt === undefined ? name : texts.left(name)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={fieldId('month')} class="utrecht-form-label field__label">
          {texts.month}
        </label>
        <select
          id={fieldId('month')}
          class="select"
          value={month}
          onChange={({ currentTarget }) => setMonth(currentTarget.value)}
        >
          {months.map((each) => (
            <option key={each} value={each}>
              {monthInWords(each, language)}
            </option>
          ))}
        </select>
      </div>
      <div class="actions">
        <Button submit>{texts.show}</Button>
      </div>
    </form>
  );
}

function WhichSignal({ texts }: { texts: LogTexts }) {
  const { go } = useShell();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const name = 'reference';
  const submit = (event: Event) => {
    event.preventDefault();
    const id = parseSignalId(typed);
    setWrong(!id);
    if (id) go({ view: 'page', page: 'log', part: id });
  };
  return (
    <form noValidate class="log__form" onSubmit={submit}>
      <div class={`field${wrong ? ' field--invalid' : ''}`}>
        <label for={fieldId(name)} class="utrecht-form-label field__label">
          {texts.reference}
        </label>
        <p id={`${fieldId(name)}-hint`} class="utrecht-form-field-description hint">
          {texts.referenceHint}
        </p>
        {wrong && (
          <p id={`${fieldId(name)}-error`} class="utrecht-form-field-error-message error-message" role="alert">
            {texts.referenceWrong}
          </p>
        )}
        <input
          id={fieldId(name)}
          type="text"
          class="utrecht-textbox utrecht-textbox--html-input"
          value={typed}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={wrong ? 'true' : undefined}
          aria-describedby={`${fieldId(name)}-hint${wrong ? ` ${fieldId(name)}-error` : ''}`}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </div>
      <div class="actions">
        <Button submit>{texts.show}</Button>
      </div>
    </form>
  );
}

/** The months of which the log surely still has lines, this one first: twelve of them when lines stay a year. */
function lastMonths(now: Date, keptDays: number): readonly string[] {
  const [year = 0, month = 0] = localMonth(epochSecondsOf(now)).split('-').map(Number);
  return Array.from({ length: Math.max(1, Math.ceil(keptDays / 31)) }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

const monthInWords = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T00:00:00Z`),
  );
