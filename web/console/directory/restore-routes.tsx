import { call } from '../api/client.ts';
import { Section } from '../parts/facts.tsx';
import { useShell } from '../shell.ts';
import { momentInWords } from '../time-in-words.ts';
import { useNow } from '../use-now.ts';
import { DirectoryForm } from './directory-form.tsx';
import { useDirectoryTexts } from './directory-texts.ts';
import { listOf, routeTo } from './places.ts';

type Props = { seen: string; until: string; onDone: () => Promise<void>; onOvertaken: () => Promise<void> };

/** The list of before counts again with one tap; so does this one, after that. */
export function RestoreRoutes({ seen, until, onDone, onOvertaken }: Props) {
  const { go, language } = useShell();
  const { routes: texts } = useDirectoryTexts();
  const now = useNow();
  return (
    <Section title={texts.formerTitle}>
      <p class="utrecht-paragraph">{texts.former(momentInWords(until, { language, now }))}</p>
      <DirectoryForm
        send={() => call('POST /v1/console/routes/restoring', { body: { seen } })}
        done={async () => {
          await onDone();
          go(routeTo(listOf('routes')), { kind: 'ok', text: texts.restored });
        }}
        overtaken={onOvertaken}
        submit={texts.restore}
        weight="secondary-action"
      />
    </Section>
  );
}
