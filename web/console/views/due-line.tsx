import type { SignalRowView, SignalView } from '#shared/contracts/console.ts';
import { toLocate } from '../next-act.ts';
import { Icon } from '../parts/icon.tsx';
import { useShell } from '../shell.ts';
import { dayInWords, momentInWords, type Seen, timeLeft } from '../time-in-words.ts';

/** "Nog 5 uur: gaan we langs?" Late is said by a word, an icon and a frame; colour only adds to it. */
export function DueLine({ signal, now }: { signal: SignalRowView; now: Date }) {
  const { language, texts } = useShell();
  const { step } = signal;
  if (!step) return null;
  const seen = { language, now };
  const question = texts.due[askedOf(signal, step.name)];
  const left = timeLeft(step.before, seen);
  return left === undefined ? (
    <p class="due due--late">
      <Icon name="late" />
      <span>{texts.lateSince(momentInWords(step.before, seen), question)}</span>
    </p>
  ) : (
    <p class="due">
      <Icon name="clock" />
      <span>
        {texts.timeLeft(left, question)}
        {isPreferred(signal, seen) && (
          <span class="due__wish">{texts.preferably(dayInWords(signal.visitPreferredBefore, seen))}</span>
        )}
      </span>
    </p>
  );
}

/** A visit within the first day is better than one within two; once that day is over there is nothing to prefer. */
const isPreferred = ({ step, relation, visitPreferredBefore }: SignalRowView, seen: Seen): boolean =>
  step?.name === 'visit' && relation !== 'backup' && timeLeft(visitPreferredBefore, seen) !== undefined;

/** The same step asks something else of a backup, and of the one who has to choose. */
function askedOf(signal: SignalRowView, step: NonNullable<SignalRowView['step']>['name']) {
  const { relation } = signal;
  if (relation === 'backup') return 'backup';
  if (step === 'triage' && relation === 'owner' && toLocate(signal)) return 'locate';
  if (step === 'triage' && signal.aboutThemselves) return 'asked';
  return step === 'choice' && relation === 'coordinator' ? 'choose' : step;
}

/** Under a title that asks the question already: until when, and until when preferably. */
export function Deadline({ signal, now }: { signal: Pick<SignalView, 'step' | 'deadlines'>; now: Date }) {
  const { language, texts } = useShell();
  const { step, deadlines } = signal;
  if (!step) return null;
  const seen = { language, now };
  const left = timeLeft(step.before, seen);
  const preferred = step.name === 'visit' && timeLeft(deadlines.visitPreferredBefore, seen) !== undefined;
  return left === undefined ? (
    <p class="due due--late">
      <Icon name="late" />
      <span>{texts.next.lateSince(momentInWords(step.before, seen))}</span>
    </p>
  ) : (
    <p class="due">
      <Icon name="clock" />
      <span>
        {texts.next.until(left, momentInWords(step.before, seen))}
        {preferred && ` ${texts.next.preferably(momentInWords(deadlines.visitPreferredBefore, seen))}`}
      </span>
    </p>
  );
}
