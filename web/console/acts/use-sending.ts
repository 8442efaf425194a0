import { useEffect, useRef, useState } from 'preact/hooks';
import type { Act } from '#shared/domain/life.ts';
import type { ActBody } from '../api/calls.ts';
import { sendAct } from '../api/send-act.ts';
import type { FieldError, Trouble } from '../api/trouble.ts';
import { useShell } from '../shell.ts';
import { draftKey, useWork } from './work.ts';

export type Sending =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'wrong'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

/**
 * Sends an entry once. A second tap while it is under way does nothing; after a failed connection the same body goes again, by a tap
 * or when the network is back. The version makes that safe: an entry that did arrive is answered with `already-done`.
 */
export function useSending<A extends Act>(act: A) {
  const { session, sessionEnded, drafts } = useShell();
  const { signal, finished, overtaken } = useWork();
  const [sending, setSending] = useState<Sending>({ kind: 'idle' });
  const busy = useRef(false);
  /** The body whose fate is unknown: its connection broke. */
  const unsure = useRef<ActBody<A>>(undefined);

  const send = async (body: ActBody<A>) => {
    if (busy.current) return;
    busy.current = true;
    setSending({ kind: 'sending' });
    const reply = await sendAct(act, signal.reference, signal.version, body);
    busy.current = false;
    const again = unsure.current !== undefined && JSON.stringify(unsure.current) === JSON.stringify(body);
    switch (reply.kind) {
      case 'ok':
        drafts.drop(draftKey(signal.reference, act));
        return finished(act, reply.answer);
      case 'invalid-fields':
        return setSending({ kind: 'wrong', errors: reply.errors });
      case 'not-signed-in':
        return sessionEnded();
      case 'already-done':
      case 'handed-over':
      case 'not-found': {
        const byMe = reply.kind !== 'already-done' || reply.done?.by === session?.member.name;
        const ours = again && byMe;
        if (ours) drafts.drop(draftKey(signal.reference, act));
        return overtaken(act, reply, ours);
      }
      case 'no-connection':
        unsure.current = body;
        return setSending({ kind: 'failed', trouble: reply });
      default:
        return setSending({ kind: 'failed', trouble: reply });
    }
  };

  const retry = () => {
    if (unsure.current) void send(unsure.current);
  };
  const waiting = sending.kind === 'failed' && sending.trouble.kind === 'no-connection';
  const latest = useRef(retry);
  latest.current = retry;
  useEffect(() => {
    if (!waiting) return;
    const whenBack = () => latest.current();
    addEventListener('online', whenBack);
    return () => removeEventListener('online', whenBack);
  }, [waiting]);

  return { sending, send, retry, refuse: (errors: readonly FieldError[]) => setSending({ kind: 'wrong', errors }) };
}
