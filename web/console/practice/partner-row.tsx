import type { PracticeList } from '#shared/contracts/practice.ts';
import type { PracticeTexts } from '#shared/texts/console-practice-texts.ts';
import { Button } from '../parts/button.tsx';
import { Call } from '../parts/call.tsx';
import { Fact, Facts } from '../parts/facts.tsx';
import { Icon } from '../parts/icon.tsx';
import { useShell } from '../shell.ts';
import { momentInWords, monthInWords } from '../time-in-words.ts';
import { useNow } from '../use-now.ts';
import { needsAttention } from './needs-attention.ts';

type Props = {
  partner: PracticeList['partners'][number];
  texts: PracticeTexts;
  busy: boolean;
  onSend: () => void;
};

/** Red is said by a word, an icon and a frame; colour only adds to it. */
export function PartnerRow({ partner, texts, busy, onSend }: Props) {
  const { language, texts: common } = useShell();
  const now = useNow();
  const seen = { language, now };
  const { name, phone, last, lastRealMonth, mailFails } = partner;
  const attention = needsAttention(partner);
  return (
    <li class={`row${attention ? ' row--late' : ''}`}>
      <h2 class="row__title">{name}</h2>
      {attention && (
        <p class="due due--late">
          <Icon name="late" />
          <span>{texts.attention}</span>
        </p>
      )}
      {mailFails && <p class="utrecht-paragraph">{texts.mailFails}</p>}
      {attention && (
        <p class="utrecht-paragraph">
          <Call name={name} phone={phone} />
        </p>
      )}
      <Facts>
        <Fact label={texts.sentAt}>{last ? momentInWords(last.sentAt, seen) : texts.never}</Fact>
        {last && (
          <>
            <Fact label={texts.reaction}>
              {texts.reactions[last.reaction](momentInWords(last.reactedAt ?? last.before, seen))}
            </Fact>
            <Fact label={texts.mail}>{texts.mails[last.mail]}</Fact>
          </>
        )}
        <Fact label={texts.lastReal}>{lastRealMonth ? monthInWords(lastRealMonth, language) : texts.noReal}</Fact>
      </Facts>
      {last?.reaction === 'running' ? (
        <p class="row__small">{texts.running}</p>
      ) : (
        <div class="actions">
          <Button weight="secondary-action" busy={busy} label={texts.sendTo(name)} onClick={onSend}>
            {busy ? common.loading.busy : texts.send}
          </Button>
        </div>
      )}
    </li>
  );
}
