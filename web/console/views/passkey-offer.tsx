import { useState } from 'preact/hooks';
import type { Trouble } from '../api/trouble.ts';
import { deviceName } from '../device-name.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { makePasskey, offerIsWelcome, offerNoMore, passkeysWork } from '../passkeys.ts';
import { useShell, useTexts } from '../shell.ts';

type Props = { onMade: () => void };

/** Stands under the work, never in its way: one tap, or none. */
export function PasskeyOffer({ onMade }: Props) {
  const { passkeyOffer } = useTexts();
  const [open, setOpen] = useState(() => passkeysWork() && offerIsWelcome());
  if (!open) return null;
  const never = () => {
    offerNoMore();
    setOpen(false);
  };
  return (
    <section class="offer" aria-labelledby="offer">
      <h2 id="offer" class="utrecht-heading-3">
        {passkeyOffer.title}
      </h2>
      <p class="utrecht-paragraph">{passkeyOffer.text}</p>
      <Making onMade={onMade}>
        <Button weight="subtle" onClick={() => setOpen(false)}>
          {passkeyOffer.later}
        </Button>
        <Button weight="subtle" onClick={never}>
          {passkeyOffer.never}
        </Button>
      </Making>
    </section>
  );
}

/** Instead of everything else, where a municipality requires a passkey. */
export function PasskeyNeeded({ onMade }: Props) {
  const { passkeyOffer } = useTexts();
  return (
    <>
      <PageHeading title={passkeyOffer.requiredTitle}>{passkeyOffer.requiredTitle}</PageHeading>
      <p class="utrecht-paragraph">{passkeyOffer.required}</p>
      <Making onMade={onMade} />
    </>
  );
}

type Making = { readonly busy: boolean; readonly trouble?: Trouble; readonly stopped?: boolean };

function Making({ onMade, children }: Props & { children?: preact.ComponentChildren }) {
  const { texts, sessionEnded } = useShell();
  const { passkeyOffer, form } = texts;
  const [state, setState] = useState<Making>({ busy: false });
  const make = async () => {
    if (state.busy) return;
    setState({ busy: true });
    const made = await makePasskey(deviceName());
    if (made.kind === 'ok') return onMade();
    if (made.kind === 'not-signed-in') return sessionEnded();
    setState({ busy: false, ...(made.kind === 'stopped' ? { stopped: true } : { trouble: made }) });
  };
  return (
    <>
      <div role="status">
        {state.stopped && (
          <Alert kind="info">
            <p class="utrecht-paragraph">{passkeyOffer.stopped}</p>
          </Alert>
        )}
      </div>
      {state.trouble && <TroubleAlert trouble={state.trouble} />}
      <div class="actions">
        <Button weight="secondary-action" busy={state.busy} onClick={make}>
          {state.busy ? form.sending : passkeyOffer.make}
        </Button>
        {children}
      </div>
    </>
  );
}
