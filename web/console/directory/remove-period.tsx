import { useState } from 'preact/hooks';
import type { Trouble } from '../api/trouble.ts';
import { Button } from '../parts/button.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { useShell } from '../shell.ts';
import { dayInWords } from './days.ts';
import { type Partner, useDirectoryTexts, useKnown } from './directory-texts.ts';
import { routeTo } from './places.ts';
import { sendAway } from './send-away.ts';

type Props = { partner: Partner; period: Partner['away'][number] };

export function RemovePeriod({ partner, period: { from, until } }: Props) {
  const { go, language, sessionEnded, texts: all } = useShell();
  const { reload } = useKnown();
  const { holiday: texts, partners: words } = useDirectoryTexts();
  const [state, setState] = useState<'idle' | 'busy' | Trouble>('idle');
  const remove = async () => {
    if (state === 'busy') return;
    setState('busy');
    const reply = await sendAway(
      partner,
      partner.away.filter((one) => one.from !== from || one.until !== until),
    );
    if (reply.kind === 'not-signed-in') return sessionEnded();
    if (reply.kind !== 'ok') {
      // Somebody else was first: with what is there now, pressing again is right.
      if (reply.kind === 'changed-meanwhile') await reload();
      return setState(reply);
    }
    await reload();
    go(routeTo({ at: 'one', thing: 'partner', id: partner.id, doing: 'holiday' }), { kind: 'ok', text: texts.removed });
  };
  return (
    <>
      {typeof state === 'object' && <TroubleAlert trouble={state} />}
      <div class="actions">
        <Button weight="secondary-action" busy={state === 'busy'} onClick={remove}>
          {state === 'busy'
            ? all.form.sending
            : texts.remove(words.period(dayInWords(from, language), dayInWords(until, language)))}
        </Button>
      </div>
    </>
  );
}
