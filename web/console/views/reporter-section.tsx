import type { SignalView } from '#shared/contracts/console.ts';
import { Fact, Facts, Section } from '../parts/facts.tsx';
import { useTexts } from '../shell.ts';
import { labelOf } from '../texts.ts';

/** Who passed it on, how to reach them if they agreed, and what may be said at the door. A visitor is told nothing of them. */
export function ReporterSection({ signal }: { signal: SignalView }) {
  const { reporter: texts, words } = useTexts();
  const { reporter, report, aboutThemselves, relation } = signal;
  if (relation === 'planned-visitor') {
    return aboutThemselves ? null : <p class="utrecht-paragraph say">{texts.sayNothing}</p>;
  }
  const kind = report?.reporterKind && labelOf(words.reporterKinds, report.reporterKind);
  return (
    <Section title={aboutThemselves ? texts.titleThemselves : texts.title}>
      {!aboutThemselves && signal.status !== 'closed' && (
        <p class="utrecht-paragraph say">{reporter?.mayBeNamed ? texts.mayBeNamed : texts.mayNotBeNamed}</p>
      )}
      <Facts>
        {!aboutThemselves && <Fact label={texts.kind}>{kind}</Fact>}
        <Fact label={texts.name}>{reporter?.name}</Fact>
        <Fact label={texts.phone}>
          {reporter?.phone && (
            <Reach may={reporter.mayBeContacted} href={`tel:${reporter.phone}`} text={reporter.phone} />
          )}
        </Fact>
        <Fact label={texts.email}>
          {reporter?.email && (
            <Reach may={reporter.mayBeContacted} href={`mailto:${reporter.email}`} text={reporter.email} />
          )}
        </Fact>
      </Facts>
      {reporter && (reporter.phone || reporter.email) ? (
        <p class="utrecht-paragraph hint">
          {reporter.mayBeContacted || aboutThemselves ? texts.mayBeContacted : texts.mayNotBeContacted}
        </p>
      ) : (
        <p class="utrecht-paragraph hint">{signal.status === 'closed' ? texts.forgotten : texts.noContact}</p>
      )}
    </Section>
  );
}

/** Only who agreed to it can be called with one tap. */
const Reach = ({ may, href, text }: { may: boolean; href: string; text: string }) =>
  may ? <ReachLink href={href} text={text} /> : <span>{text}</span>;

export const ReachLink = ({ href, text }: { href: string; text: string }) => (
  <a class="utrecht-link utrecht-link--html-a reach" href={href}>
    {text}
  </a>
);
