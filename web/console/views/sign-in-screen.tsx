import { useEffect, useState } from 'preact/hooks';
import { call } from '../api/client.ts';
import type { FieldError, Trouble } from '../api/trouble.ts';
import { codeWasAsked, rememberCodeAsked } from '../code-asked.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { ErrorsProvider, fieldId } from '../parts/errors.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { TextField } from '../parts/text-field.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { enterWithPasskey, passkeysWork, passkeyWasUsedHere } from '../passkeys.ts';
import { useShell, useTexts } from '../shell.ts';

/** Stands wherever one was going: after signing in that screen appears by itself. */
export function SignInScreen({ ended }: { ended: boolean }) {
  const { signIn } = useTexts();
  const [asked, setAsked] = useState(() => codeWasAsked(new Date()));
  const [email, setEmail] = useState('');
  const [first] = useState(() => passkeysWork() && passkeyWasUsedHere());
  return asked ? (
    <>
      <PageHeading key="code" title={signIn.codeTitle}>
        {signIn.codeTitle}
      </PageHeading>
      <CodeForm onAgain={() => setAsked(false)} />
    </>
  ) : (
    <>
      <PageHeading key="email" title={signIn.title}>
        {signIn.title}
      </PageHeading>
      {ended && (
        <Alert kind="info">
          <p class="utrecht-paragraph">{signIn.ended}</p>
        </Alert>
      )}
      {first && <WithPasskey first />}
      <EmailForm email={email} onEmail={setEmail} onAsked={() => setAsked(true)} />
      {passkeysWork() && !first && <WithPasskey />}
    </>
  );
}

/** The first thing for who used one here before, and something to find for everybody else. */
function WithPasskey({ first }: { first?: boolean }) {
  const { signedIn, texts } = useShell();
  const { signIn, form, passkeyOffer } = texts;
  const [stopped, setStopped] = useState(false);
  const { state, submit } = useSubmit(async () => {
    setStopped(false);
    const reply = await enterWithPasskey();
    if (reply.kind === 'stopped') setStopped(true);
    else if (reply.kind !== 'ok') return { trouble: reply };
    else signedIn(reply.answer);
    return undefined;
  });
  return (
    <>
      {!first && <p class="utrecht-paragraph or">{signIn.or}</p>}
      <div role="status">
        {stopped && (
          <Alert kind="info">
            <p class="utrecht-paragraph">{passkeyOffer.stopped}</p>
          </Alert>
        )}
      </div>
      {state.trouble && <TroubleAlert trouble={state.trouble} />}
      <div class="actions">
        <Button weight={first ? 'primary-action' : 'secondary-action'} busy={state.busy} onClick={submit}>
          {state.busy ? form.sending : signIn.withPasskey}
        </Button>
      </div>
      {first && <p class="utrecht-paragraph or">{signIn.or}</p>}
    </>
  );
}

const SHAPE_OF_EMAIL = /^\S+@\S+\.\S+$/;
const SHAPE_OF_CODE = /^\s*\d{3}\s?\d{3}\s*$/;

type EmailProps = { email: string; onEmail: (email: string) => void; onAsked: () => void };

function EmailForm({ email, onEmail, onAsked }: EmailProps) {
  const { signIn, form } = useTexts();
  const { state, submit, calm } = useSubmit(async () => {
    if (!SHAPE_OF_EMAIL.test(email.trim())) return { errors: [{ field: 'email', code: 'email' }] };
    const reply = await call('POST /v1/console/sign-in-codes', { body: { email: email.trim() } });
    if (reply.kind === 'invalid-fields') return { errors: reply.errors };
    if (reply.kind !== 'ok') return { trouble: reply };
    rememberCodeAsked(new Date());
    onAsked();
    return undefined;
  });
  return (
    <ErrorsProvider value={state.errors}>
      <form noValidate class="act-form" onSubmit={submit}>
        <ErrorSummary errors={state.errors} refusal={state.errors} />
        <p class="utrecht-paragraph">{signIn.intro}</p>
        <TextField
          name="email"
          label={signIn.email}
          value={email}
          onChange={(typed) => {
            onEmail(typed);
            calm();
          }}
          input={{
            type: 'email',
            inputMode: 'email',
            autocomplete: 'email',
            autocapitalize: 'none',
            spellcheck: false,
          }}
        />
        {state.trouble && <TroubleAlert trouble={state.trouble} retryLabel={form.sendAgain} onRetry={submit} />}
        <div class="actions">
          <Button submit busy={state.busy}>
            {state.busy ? form.sending : signIn.askCode}
          </Button>
        </div>
      </form>
    </ErrorsProvider>
  );
}

function CodeForm({ onAgain }: { onAgain: () => void }) {
  const { signedIn, texts } = useShell();
  const { signIn, form } = texts;
  const [code, setCode] = useState('');
  // The one thing to do here: no tap is needed before the first digit.
  useEffect(() => document.getElementById(fieldId('code'))?.focus(), []);
  const { state, submit, calm } = useSubmit(async () => {
    if (!SHAPE_OF_CODE.test(code)) return { errors: [{ field: 'code', code: 'required' }] };
    const reply = await call('POST /v1/console/sessions', { body: { code } });
    if (reply.kind === 'wrong-code') return { errors: [{ field: 'code', code: 'wrong-code' }] };
    if (reply.kind === 'invalid-fields') return { errors: reply.errors };
    if (reply.kind !== 'ok') return { trouble: reply };
    rememberCodeAsked(undefined);
    signedIn(reply.answer);
    return undefined;
  });
  const again = () => {
    rememberCodeAsked(undefined);
    onAgain();
  };
  return (
    <ErrorsProvider value={state.errors}>
      <form noValidate class="act-form" onSubmit={submit}>
        <ErrorSummary errors={state.errors} refusal={state.errors} />
        <p class="utrecht-paragraph" role="status">
          {signIn.sent}
        </p>
        <TextField
          name="code"
          label={signIn.code}
          hint={signIn.codeHint}
          value={code}
          onChange={(typed) => {
            setCode(typed);
            calm();
          }}
          room="code"
          input={{ inputMode: 'numeric', autocomplete: 'one-time-code', spellcheck: false, enterkeyhint: 'go' }}
        />
        {state.trouble && <TroubleAlert trouble={state.trouble} retryLabel={form.sendAgain} onRetry={submit} />}
        <div class="actions">
          <Button submit busy={state.busy}>
            {state.busy ? form.sending : signIn.enter}
          </Button>
          <Button weight="subtle" onClick={again}>
            {signIn.again}
          </Button>
        </div>
        <p class="utrecht-paragraph hint">{signIn.noMail}</p>
      </form>
    </ErrorsProvider>
  );
}

type Refused = { readonly errors: readonly FieldError[] } | { readonly trouble: Trouble };
type SubmitState = { readonly busy: boolean; readonly errors: readonly FieldError[]; readonly trouble?: Trouble };
const NONE: readonly FieldError[] = [];
const AT_REST: SubmitState = { busy: false, errors: NONE };

/** Sends once at a time. */
function useSubmit(send: () => Promise<Refused | undefined>) {
  const [state, setState] = useState<SubmitState>(AT_REST);
  const submit = async (event?: Event) => {
    event?.preventDefault();
    if (state.busy) return;
    setState({ ...AT_REST, busy: true });
    const refused = await send();
    setState(refused ? { ...AT_REST, ...refused } : AT_REST);
  };
  /** What is typed anew is not wrong until it is sent. */
  const calm = () => setState((now) => ({ ...now, errors: NONE }));
  return { state, submit, calm };
}
