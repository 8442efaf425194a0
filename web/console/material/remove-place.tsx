import { useState } from 'preact/hooks';
import type { LocationView } from '#shared/contracts/location.ts';
import type { MaterialTexts } from '#shared/texts/console-material-texts.ts';
import { call } from '../api/client.ts';
import type { Trouble } from '../api/trouble.ts';
import { Button } from '../parts/button.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { useShell } from '../shell.ts';
import { BackToPlaces } from './back-to-places.tsx';

type Props = { texts: MaterialTexts; place: LocationView; onRemoved: () => Promise<void> };

/** What becomes of a poster that still hangs and of what was counted, and one button. */
export function RemovePlace({ texts, place: { code, name }, onRemoved }: Props) {
  const { go, sessionEnded, texts: all } = useShell();
  const { remove } = texts;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const title = remove.title(name);
  const submit = async () => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    const reply = await call('DELETE /v1/console/locations/{code}', { id: code });
    if (reply.kind === 'not-signed-in') return sessionEnded();
    if (reply.kind !== 'ok') {
      setBusy(false);
      return setTrouble(reply);
    }
    // First away from here: a place that is gone has no page.
    go({ view: 'page', page: 'material' }, { kind: 'ok', text: remove.done(name) });
    await onRemoved();
  };
  return (
    <>
      <BackToPlaces texts={texts} />
      <PageHeading key="remove" title={title}>
        {title}
      </PageHeading>
      <p class="utrecht-paragraph">{remove.poster}</p>
      <p class="utrecht-paragraph">{remove.counts}</p>
      {trouble && <TroubleAlert trouble={trouble} />}
      <div class="actions">
        <Button danger busy={busy} onClick={submit}>
          {busy ? all.form.sending : remove.submit}
        </Button>
      </div>
    </>
  );
}
