import type { SignalView } from '#shared/contracts/console.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { Fact, Facts, Section, Several } from '../parts/facts.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { hrefOf } from '../route.ts';
import { useShell, useTexts } from '../shell.ts';
import { labelOf, type Texts } from '../texts.ts';
import { momentInWords } from '../time-in-words.ts';
import { useNow } from '../use-now.ts';
import { AskedSection } from './asked-section.tsx';
import { BackToList } from './back-to-list.tsx';
import { NextStep } from './next-step.tsx';
import { RegistersNote } from './registers-note.tsx';
import { ReporterSection } from './reporter-section.tsx';
import { SameAddress } from './same-address.tsx';
import { SignalTags } from './signal-tags.tsx';
import { spelled, titleOf, townLine } from './signal-title.ts';
import { WhatHappened } from './what-happened.tsx';

type Props = { signal: SignalView; stale: boolean; onRetry: () => void };

export function SignalDetails({ signal, stale, onRetry }: Props) {
  const texts = useTexts();
  const now = useNow();
  const place = [signal.report && townLine(signal.report.address), signal.report && signal.neighbourhood]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <BackToList which={signal.status === 'closed' ? 'closed' : 'open'} />
      <PageHeading title={texts.signal.tab}>{titleOf(signal, texts)}</PageHeading>
      {place && <p class="place">{place}</p>}
      {signal.relation !== 'backup' && <SignalTags signal={signal} />}
      {stale && (
        <div role="alert">
          <Alert kind="warning">
            <p class="utrecht-paragraph">{texts.signal.stale}</p>
            <Button weight="secondary-action" onClick={onRetry}>
              {texts.loading.again}
            </Button>
          </Alert>
        </div>
      )}
      <RegistersNote signal={signal} />
      <NextStep signal={signal} now={now} />
      <AskedSection asked={signal.asked} now={now} />
      <LetterLink signal={signal} />
      <SameAddress signal={signal} now={now} />
      {signal.report && <ReportSection report={signal.report} aboutThemselves={signal.aboutThemselves ?? false} />}
      {signal.report && <ReporterSection signal={signal} />}
      <WhatHappened signal={signal} now={now} />
      {signal.relation !== 'backup' && signal.status !== 'closed' && <Clocks signal={signal} now={now} />}
      <p class="utrecht-paragraph hint">{texts.signal.reference(spelled(signal.reference))}</p>
      {signal.relation === 'coordinator' && (
        <p class="utrecht-paragraph">
          <a
            class="utrecht-link utrecht-link--html-a reach"
            href={hrefOf({ view: 'page', page: 'log', part: signal.reference })}
          >
            {texts.signal.log}
          </a>
        </p>
      )}
    </>
  );
}

type ReportProps = { report: NonNullable<SignalView['report']>; aboutThemselves: boolean };

function ReportSection({ report, aboutThemselves }: ReportProps) {
  const { signal, words } = useTexts();
  return (
    <Section title={aboutThemselves ? signal.wishes : signal.signs}>
      {report.reasons.length > 0 && <Several texts={report.reasons.map((word) => labelOf(words.reasons, word))} />}
      {report.wishes.length > 0 && <Several texts={report.wishes.map((word) => labelOf(words.wishes, word))} />}
      {report.explanation && (
        <figure class="note">
          <figcaption class="note__caption">{aboutThemselves ? signal.noteThemselves : signal.note}</figcaption>
          <blockquote class="note__text">{report.explanation}</blockquote>
        </figure>
      )}
      <Facts>
        <Fact label={signal.notSeenSince}>{report.notSeenSince && notSeen(report.notSeenSince, signal, words)}</Fact>
        <Fact label={signal.bestTime}>{report.bestTime && labelOf(words.bestTimes, report.bestTime)}</Fact>
        <Fact label={signal.alreadyTried}>
          {report.alreadyTried.length > 0 &&
            report.alreadyTried.map((word) => labelOf(words.alreadyTried, word)).join(', ')}
        </Fact>
        <Fact label={signal.residentKnows}>
          {report.residentKnows !== undefined && (report.residentKnows ? signal.yes : signal.no)}
        </Fact>
      </Facts>
    </Section>
  );
}

const notSeen = (since: string, { notSeenFor }: Texts['signal'], { notSeenSince }: Texts['words']): string => {
  const howLong = labelOf(notSeenSince, since);
  return since === 'unknown' ? howLong : notSeenFor(howLong.toLowerCase());
};

/** For who goes there, until it is over and the resident was told of it: a letter can be posted after the end. */
function LetterLink({ signal: { relation, status, reference, acts } }: { signal: SignalView }) {
  const { signal } = useTexts();
  // A coordinator who may record an attempt has the choice of a letter.
  if (relation === 'backup' || (relation === 'coordinator' && !acts.includes('attempt'))) return null;
  if (status === 'closed' && !acts.includes('inform')) return null;
  return (
    <p class="utrecht-paragraph">
      <a class="utrecht-link utrecht-link--html-a" href={hrefOf({ view: 'page', page: 'letter', part: reference })}>
        {signal.letter}
      </a>
    </p>
  );
}

function Clocks({ signal, now }: { signal: SignalView; now: Date }) {
  const { language, texts } = useShell();
  const { triageBefore, visitPreferredBefore, visitBefore } = signal.deadlines;
  const seen = { language, now };
  const metAt = visitedAt(signal);
  /** The deadline, and once it is over with: whether it was met. */
  const clock = (before: string, doneAt: string | undefined) => {
    const due = momentInWords(before, seen);
    if (doneAt === undefined) return due;
    const inTime = Date.parse(doneAt) <= Date.parse(before);
    return `${due}: ${texts.clocks[inTime ? 'inTime' : 'late'](momentInWords(doneAt, seen))}`;
  };
  return (
    <Section title={texts.clocks.title}>
      <Facts>
        <Fact label={texts.clocks.received}>{momentInWords(signal.receivedAt, seen)}</Fact>
        {/* Whoever only visits knows that it was decided, not when. */}
        {signal.relation !== 'planned-visitor' && (
          <Fact label={texts.clocks.triage}>{clock(triageBefore, signal.triage?.at)}</Fact>
        )}
        {metAt === undefined && (
          <Fact label={texts.clocks.visitPreferred}>{momentInWords(visitPreferredBefore, seen)}</Fact>
        )}
        <Fact label={texts.clocks.visit}>{clock(visitBefore, metAt)}</Fact>
      </Facts>
    </Section>
  );
}

/** When the promise of a visit was kept, as the figures count it: by an attempt too, but not to somebody who asked for contact themselves. */
function visitedAt({ aboutThemselves, attempts = [], contact, contactAt, earlierContacts = [] }: SignalView) {
  const spoken = [...earlierContacts.map(({ at }) => at), contact?.at ?? contactAt];
  const tried = aboutThemselves ? [] : attempts.map(({ at }) => at);
  return [...tried, ...spoken]
    .filter((at) => at !== undefined)
    .toSorted((one, other) => Date.parse(one) - Date.parse(other))[0];
}
