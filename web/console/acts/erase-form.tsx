import { ERASURE_ASKED } from '#shared/domain/words.ts';
import { ChooseOne } from '../parts/choice-list.tsx';
import { useTexts } from '../shell.ts';
import { ActForm, required } from './act-form.tsx';
import { type Along, alongIn, EraseAlong, NOTHING_ALONG } from './erase-along.tsx';
import { EraseFacts } from './erase-facts.tsx';
import { optionsOf } from './options.ts';
import type { Entry } from './use-sending.ts';
import { useDraft } from './work.ts';

type Draft = Along & { asked?: (typeof ERASURE_ASKED)[number] };

export function EraseForm() {
  const { erase, words } = useTexts();
  const [draft, change] = useDraft<Draft>('erase', NOTHING_ALONG);
  return (
    <ActForm act="erase" entry={() => entryOf(draft)} submit={erase.submit} danger>
      <EraseFacts />
      <ChooseOne
        name="asked"
        legend={erase.asked}
        options={optionsOf(ERASURE_ASKED, words.erasureAsked)}
        value={draft.asked}
        onChange={(asked) => change({ asked })}
      />
      <EraseAlong value={draft} onChange={change} />
    </ActForm>
  );
}

const entryOf = ({ asked, ...along }: Draft): Entry<'erase'> =>
  asked ? { body: { asked, ...alongIn(along) } } : { missing: [required('asked')] };
