import { REQUEST_ANSWERS } from '#shared/domain/words.ts';
import { ChooseOne } from '../parts/choice-list.tsx';
import { useShell } from '../shell.ts';
import { dayInWords } from '../time-in-words.ts';
import { useNow } from '../use-now.ts';
import { ActForm, required } from './act-form.tsx';
import { optionsOf } from './options.ts';
import { useDraft, useWork } from './work.ts';

type Draft = { request?: string; how?: (typeof REQUEST_ANSWERS)[number] };

/** The coordinator: what became of what the resident asked. */
export function AnswerForm() {
  const { language, texts } = useShell();
  const { requests } = texts;
  const now = useNow();
  const open = (useWork().signal.asked ?? []).filter(({ answered }) => !answered);
  const [draft, change] = useDraft<Draft>('answer', {});
  const request = draft.request ?? (open.length === 1 ? open[0]?.id : undefined);
  const wish = open.find(({ id }) => id === request)?.wish;
  // Done is what the erase form does.
  const answers = REQUEST_ANSWERS.filter((answer) => wish !== 'erase' || answer !== 'done');
  const how = answers.find((answer) => answer === draft.how);
  return (
    <ActForm
      act="answer"
      entry={() =>
        request && how
          ? { body: { request, how } }
          : { missing: [...(request ? [] : [required('request')]), ...(how ? [] : [required('how')])] }
      }
      submit={requests.submit}
    >
      <ChooseOne
        name="request"
        legend={requests.which}
        options={open.map(({ id, wish, before, contact }) => ({
          value: id,
          label: requests.wishes[wish],
          hint: [requests.before(dayInWords(before, { language, now })), contact].filter(Boolean).join(' · '),
        }))}
        value={request}
        onChange={(chosen) => change({ request: chosen })}
      />
      {wish === 'erase' && <p class="utrecht-paragraph">{requests.eraseInstead}</p>}
      <ChooseOne
        name="how"
        legend={requests.how}
        options={optionsOf(answers, requests.answers, requests.answerHints)}
        value={how}
        onChange={(chosen) => change({ how: chosen })}
      />
    </ActForm>
  );
}
