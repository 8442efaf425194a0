import { ERASURE_ASKED } from '#shared/domain/words.ts';
import { ChooseOne } from '../parts/choice-list.tsx';
import { useTexts } from '../shell.ts';
import { ActForm, required } from './act-form.tsx';
import { EraseAlong } from './erase-along.tsx';
import { EraseFacts } from './erase-facts.tsx';
import { optionsOf } from './options.ts';
import type { Entry } from './use-sending.ts';
import { useDraft } from './work.ts';

type Draft = { asked?: (typeof ERASURE_ASKED)[number]; also: readonly string[] };

export function EraseForm() {
  const { erase, words } = useTexts();
  const [draft, change] = useDraft<Draft>('erase', { also: [] });
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
      <EraseAlong value={draft.also} onChange={(also) => change({ also })} />
    </ActForm>
  );
}

const entryOf = ({ asked, also }: Draft): Entry<'erase'> =>
  asked ? { body: { asked, ...(also.length > 0 && { also: [...also] }) } } : { missing: [required('asked')] };
