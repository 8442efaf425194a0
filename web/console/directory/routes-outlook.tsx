import type { RoutesPreview } from '#shared/contracts/postcode-routes.ts';
import { call } from '../api/client.ts';
import { Button } from '../parts/button.tsx';
import { Section, Several } from '../parts/facts.tsx';
import { useShell } from '../shell.ts';
import { Coverage } from './coverage.tsx';
import { DirectoryForm } from './directory-form.tsx';
import { useDirectoryTexts } from './directory-texts.ts';
import { listOf, routeTo } from './places.ts';

type Outlook = NonNullable<RoutesPreview['outlook']>;
type Change = Outlook['added'][number];
type Props = {
  list: string;
  seen: string;
  outlook: Outlook;
  onAgain: () => void;
  onDone: () => Promise<void>;
  onOvertaken: () => Promise<void>;
};

/** What a list would change, before it counts. */
export function RoutesOutlook({ list, seen, outlook, onAgain, onDone, onOvertaken }: Props) {
  const { go } = useShell();
  const { routes: texts } = useDirectoryTexts();
  const { added, changed, removed, same, assumed, findings } = outlook;
  const nothing = added.length + changed.length + removed.length === 0;
  return (
    <>
      <h2 class="utrecht-heading-2">{texts.outlook}</h2>
      {nothing && <p class="utrecht-paragraph">{texts.nothing}</p>}
      <Changes title={texts.changed(changed.length)} changes={changed} />
      <Changes title={texts.added(added.length)} changes={added} />
      <Changes title={texts.removed(removed.length)} hint={texts.removedHint} changes={removed} />
      <p class="utrecht-paragraph">{texts.same(same)}</p>
      {assumed.length > 0 && <p class="utrecht-paragraph">{texts.assumed(assumed.join(', '))}</p>}
      <Coverage findings={findings} />
      {nothing ? null : (
        <DirectoryForm
          send={() => call('POST /v1/console/routes', { body: { list, seen } })}
          done={async () => {
            await onDone();
            go(routeTo(listOf('routes')), { kind: 'ok', text: texts.done });
          }}
          overtaken={onOvertaken}
          submit={removed.length > 0 ? texts.confirmRemoving(removed.length) : texts.confirm}
          danger={removed.length > 0}
        />
      )}
      <div class="actions">
        <Button weight="secondary-action" onClick={onAgain}>
          {texts.again}
        </Button>
      </div>
    </>
  );
}

function Changes({ title, hint, changes }: { title: string; hint?: string; changes: readonly Change[] }) {
  const { routes: texts } = useDirectoryTexts();
  if (changes.length === 0) return null;
  const told = changes.map(({ fourDigits, before, after }) => {
    const [from, to] = [before.join(', '), after.join(', ')];
    if (before.length > 0 && after.length > 0) return texts.fromTo(fourDigits, from, to);
    return texts.to(fourDigits, to || from);
  });
  return (
    <Section title={title}>
      {hint && <p class="utrecht-paragraph hint">{hint}</p>}
      <Several texts={told} />
    </Section>
  );
}
