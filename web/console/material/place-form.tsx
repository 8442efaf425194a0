import { useState } from 'preact/hooks';
import type { LocationView } from '#shared/contracts/location.ts';
import { parseLocationCode } from '#shared/domain/ids.ts';
import { REPORTER_KINDS } from '#shared/domain/words.ts';
import type { MaterialTexts } from '#shared/texts/console-material-texts.ts';
import { optionsOf } from '../acts/options.ts';
import type { Reply } from '../api/client.ts';
import type { FieldError, Trouble } from '../api/trouble.ts';
import { useKept } from '../directory/use-kept.ts';
import { Button } from '../parts/button.tsx';
import { ChooseOne } from '../parts/choice-list.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { ErrorsProvider } from '../parts/errors.ts';
import { TextField } from '../parts/text-field.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { useShell } from '../shell.ts';
import { codeFrom } from './parts.ts';

type Kind = (typeof REPORTER_KINDS)[number];
/** A code is absent until somebody types one. */
type Draft = { readonly name: string; readonly code?: string; readonly kind?: Kind };
type State = { readonly busy: boolean; readonly errors: readonly FieldError[]; readonly trouble?: Trouble };
const NONE: readonly FieldError[] = [];
const AT_REST: State = { busy: false, errors: NONE };
/** What the contract calls a field, and this form, beside the codes of people and the names of others. */
const FIELD_OF: Readonly<Record<string, string>> = { name: 'placeName', code: 'placeCode', kind: 'placeKind' };

type Props = {
  texts: MaterialTexts;
  intro: string;
  submit: string;
  /** How it is now. Its code is printed, so it is not asked; the code of a new one follows its name until somebody types another. */
  place?: LocationView;
  send: (place: LocationView) => Promise<Reply<LocationView>>;
  done: (place: LocationView) => Promise<void>;
};

/** What a place is called, and who comes there. */
export function PlaceForm({ texts: { add }, intro, submit: label, place, send, done }: Props) {
  const { sessionEnded, texts: all } = useShell();
  const [{ name, code: typedCode, kind }, keep, drop] = useKept<Draft>(`material/${place?.code ?? ''}`, {
    name: '',
    ...place,
  });
  const [state, setState] = useState(AT_REST);
  const code = typedCode ?? codeFrom(name);
  const change = (part: Partial<Draft>) => {
    keep(part);
    setState((now) => ({ ...now, errors: NONE }));
  };

  const submit = async (event?: Event) => {
    event?.preventDefault();
    if (state.busy) return;
    const missing = [
      ...(name.trim() ? [] : ['name']),
      ...(parseLocationCode(code.trim()) ? [] : ['code']),
      ...(kind ? [] : ['kind']),
    ];
    if (!kind || missing.length > 0)
      return setState({ ...AT_REST, errors: missing.map((field) => ({ field: ownName(field), code: 'required' })) });
    setState({ ...AT_REST, busy: true });
    const reply = await send({ code, name, kind });
    if (reply.kind === 'not-signed-in') return sessionEnded();
    if (reply.kind === 'invalid-fields')
      return setState({ ...AT_REST, errors: reply.errors.map((one) => ({ ...one, field: ownName(one.field) })) });
    if (reply.kind !== 'ok') return setState({ ...AT_REST, trouble: reply });
    drop();
    await done(reply.answer);
  };

  return (
    <ErrorsProvider value={state.errors}>
      <form noValidate class="act-form" onSubmit={submit}>
        <ErrorSummary errors={state.errors} refusal={state.errors} />
        <p class="utrecht-paragraph">{intro}</p>
        <TextField
          name="placeName"
          label={add.name}
          hint={add.nameHint}
          value={name}
          onChange={(typed) => change({ name: typed })}
          input={{ autocomplete: 'off' }}
        />
        {!place && (
          <TextField
            name="placeCode"
            label={add.code}
            hint={add.codeHint}
            value={code}
            onChange={(typed) => change({ code: typed })}
            input={{ autocomplete: 'off', autocapitalize: 'none', spellcheck: false }}
          />
        )}
        <ChooseOne
          name="placeKind"
          legend={add.kind}
          hint={add.kindHint}
          options={optionsOf(REPORTER_KINDS, all.words.reporterKinds)}
          value={kind}
          onChange={(chosen) => change({ kind: chosen })}
        />
        {state.trouble && <TroubleAlert trouble={state.trouble} retryLabel={all.form.sendAgain} onRetry={submit} />}
        <div class="actions">
          <Button submit busy={state.busy}>
            {state.busy ? all.form.sending : label}
          </Button>
        </div>
      </form>
    </ErrorsProvider>
  );
}

const ownName = (field: string): string => FIELD_OF[field] ?? field;
