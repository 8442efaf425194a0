import { useState } from 'preact/hooks';
import type { AccountTexts } from '#shared/texts/console-account-texts.ts';
import { call } from '../api/client.ts';
import type { FieldError, Trouble } from '../api/trouble.ts';
import { deviceName } from '../device-name.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { ErrorsProvider } from '../parts/errors.ts';
import { Loading } from '../parts/loading.tsx';
import { NotLoaded, Stale } from '../parts/not-loaded.tsx';
import { TextField } from '../parts/text-field.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { makePasskey, passkeysWork } from '../passkeys.ts';
import { useShell } from '../shell.ts';
import { dayInWords } from '../time-in-words.ts';
import { useLoaded } from '../use-loaded.ts';

type Said = { readonly text?: string; readonly trouble?: Trouble; readonly errors?: readonly FieldError[] };

export function Passkeys({ texts }: { texts: AccountTexts }) {
  const { sessionEnded } = useShell();
  const { passkeys } = texts;
  const { state, reload, retry } = useLoaded('passkeys', () => call('GET /v1/console/passkeys', {}));
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>({});

  /** One thing at a time; afterwards the list is asked for anew. */
  const run = async (work: () => Promise<Said | 'session-ended'>) => {
    if (busy) return;
    setBusy(true);
    setSaid({});
    const outcome = await work();
    setBusy(false);
    if (outcome === 'session-ended') return sessionEnded();
    setSaid(outcome);
    await reload();
  };
  const remove = (id: string) =>
    run(async () => {
      const reply = await call('DELETE /v1/console/passkeys/{passkeyId}', { id });
      if (reply.kind === 'not-signed-in') return 'session-ended';
      // Gone already, from another window: that is what was asked for.
      return reply.kind === 'ok' || reply.kind === 'not-found' ? { text: passkeys.removed } : { trouble: reply };
    });
  const add = (name: string) =>
    run(async () => {
      const reply = await makePasskey(name);
      if (reply.kind === 'not-signed-in') return 'session-ended';
      if (reply.kind === 'stopped') return { text: passkeys.failed };
      if (reply.kind === 'invalid-fields') return { errors: reply.errors };
      return reply.kind === 'ok' ? { text: passkeys.added } : { trouble: reply };
    });

  return (
    <section class="account" aria-labelledby="passkeys">
      <h2 id="passkeys" class="utrecht-heading-2">
        {passkeys.title}
      </h2>
      <p class="utrecht-paragraph">{passkeys.intro}</p>
      <div role="status">
        {said.text && (
          <Alert kind="ok">
            <p class="utrecht-paragraph">{said.text}</p>
          </Alert>
        )}
      </div>
      {said.trouble && <TroubleAlert trouble={said.trouble} />}
      {state.kind === 'loading' && <Loading />}
      {state.kind === 'failed' && <NotLoaded trouble={state.trouble} onRetry={retry} />}
      {state.kind === 'ready' && state.stale && <Stale at={state.at} onRetry={retry} />}
      {state.kind === 'ready' && <List passkeys={state.value.passkeys} texts={texts} onRemove={remove} />}
      {passkeysWork() ? (
        <Add texts={texts} busy={busy} errors={said.errors ?? NONE} onAdd={add} />
      ) : (
        <p class="utrecht-paragraph">{passkeys.notHere}</p>
      )}
    </section>
  );
}

const NONE: readonly FieldError[] = [];

type ListProps = {
  passkeys: readonly { id: string; name: string; lastUsedAt: string }[];
  texts: AccountTexts;
  onRemove: (id: string) => void;
};

function List({ passkeys, texts: { passkeys: texts }, onRemove }: ListProps) {
  const { language } = useShell();
  if (passkeys.length === 0) return <p class="utrecht-paragraph">{texts.none}</p>;
  return (
    <ul class="account-list">
      {passkeys.map(({ id, name, lastUsedAt }) => (
        <li key={id} class="account-list__item">
          <div>
            <strong>{name}</strong>
            <br />
            {texts.used(dayInWords(lastUsedAt, { language, now: new Date() }))}
          </div>
          <Button weight="secondary-action" label={texts.removeNamed(name)} onClick={() => onRemove(id)}>
            {texts.remove}
          </Button>
        </li>
      ))}
    </ul>
  );
}

type AddProps = { texts: AccountTexts; busy: boolean; errors: readonly FieldError[]; onAdd: (name: string) => void };

function Add({ texts: { passkeys: texts }, busy, errors, onAdd }: AddProps) {
  const { texts: shared } = useShell();
  const [name, setName] = useState(deviceName);
  const submit = (event: Event) => {
    event.preventDefault();
    onAdd(name.trim() || deviceName());
  };
  return (
    <ErrorsProvider value={errors}>
      <form noValidate class="act-form" onSubmit={submit}>
        <TextField
          name="name"
          label={texts.name}
          hint={texts.nameHint}
          value={name}
          onChange={setName}
          input={{ autocomplete: 'off' }}
        />
        <div class="actions">
          <Button submit busy={busy}>
            {busy ? shared.form.sending : texts.add}
          </Button>
        </div>
      </form>
    </ErrorsProvider>
  );
}
