import type { ATTEMPT_RESULTS, WAYS } from '#shared/domain/words.ts';
import { Alert } from '../parts/alert.tsx';
import { ChooseOne } from '../parts/choice-list.tsx';
import { useShell, useTexts } from '../shell.ts';
import { timeInWords } from '../time-in-words.ts';
import { ActForm, required } from './act-form.tsx';
import { HowAndWhen } from './how-and-when.tsx';
import { OnBehalf } from './on-behalf.tsx';
import { optionsOf } from './options.ts';
import type { Entry } from './use-sending.ts';
import { JUST_NOW, type When, whenOf } from './when-field.tsx';
import { useDraft, useWork } from './work.ts';

type Way = (typeof WAYS)[number];
type Result = (typeof ATTEMPT_RESULTS)[number];
export type AttemptDraft = { way: Way; result?: Result | undefined; when: When };

/** Three attempts end the partner's own planning, so a tap too many is asked about. Nobody tries again within half an hour. */
const JUST_NOW_MS = 30 * 60_000;

/** What can be the case: nobody finds "nobody home" on the phone. */
const RESULTS: Readonly<Record<Way, readonly Result[]>> = {
  visit: ['nobody-home', 'door-kept-shut', 'card-left'],
  phone: ['no-answer'],
  walk: ['nobody-home', 'no-answer'],
  elsewhere: ['nobody-home', 'no-answer'],
  letter: ['card-left', 'no-answer'],
};

export const AttemptForm = () => (useWork().signal.relation === 'coordinator' ? <LetterSent /> : <Tried />);

/** A coordinator goes nowhere: what they choose after three attempts is a letter, and there is nothing else to say of it. */
function LetterSent() {
  const { attempt } = useTexts();
  return (
    <ActForm
      act="attempt"
      entry={(): Entry<'attempt'> => ({ body: { way: 'letter', result: 'card-left' } })}
      submit={attempt.submitLetter}
    >
      <p class="utrecht-paragraph">{attempt.letterExplanation}</p>
    </ActForm>
  );
}

function Tried() {
  const { texts, language } = useShell();
  const { attempt, words } = texts;
  const [draft, change] = useDraft<AttemptDraft>('attempt', { way: 'visit', when: JUST_NOW });
  const { signal } = useWork();
  const results = RESULTS[draft.way];
  const last = signal.attempts?.at(-1)?.at;
  const justNow = last !== undefined && Date.now() - new Date(last).getTime() < JUST_NOW_MS;

  return (
    <ActForm act="attempt" entry={() => entryOf(draft)} submit={attempt.submit}>
      {justNow && (
        <Alert kind="warning">
          <p class="utrecht-paragraph">{attempt.again(timeInWords(last, language))}</p>
        </Alert>
      )}
      <OnBehalf />
      <HowAndWhen
        legend={attempt.way}
        way={draft.way}
        when={draft.when}
        onWay={(way) => change({ way })}
        onWhen={(when) => change({ when })}
      />
      <ChooseOne
        name="result"
        legend={attempt.result}
        options={optionsOf(results, words.attemptResults)}
        value={resultOf(draft)}
        onChange={(result) => change({ result })}
      />
    </ActForm>
  );
}

/** The only thing that can be is chosen already; an answer that no longer fits the way is none. */
function resultOf({ way, result }: AttemptDraft): Result | undefined {
  const [first, ...others] = RESULTS[way];
  if (others.length === 0) return first;
  return result && RESULTS[way].includes(result) ? result : undefined;
}

function entryOf(draft: AttemptDraft): Entry<'attempt'> {
  const result = resultOf(draft);
  const when = whenOf(draft.when);
  if (!result || !when)
    return { missing: [...(result ? [] : [required('result')]), ...(when ? [] : [required('at')])] };
  return { body: { way: draft.way, result, ...when } };
}
