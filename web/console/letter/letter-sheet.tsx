import type { LetterView } from '#shared/contracts/letter.ts';
import { spellDate } from '#shared/domain/spell-moment.ts';
import type { Language } from '#shared/domain/words.ts';
import { spellDuration } from '#shared/html/duration.ts';
import { pathOf, REQUEST_PAGE } from '#shared/html/paths.ts';
import { FORM } from '#shared/texts/catalogues/form.ts';
import type { LetterTexts } from '#shared/texts/console-letter-texts.ts';
import { qrPath } from '../../kit/qr-code.ts';
import { labelOf } from '../texts.ts';
import { LETTER_TOWN } from './letter-town.ts';

type Props = { signal: LetterView; texts: LetterTexts; language: Language; today: string };

/** One side of A4 with everything that AVG art. 14 asks, and a place for the proof of an erasure. */
export function LetterSheet({ signal, texts: { letter }, language, today }: Props) {
  const { aboutThemselves, partner, visitor } = signal;
  const { service, municipality, phone, controller, privacyOfficer } = LETTER_TOWN;
  const officer = [privacyOfficer.mailbox, privacyOfficer.phone].filter(Boolean).join(', ');
  return (
    <article class="letter">
      <header class="letter__head">
        <p class="letter__brand">
          <img src="/assets/icon.svg" alt="" width="40" height="40" />
          {service}
        </p>
        <p>{spellDate(FORM[language].date, language, today)}</p>
      </header>
      <p class="letter__to">
        {letter.to}
        <br />
        {signal.withoutStreet ? letter.houseNumber(signal.door) : signal.door}
        {signal.town && (
          <>
            <br />
            {signal.town}
          </>
        )}
      </p>
      <h2>{aboutThemselves ? letter.headingThemselves : letter.heading}</h2>
      <p>{letter.greeting}</p>
      <p>
        {aboutThemselves ? letter.becauseThemselves : letter.because}{' '}
        {visitor ? letter.visitBy(visitor, partner) : letter.visitFrom(partner)}
      </p>
      <p>
        <strong>{letter.yours}</strong> {letter.eraseNow}
      </p>
      <div class="letter__columns">
        <Part title={letter.whatHeading}>
          <p>{aboutThemselves ? letter.addressThemselves : letter.address}</p>
          <p>{aboutThemselves ? letter.toldThemselves : letter.told}</p>
          <List lines={toldOf(signal, letter)} />
        </Part>
        <Part title={letter.sourceHeading}>
          <p>
            {letter.source(labelOf(letter.sourceKinds, signal.source))}{' '}
            {!aboutThemselves && (signal.reporterName ? letter.sourceNamed(signal.reporterName) : letter.sourceUnnamed)}{' '}
            {signal.registersAsked && letter.sourceRegisters}
          </p>
        </Part>
        <Part title={letter.whyHeading}>
          <p>{letter.why.join(' ')}</p>
        </Part>
        <Part title={letter.readersHeading}>
          <p>
            {signal.otherReaders
              ? letter.readersBefore(partner, municipality, listed(signal.otherReaders, language))
              : letter.readers(partner, municipality)}{' '}
            {letter.processor}
          </p>
        </Part>
        <Part title={letter.howLongHeading}>
          <List lines={howLong(letter, language)} />
        </Part>
        <Part title={letter.rightsHeading}>
          <List lines={letter.rights} />
          <p>{letter.reach(phone, controller.mailbox)}</p>
        </Part>
        <Part title={letter.whoHeading}>
          <p>
            {letter.who(controller.name, controller.address)} {signal.partnerIsController && letter.whoToo(partner)}{' '}
            {letter.officer(officer)}
          </p>
        </Part>
        <Part title={letter.complaintHeading}>
          <p>{letter.complaint}</p>
        </Part>
      </div>
      {signal.code && <Ask code={signal.code} letter={letter} language={language} />}
      <p class="letter__proof">{letter.proof}</p>
    </article>
  );
}

/** The code travels behind `#`, which stays in the phone: no server and no log gets it from the address. */
function Ask({ code, letter, language }: { code: string; letter: LetterTexts['letter']; language: Language }) {
  const page = `${location.host}${pathOf(language, REQUEST_PAGE)}`;
  const { modules, path } = qrPath(`${location.protocol}//${page}#${code}`);
  return (
    <div class="letter__ask">
      <svg class="letter__qr" viewBox={`0 0 ${modules} ${modules}`} shape-rendering="crispEdges" aria-hidden="true">
        <rect width={modules} height={modules} fill="#fff" />
        <path d={path} />
      </svg>
      <p>
        {letter.ask(page)}
        <br />
        {letter.askCode} <strong class="letter__code">{code}</strong>
      </p>
    </div>
  );
}

const Part = ({ title, children }: { title: string; children: preact.ComponentChildren }) => (
  <section class="letter__part">
    <h3>{title}</h3>
    {children}
  </section>
);

const List = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

const listed = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names);

/** In general terms: what was ticked, and that there are words beside it; never the words. */
const toldOf = (
  { reasons, wishes, hasNote, hasContact }: LetterView,
  letter: LetterTexts['letter'],
): readonly string[] => [
  ...reasons.map((word) => labelOf(letter.reasons, word)),
  ...wishes.map((word) => labelOf(letter.wishes, word)),
  ...(hasNote ? [letter.note] : []),
  ...(hasContact ? [letter.contact] : []),
];

function howLong({ howLong: texts }: LetterTexts['letter'], language: Language): readonly string[] {
  const { retention } = LETTER_TOWN;
  const time = (length: number): string => spellDuration(FORM[language], length);
  return [
    retention.withoutConsent === 0 ? texts.atOnce : texts.withoutConsent(time(retention.withoutConsent)),
    texts.undecided(time(retention.undecided)),
    texts.consent(time(retention.consent)),
    texts.noFollowUp(time(retention.noFollowUp)),
    texts.notReached(time(retention.notReached)),
    texts.hardCap(time(retention.hardCap)),
    texts.backups,
  ];
}
