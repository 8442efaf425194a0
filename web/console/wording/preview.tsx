import type { LetterView } from '#shared/contracts/letter.ts';
import { localDay } from '#shared/domain/amsterdam.ts';
import { laidOver } from '#shared/domain/own-texts.ts';
import { epochSecondsOf } from '#shared/domain/time.ts';
import type { Language } from '#shared/domain/words.ts';
import { CONSOLE_LETTER } from '#shared/texts/catalogues/console-letter.ts';
import { LANGUAGE } from '#shared/texts/catalogues/language.ts';
import type { WordingTexts } from '#shared/texts/console-wording-texts.ts';
import { type OwnTexts, withOwnTexts } from '#shared/texts/own-texts.ts';
import { CardSheet } from '../letter/card-sheet.tsx';
import { LetterSheet } from '../letter/letter-sheet.tsx';
import { BUILT_TEXTS } from '../own-texts.ts';
import { useNow } from '../use-now.ts';
import { mailPreview } from './mail-preview.ts';
import { useWordingTexts } from './wording-texts.ts';

type Props = { id: string; language: Language; own: OwnTexts };

/** Where a form leads to for who wants to see it. */
export const PREVIEW = 'preview';

const isPaper = (id: string): boolean => /^console-letter\.(?:letter|card)$/.test(id);
export const hasPreview = (id: string): boolean => isPaper(id) || /^mail(?:\.|$)/.test(id);

/** The whole mail, letter or card as it will be, with what is being typed. A sentence on a screen shows itself where it is written. */
export function Preview({ id, language, own: written }: Props) {
  const { preview } = useWordingTexts();
  const own = laidOver(BUILT_TEXTS, written);
  const Shown = isPaper(id) ? OnPaper : Mail;
  return (
    <section aria-labelledby={PREVIEW} class="wording__preview">
      <h2 id={PREVIEW} tabIndex={-1} class="utrecht-heading-2">
        {preview.heading}
      </h2>
      <p class="utrecht-paragraph hint">{preview.text}</p>
      <div lang={language} dir={LANGUAGE[language].direction}>
        <Shown id={id} language={language} own={own} />
      </div>
    </section>
  );
}

function Mail({ id, language, own }: Props) {
  const { preview } = useWordingTexts();
  const mail = mailPreview(id, language, own, preview.example);
  if (!mail) return null;
  return (
    <div class="wording__mail">
      <p>
        <strong>
          {preview.subject} {mail.subject}
        </strong>
      </p>
      {mail.paragraphs.map((paragraph, at) => (
        <p key={at}>{paragraph}</p>
      ))}
    </div>
  );
}

function OnPaper({ id, language, own }: Props) {
  const { preview } = useWordingTexts();
  const ours = { 'console-letter': CONSOLE_LETTER[language] };
  const { 'console-letter': texts } = withOwnTexts(ours, language, own);
  const now = useNow();
  const signal = letterTo(preview.example, now);
  return (
    <div class="print-preview">
      {id.endsWith('card') ? (
        <CardSheet texts={texts} partner={signal.partner} />
      ) : (
        <LetterSheet signal={signal} texts={texts} language={language} today={localDay(epochSecondsOf(now))} />
      )}
    </div>
  );
}

/** Of nobody: with everything in it that a letter can say about a neighbour. */
const letterTo = (example: WordingTexts['preview']['example'], now: Date): LetterView => ({
  reference: '7G2KQ9XM4T8RBN5W',
  door: example.door,
  town: example.town,
  aboutThemselves: false,
  receivedAt: now.toISOString(),
  source: 'shop',
  reasons: ['not-seen', 'no-answer'],
  wishes: [],
  hasNote: true,
  hasContact: false,
  partner: example.owner,
  visitor: example.visitor,
  code: 'ABCD-EFGH-JKMN',
});
