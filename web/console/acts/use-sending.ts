import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Act } from '#shared/domain/life.ts';
import type { ActBody } from '../api/calls.ts';
import { sendAct } from '../api/send-act.ts';
import type { FieldError, Trouble } from '../api/trouble.ts';
import type { Left } from '../outbox.ts';
import { parseRoute } from '../route.ts';
import { useShell } from '../shell.ts';
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
 * when the network is back. The version makes that safe: an entry that did arrive is answered with `already-done`.
 */
export function useSending<A extends Act>(act: A, entry: () => Entry<A>) {
  const { texts, sessionEnded, drafts, outbox, go } = useShell();
  const { signal, reason, finished, overtaken, askReason } = useWork();
  const back = useRef<Left>(undefined);
  const [sending, setSending] = useState<Sending>(() => {
    // Left while it waited: from now on this form has it again.
    back.current = outbox.take(signal.reference, act);
    return back.current?.state === 'waiting'
      ? { kind: 'failed', trouble: { kind: 'no-connection' } }
      : { kind: 'idle' };
  });
  const busy = useRef(false);
  /** The body whose fate is unknown, because its connection broke. */
  const unsure = useRef(back.current && JSON.stringify(back.current.body));

  const send = async (body: ActBody<A>) => {
    if (busy.current) return;
    busy.current = true;
    setSending({ kind: 'sending' });
    const reply = await sendAct(act, signal.reference, signal.version, body, reason);
    busy.current = false;
    switch (reply.kind) {
      case 'ok':
        drafts.drop(draftKey(signal.reference, act));
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
        const sentBefore = unsure.current === JSON.stringify(body);
        const byMe = reply.kind !== 'already-done' || reply.done?.byYou === true;
        if (!sentBefore || !byMe) {
          setSending({ kind: 'idle' });
          return overtaken(act, reply, 'no');
        }
        drafts.drop(draftKey(signal.reference, act));
        return overtaken(act, reply, erases(act, body) ? 'erasure' : 'yes');
      }
      case 'no-connection':
        unsure.current = JSON.stringify(body);
        return setSending({ kind: 'failed', trouble: reply });
      default:
        return setSending({ kind: 'failed', trouble: reply });
    }
  };

  const submit = () => {
    const made = entry();
    if ('missing' in made) setSending({ kind: 'wrong', errors: made.missing });
    else void send(made.body);
  };
  const sendUnchanged = () => {
    const made = entry();
    if ('body' in made && JSON.stringify(made.body) === unsure.current) void send(made.body);
  };
  const made = entry();
  const unchanged = 'body' in made && JSON.stringify(made.body) === unsure.current;
  const latest = useRef(sendUnchanged);
  latest.current = sendUnchanged;
  const waiting = sending.kind === 'failed' && sending.trouble.kind === 'no-connection';
  // Before it is said that the entry waits, it does.
  useLayoutEffect(() => {
    if (!waiting) return;
    const whenBack = () => latest.current();
    // The browser asks, in its own words, whether to leave what was not sent.
    const beforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault();
    if (back.current && navigator.onLine) whenBack();
    back.current = undefined;
    addEventListener('online', whenBack);
    addEventListener('beforeunload', beforeLeaving);
    return () => {
      removeEventListener('online', whenBack);
      removeEventListener('beforeunload', beforeLeaving);
    };
  }, [waiting]);
  const leave = () => {
    if (!waiting) return;
    const { reference, version } = signal;
    // An erasure ends with a code that somebody has to see.
    if ('body' in made && unchanged && !erases(act, made.body))
      outbox.keep({ act, reference, version, body: made.body, ...(reason && { reason }) });
    else go(parseRoute(location.hash), { kind: 'warning', text: texts.form.notSent });
  };
  const left = useRef(leave);
  left.current = leave;
  useEffect(() => () => left.current(), []);

  /** `waiting`: goes by itself when there is network again. */
  return { sending, stillWrong: stillWrong(sending, made), waiting: waiting && unchanged, submit };
}

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
