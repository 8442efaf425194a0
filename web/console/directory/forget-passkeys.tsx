import { useState } from 'preact/hooks';
import { call } from '../api/client.ts';
import type { Trouble } from '../api/trouble.ts';
import { Button } from '../parts/button.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { useShell } from '../shell.ts';
import { type Member, useDirectoryTexts } from './directory-texts.ts';
import { listOf, routeTo } from './places.ts';

/** For a member who lost a device: what was on it opens nothing any more. Asked for without a question first: a new one is made in a tap. */
export function ForgetPasskeys({ member: { id, name } }: { member: Member }) {
  const { go, texts, sessionEnded } = useShell();
  const { memberForm } = useDirectoryTexts();
  const [state, setState] = useState<{ readonly busy: boolean; readonly trouble?: Trouble }>({ busy: false });
  const forget = async () => {
    if (state.busy) return;
    setState({ busy: true });
    const reply = await call('DELETE /v1/console/members/{memberId}/passkeys', { id });
    if (reply.kind === 'ok')
      return go(routeTo(listOf('members')), { kind: 'ok', text: memberForm.passkeysForgotten(name) });
    if (reply.kind === 'not-signed-in') return sessionEnded();
    setState({ busy: false, trouble: reply });
  };
  return (
    <>
      {state.trouble && <TroubleAlert trouble={state.trouble} />}
      <Button weight="subtle" busy={state.busy} onClick={forget}>
        {state.busy ? texts.form.sending : memberForm.forgetPasskeys}
      </Button>
    </>
  );
}
