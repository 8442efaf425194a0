import type { SignalView } from '#shared/contracts/console.ts';
import type { Act } from '#shared/domain/life.ts';
import type { SituationWord } from '#shared/texts/console-texts.ts';
import type { TriageDraft } from '../acts/triage-form.tsx';
import { draftKey } from '../acts/work.ts';
import { nextAct } from '../next-act.ts';
import { Alert } from '../parts/alert.tsx';
import { ButtonLink } from '../parts/button.tsx';
import { Call } from '../parts/call.tsx';
import { Fact, Facts, Several } from '../parts/facts.tsx';
import { Icon } from '../parts/icon.tsx';
import { hrefOf } from '../route.ts';
import { useShell, useTexts } from '../shell.ts';
import { labelOf } from '../texts.ts';
import { dayInWords, momentInWords } from '../time-in-words.ts';
import { actTexts, triageTexts } from './act-texts.ts';
import { AtDoor } from './at-door.tsx';
import { Deadline, DueLine } from './due-line.tsx';
import { Proposal } from './proposal.tsx';
import { ReachLink } from './reporter-section.tsx';
import { TakeOver } from './take-over.tsx';

/** For a coordinator and a backup: with whom to speak. */
const TELLS_OWNER: ReadonlySet<string> = new Set(['with-owner', 'escalated', 'alarm', 'take-over']);

/**
 * What the running step asks beside what stands above it: the same, so that its clock needs no name; something else, which is then named; or what
 * nobody should do now, or that has a clock of its own.
 */
const CLOCK: Readonly<Record<SituationWord, 'asks-it' | 'asks-else' | 'none'>> = {
  'take-over': 'asks-it',
  held: 'asks-it',
  triage: 'asks-it',
  asked: 'asks-it',
  locate: 'asks-it',
  plan: 'asks-it',
  ahead: 'asks-else',
  planned: 'asks-else',
  again: 'asks-it',
  reopened: 'asks-else',
  inform: 'none',
  request: 'none',
  'request-waits': 'none',
  choose: 'asks-it',
  'choice-of-coordinator': 'asks-it',
  undecided: 'asks-else',
  'help-later': 'asks-else',
  help: 'asks-it',
  'wrap-up': 'asks-else',
  escalated: 'asks-else',
  alarm: 'none',
  danger: 'none',
  'with-owner': 'asks-else',
  closed: 'none',
  'on-its-way': 'none',
};

/** Acts that begin, or end, with a tap here. */
const HAS_OWN_BUTTON: ReadonlySet<Act> = new Set(['triage', 'take-over']);
const AT_DOOR: ReadonlySet<Act> = new Set(['contact', 'attempt', 'alarm']);

/** "Gaan we langs?" The answer is the button; how one came to it is asked after it. */
function Decide({ signal }: { signal: SignalView }) {
  const { texts, drafts } = useShell();
  const { triage } = triageTexts(texts, signal);
  const answer = (go: TriageDraft['go']) => {
    const key = draftKey(signal.reference, 'triage');
    drafts.keep(key, { ...drafts.read<TriageDraft>(key), go });
  };
  const href = hrefOf({ view: 'signal', id: signal.reference, act: 'triage' });
  return (
    <div class="actions actions--stacked">
      <ButtonLink href={href} weight="primary-action" big onClick={() => answer('yes')}>
        {triage.yes}
        <Icon name="onward" />
      </ButtonLink>
      <ButtonLink href={href} weight="secondary-action" onClick={() => answer('no')}>
        {triage.no}
      </ButtonLink>
    </div>
  );
}

/** Danger is told of by itself, or with the contact at which it was seen. */
const whoSaw = ({ danger, history = [] }: SignalView): string | undefined =>
  history.findLast(({ at, what }) => at === danger?.at && (what === 'alarm' || what === 'contact'))?.by;

/** Whoever asked for contact: when they like to be called, and one tap that does it. */
function HowToReach({ signal: { report, reporter } }: { signal: SignalView }) {
  const { asked, words } = useTexts();
  const { phone, email, name } = reporter ?? {};
  const { bestTime } = report ?? {};
  const when = bestTime && bestTime !== 'any' ? labelOf(words.bestTimes, bestTime).toLowerCase() : undefined;
  if (!phone && !email) return <p class="utrecht-paragraph">{asked.noReach}</p>;
  return (
    <>
      {name && (
        <p class="utrecht-paragraph">
          <strong>{name}</strong>
        </p>
      )}
      <Facts>
        <Fact label={asked.call(when)}>{phone && <ReachLink href={`tel:${phone}`} text={phone} />}</Fact>
        <Fact label={asked.mail}>{email && <ReachLink href={`mailto:${email}`} text={email} />}</Fact>
      </Facts>
    </>
  );
}

/** What to do now, above everything else; then what else can be done, and why something cannot. */
export function NextStep({ signal, now }: { signal: SignalView; now: Date }) {
  const { language, texts } = useShell();
  const { next, words } = texts;
  const seen = { language, now };
  const { situation, primary, alongside, others, blocked } = nextAct(signal, now);
  // A coordinator stands at no door: the attempt that is theirs is a letter.
  const isAtDoor = (act: Act): boolean => AT_DOOR.has(act) && signal.relation !== 'coordinator';
  const atDoor = [primary, ...alongside].some((act) => act && isAtDoor(act));
  // Whoever has no visit planned plans one first, unless they went already.
  const planFirst = primary === 'plan';
  const buttonOf = (act: Act) => actTexts(texts, act, signal).button;
  const hrefTo = (act: Act) => hrefOf({ view: 'signal', id: signal.reference, act });

  return (
    <section class="next" aria-labelledby="next-title">
      <h2 id="next-title" class="utrecht-heading-2 next__title">
        {next.title[situation]}
      </h2>
      {signal.plan && (
        <p class="due due--planned">
          <Icon name="calendar" />
          <span>{next.planned(momentInWords(signal.plan.at, seen), signal.plan.who)}</span>
        </p>
      )}
      {CLOCK[situation] === 'asks-it' && <Deadline signal={signal} now={now} />}
      {CLOCK[situation] === 'asks-else' && <DueLine signal={signal} now={now} />}
      <p class="utrecht-paragraph">{next.explanation[situation]}</p>
      {signal.alarm && signal.relation === 'planned-visitor' && (
        <Alert kind="warning">
          <p class="utrecht-paragraph">{texts.alarm.tell.stands}</p>
        </Alert>
      )}
      {signal.alarm && signal.danger && (
        <p class="utrecht-paragraph">
          <strong>{next.seenBy(whoSaw(signal), momentInWords(signal.danger.at, seen))}</strong>
        </p>
      )}
      {signal.suspicions && (
        <>
          <p class="utrecht-paragraph">{next.heldBecause}</p>
          <Several texts={signal.suspicions.map((word) => labelOf(words.suspicions, word))} />
        </>
      )}
      {(situation === 'request' || situation === 'request-waits') && signal.requests && (
        <Several
          texts={signal.requests.map(
            ({ wish, at, before }) =>
              `${texts.requests.wishes[wish]}. ${texts.requests.received(dayInWords(at, seen))} ${texts.requests.before(dayInWords(before, seen))}`,
          )}
        />
      )}
      {situation === 'inform' && signal.informBefore && (
        <p class="utrecht-paragraph">
          <strong>{next.informBefore(dayInWords(signal.informBefore, seen))}</strong>
        </p>
      )}
      {TELLS_OWNER.has(situation) && (
        <p class="utrecht-paragraph">
          {next.owner(signal.ownerName)} <Call name={signal.ownerName} phone={signal.ownerPhone} />
        </p>
      )}
      {signal.expiresAt && (
        <p class="utrecht-paragraph">
          {(signal.status === 'closed' ? next.goneAfter : next.goneUnless)(dayInWords(signal.expiresAt, seen))}
        </p>
      )}
      {situation === 'asked' && <HowToReach signal={signal} />}
      {situation === 'again' && <Proposal signal={signal} now={now} />}
      {atDoor && !planFirst && <AtDoor signal={signal} title={undefined} />}
      {primary === 'triage' && <Decide signal={signal} />}
      {primary === 'take-over' && <TakeOver />}
      {primary && !HAS_OWN_BUTTON.has(primary) && !isAtDoor(primary) && (
        <div class="actions actions--stacked">
          <ButtonLink href={hrefTo(primary)} weight={situation === 'again' ? 'secondary-action' : 'primary-action'} big>
            {primary === 'answer' && signal.requests?.[0]
              ? texts.requests.answerBefore(dayInWords(signal.requests[0].before, seen))
              : buttonOf(primary)}
            <Icon name="onward" />
          </ButtonLink>
          {alongside
            .filter((act) => !isAtDoor(act))
            .map((act) => (
              <ButtonLink key={act} href={hrefTo(act)} weight="secondary-action" danger={act === 'erase'}>
                {buttonOf(act)}
              </ButtonLink>
            ))}
        </div>
      )}
      {atDoor && planFirst && <AtDoor signal={signal} title={texts.door.title} />}
      {others.length > 0 && (
        <>
          <h3 class="utrecht-heading-3 next__others">{primary ? next.otherActs : next.possibleActs}</h3>
          <ul class="other-acts">
            {others.map((act) => (
              <li key={act}>
                <ButtonLink href={hrefTo(act)} weight="subtle" danger={act === 'erase' || act === 'alarm'}>
                  {buttonOf(act)}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {signal.relation === 'planned-visitor' && (
        <p class="utrecht-paragraph hint">
          {next.cannotGo(signal.ownerName)} <Call name={signal.ownerName} phone={signal.ownerPhone} />
        </p>
      )}
      {blocked && <p class="utrecht-paragraph hint">{next.blocked[blocked]}</p>}
    </section>
  );
}
