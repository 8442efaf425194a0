import { useState } from 'preact/hooks';
import type { OwnTexts } from '#shared/domain/own-texts.ts';
import type { Language } from '#shared/domain/words.ts';
import { call } from '../api/client.ts';
import type { Trouble } from '../api/trouble.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { useShell } from '../shell.ts';
import { type Misfit, misfitsIn } from './catalogue.ts';
import { routeTo } from './places.ts';
import { useWordingTexts } from './wording-texts.ts';

type Props = { own: OwnTexts; language: Language; reload: () => Promise<void> };

/** Own texts that nothing says any more since a new version: said, and not thrown away unasked. */
export function Misfits({ own, language, reload }: Props) {
  const { go, sessionEnded } = useShell();
  const { misfits: texts } = useWordingTexts();
  const [trouble, setTrouble] = useState<Trouble>();
  const misfits = misfitsIn(own, language);
  if (misfits.length === 0) return null;

  const remove = async ({ path, text }: Misfit) => {
    const reply = await call('PUT /v1/console/texts', { body: { changes: [{ path, language, before: text }] } });
    if (reply.kind === 'not-signed-in') return sessionEnded();
    await reload();
    if (reply.kind !== 'ok') return setTrouble(reply);
    setTrouble(undefined);
    go(routeTo(), { kind: 'ok', text: texts.removed });
  };
  return (
    <>
      {trouble && <TroubleAlert trouble={trouble} />}
      <Alert kind="warning">
        <h2 class="utrecht-heading-3">{texts.heading}</h2>
        <p class="utrecht-paragraph">{texts.text}</p>
        <ul class="utrecht-unordered-list">
          {misfits.map((misfit) => (
            <li key={misfit.path} class="utrecht-unordered-list__item wording__misfit">
              <p class="utrecht-paragraph" lang={language}>
                {misfit.text}
              </p>
              <p class="row__small wording__path" lang="en">
                {misfit.path}
              </p>
              <Button
                weight="secondary-action"
                label={`${texts.remove}: ${misfit.text}`}
                onClick={() => remove(misfit)}
              >
                {texts.remove}
              </Button>
            </li>
          ))}
        </ul>
      </Alert>
    </>
  );
}
