import type { SignalView } from '#shared/contracts/console.ts';
import { type ProposedAttempt, proposedAttempt } from '#shared/domain/proposed-attempt.ts';
import { dateOf, type EpochSeconds, epochSecondsOf } from '#shared/domain/time.ts';
import { type ATTEMPT_RESULTS, BEST_TIMES, WAYS } from '#shared/domain/words.ts';
import type { AttemptDraft } from '../acts/attempt-form.tsx';
import { useSending } from '../acts/use-sending.ts';
import { draftKey } from '../acts/work.ts';
import { Button, ButtonLink } from '../parts/button.tsx';
import { TroubleAlert } from '../parts/trouble-alert.tsx';
import { hrefOf } from '../route.ts';
import { useShell } from '../shell.ts';
import { momentInWords } from '../time-in-words.ts';

/** After a contact that failed: another moment, planned with one tap, or another way. */
export function Proposal({ signal, now }: { signal: SignalView; now: Date }) {
  const next = proposalFor(signal, now);
  if (next?.way === 'visit') return <Visit signal={signal} at={next.at} now={now} />;
  return next ? <OtherWay signal={signal} way={next.way} /> : null;
}

function Visit({ signal, at, now }: { signal: SignalView; at: EpochSeconds; now: Date }) {
  const { texts, language, session } = useShell();
  const { proposal, form } = texts;
  const iso = dateOf(at).toISOString();
  const me = signal.visitors?.find(({ id }) => id === session?.member.id);
  const { sending, submit } = useSending('plan', () =>
    me ? { body: { at: iso, memberId: me.id } } : { missing: [{ field: 'memberId', code: 'required' }] },
  );
  if (!me || !signal.acts.includes('plan')) return null;
  return (
    <div class="proposal">
      <p class="utrecht-paragraph">{proposal.otherMoment}</p>
      {sending.kind === 'failed' && <TroubleAlert trouble={sending.trouble} />}
      <div class="actions actions--stacked">
        <Button busy={sending.kind === 'sending'} onClick={submit}>
          {sending.kind === 'sending' ? form.sending : proposal.visit(momentInWords(iso, { language, now }))}
        </Button>
      </div>
    </div>
  );
}

type Result = (typeof ATTEMPT_RESULTS)[number];
const FIRST_RESULT: Readonly<Record<'phone' | 'letter', Result | undefined>> = {
  phone: undefined,
  letter: 'card-left',
};

function OtherWay({ signal, way }: { signal: SignalView; way: 'phone' | 'letter' }) {
  const { texts, drafts } = useShell();
  const { proposal } = texts;
  if (!signal.acts.includes('attempt')) return null;
  const begin = () => {
    const key = draftKey(signal.reference, 'attempt');
    const result = FIRST_RESULT[way];
    drafts.keep(key, { ...drafts.read<AttemptDraft>(key), way, result });
  };
  return (
    <div class="proposal">
      <p class="utrecht-paragraph">{proposal.otherWay[way]}</p>
      <div class="actions actions--stacked">
        <ButtonLink
          href={hrefOf({ view: 'signal', id: signal.reference, act: 'attempt' })}
          weight="primary-action"
          onClick={begin}
        >
          {proposal.done[way]}
        </ButtonLink>
      </div>
    </div>
  );
}

function proposalFor(
  { attempts, step, report, reporter, aboutThemselves = false }: SignalView,
  now: Date,
): ProposedAttempt | undefined {
  if (!step || !attempts) return undefined;
  const moment = (iso: string): EpochSeconds => epochSecondsOf(new Date(iso));
  const known = attempts.flatMap(({ at, way: said }) => {
    const way = WAYS.find((one) => one === said);
    return way ? [{ at: moment(at), way }] : [];
  });
  const bestTime = BEST_TIMES.find((one) => one === report?.bestTime);
  const hasPhone = aboutThemselves && reporter?.phone !== undefined;
  return proposedAttempt({ attempts: known, before: moment(step.before), bestTime, hasPhone }, epochSecondsOf(now));
}
