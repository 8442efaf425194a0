import type { SignalRowView } from '#shared/contracts/console.ts';
import { Icon } from '../parts/icon.tsx';
import { useShell } from '../shell.ts';
import { momentInWords, timeLeft } from '../time-in-words.ts';

/** "Nog 5 uur: gaan we langs?" Late is said by a word, an icon and a frame; colour only adds to it. */
export function DueLine({ signal, now }: { signal: Pick<SignalRowView, 'step' | 'relation'>; now: Date }) {
  const { language, texts } = useShell();
  const { step, relation } = signal;
  if (!step) return null;
  const seen = { language, now };
  const question = texts.due[relation === 'backup' ? 'backup' : step.name];
  const left = timeLeft(step.before, seen);
  return left === undefined ? (
    <p class="due due--late">
      <Icon name="late" />
      <span>{texts.lateSince(momentInWords(step.before, seen), question)}</span>
    </p>
  ) : (
    <p class="due">
      <Icon name="clock" />
      <span>{texts.timeLeft(left, question)}</span>
    </p>
  );
}
