import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Act } from '#shared/domain/life.ts';
import type { ActAnswer, ActBody } from '../api/calls.ts';
import type { Reply } from '../api/client.ts';
import { sendAct } from '../api/send-act.ts';
import type { FieldError, Trouble } from '../api/trouble.ts';
import type { Left } from '../outbox.ts';
import { parseRoute } from '../route.ts';
import { useShell } from '../shell.ts';
import { useTriesAgain } from '../use-tries-again.ts';
import { draftKey, useWork } from './work.ts';

export type Sending =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  /** `refused`: the body that the server refused; absent when it was never sent. */
  | { readonly kind: 'wrong'; readonly errors: readonly FieldError[]; readonly refused?: string }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

/** What the answers come to: something to send, or what is still missing. */
export type Entry<A extends Act> = { readonly body: ActBody<A> } | { readonly missing: readonly FieldError[] };

/**
 * Sends an entry once. A second tap while it is under way does nothing; after a failed connection it goes again, by a tap or, unchanged,
 * by itself. The version makes that safe: an entry that did arrive is answered with `already-done`. A try that nobody asked for is not
 * seen: the form says all along that it waits.
 */
export function useSending<A extends Act>(act: A, entry: () => Entry<A>) {
  const { texts, session, sessionEnded, drafts, outbox, forget, go } = useShell();
  const { signal, reason, finished, overtaken, askReason } = useWork();
  const back = useRef<Left>(undefined);
  const [sending, setSending] = useState<Sending>(() => {
    // Left while it waited: from now on this form has it again.
    back.current = outbox.take(signal.reference, act);
    return back.current?.state === 'waiting'
      ? { kind: 'failed', trouble: { kind: 'no-connection' } }
      : { kind: 'idle' };
  });
  const underway = useRef<Promise<Reply<ActAnswer>>>(undefined);
  /** What was tapped while a try that nobody asked for was under way: that one is seen from then on. */
  const tapped = useRef(false);
  /** It arrived, or waits elsewhere: no more of this form. */
  const over = useRef(false);
  /** The body whose fate is unknown, because its connection broke. */
  const unsure = useRef(back.current && JSON.stringify(back.current.body));
  const onScreen = useRef(entry);
  onScreen.current = entry;

  const send = async (body: ActBody<A>, byItself = false) => {
    if (!byItself) setSending({ kind: 'sending' });
    tapped.current = false;
    underway.current = sendAct(act, signal.reference, signal.version, body, reason);
    const reply = await underway.current;
    underway.current = undefined;
    if (over.current) return;
    const shown = onScreen.current();
    // Only where nobody asked for this try could somebody go on with the form meanwhile.
    const changed = byItself && !isOf(shown, JSON.stringify(body));
    switch (reply.kind) {
      case 'ok':
        if (changed && !(reply.answer && 'erased' in reply.answer)) {
          setSending({ kind: 'idle' });
          const by = session?.member.name ?? '';
          const done = { by, byYou: true, what: act, at: new Date().toISOString() } as const;
          return overtaken(act, { kind: 'already-done', done }, 'no');
        }
        over.current = true;
        drafts.drop(draftKey(signal.reference, act));
        for (const gone of goneBy(signal.reference, body, reply.answer)) forget(gone);
        return finished(act, reply.answer);
      case 'invalid-fields':
        return setSending({ kind: 'wrong', errors: reply.errors, refused: JSON.stringify(body) });
      case 'not-signed-in':
        return sessionEnded();
      case 'reason-needed':
        setSending({ kind: 'idle' });
        return askReason();
      case 'already-done':
      case 'handed-over':
      case 'not-found': {
        const sentBefore = unsure.current === JSON.stringify(body) && !changed;
        const byMe = reply.kind !== 'already-done' || reply.done?.byYou === true;
        if (reply.kind !== 'already-done')
          for (const gone of goneBy(signal.reference, sentBefore ? body : {})) forget(gone);
        if (!sentBefore || !byMe) {
          setSending({ kind: 'idle' });
          return overtaken(act, reply, 'no');
        }
        over.current = true;
        drafts.drop(draftKey(signal.reference, act));
        return overtaken(act, reply, erases(act, body) ? 'erasure' : 'yes');
      }
      case 'no-connection':
        unsure.current = JSON.stringify(body);
        if (tapped.current && changed && 'body' in shown) return send(shown.body);
        if (!byItself || tapped.current) setSending({ kind: 'failed', trouble: reply });
        return;
      default:
        return setSending({ kind: 'failed', trouble: reply });
    }
  };

  const submit = () => {
    const made = entry();
    if ('missing' in made) return setSending({ kind: 'wrong', errors: made.missing });
    if (!underway.current) return void send(made.body);
    tapped.current = true;
    setSending({ kind: 'sending' });
  };
  const sendUnchanged = async () => {
    const made = entry();
    if (!underway.current && 'body' in made && isOf(made, unsure.current)) await send(made.body, true);
  };
  const made = entry();
  const unchanged = isOf(made, unsure.current);
  const waiting = sending.kind === 'failed' && sending.trouble.kind === 'no-connection';
  useTriesAgain(waiting, sendUnchanged);
  useLayoutEffect(() => {
    if (waiting && back.current && navigator.onLine) void sendUnchanged();
    back.current = undefined;
  }, [waiting]);
  const leave = () => {
    if (!waiting || over.current) return;
    const { reference, version } = signal;
    // An erasure ends with a code that somebody has to see.
    if ('body' in made && unchanged && !erases(act, made.body)) {
      over.current = true;
      outbox.keep({ act, reference, version, body: made.body, ...(reason && { reason }) }, underway.current);
    } else go(parseRoute(location.hash), { kind: 'warning', text: texts.form.notSent });
  };
  const left = useRef(leave);
  left.current = leave;
  useEffect(() => () => left.current(), []);

  /** `waiting`: goes by itself when something comes through again. */
  return { sending, stillWrong: stillWrong(sending, made), waiting: waiting && unchanged, submit };
}

/** Which signals are not there for these eyes after this, the last of them this one. */
function goneBy(reference: string, body: object, answer?: ActAnswer): readonly string[] {
  if (answer && !('erased' in answer)) return [];
  const also = 'also' in body && Array.isArray(body.also) ? (body.also as readonly string[]) : [];
  return [...also, reference];
}

const isOf = (made: Entry<Act>, body: string | undefined): boolean =>
  'body' in made && JSON.stringify(made.body) === body;

/** What of a refusal is not put right yet: what is still missing, or all that the server named, until something changes. */
function stillWrong(sending: Sending, made: Entry<Act>): readonly FieldError[] {
  if (sending.kind !== 'wrong') return [];
  const { errors, refused } = sending;
  if (refused !== undefined) return 'body' in made && JSON.stringify(made.body) === refused ? errors : [];
  const missing = 'missing' in made ? made.missing : [];
  return errors.filter(({ field }) => missing.some((one) => one.field === field));
}

/** Whether a proof code comes back, which nobody can give a second time. */
const erases = (act: Act, body: object): boolean =>
  act === 'erase' || ('consent' in body && body.consent === 'erase-now');
