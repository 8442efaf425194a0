import { CONSOLE_GUIDE } from '#shared/texts/catalogues/console-guide.ts';
import { CallMunicipality } from '../parts/call.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useShell } from '../shell.ts';
import { ownIn } from '../texts.ts';

/** The work in six steps, for somebody who sees one signal a month. */
export function GuidePage() {
  const { language, session } = useShell();
  const { title, intro, steps, goodToKnow, facts, danger, stuck } = ownIn(
    'console-guide',
    CONSOLE_GUIDE[language],
    language,
  );
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p class="utrecht-paragraph">{intro}</p>
      <ol class="guide">
        {steps.map((step) => (
          <li key={step.title} class="guide__step">
            <h2 class="utrecht-heading-3">{step.title}</h2>
            <p class="utrecht-paragraph">{step.text}</p>
          </li>
        ))}
      </ol>
      <p class="utrecht-paragraph">
        <strong>{danger}</strong>
      </p>
      {session?.member.role !== 'coordinator' && (
        <p class="utrecht-paragraph">
          {stuck} <CallMunicipality />
        </p>
      )}
      <h2 class="utrecht-heading-2">{goodToKnow}</h2>
      <ul class="utrecht-unordered-list">
        {facts.map((fact) => (
          <li key={fact} class="utrecht-unordered-list__item">
            {fact}
          </li>
        ))}
      </ul>
    </>
  );
}
