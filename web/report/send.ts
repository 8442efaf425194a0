import type { Problem } from '#shared/contracts/problem.ts';
import { fromForm, type Mistake } from '#shared/contracts/report-form.ts';
import type { SignalReceipt } from '#shared/contracts/signal-submission.ts';

/** Longer than the slowest answer of the server; a phone that lost its connection may never say so. Milliseconds. */
const PATIENCE = 20_000;

export type Sent =
  | { readonly kind: 'received'; readonly receipt: SignalReceipt }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] }
  | { readonly kind: 'outside' | 'already' | 'offline' | 'busy' };

/** Sends the signal under its key. Whatever goes wrong, the same key may be sent again and makes no second signal. */
export async function send(form: URLSearchParams, key: string, work: string | undefined): Promise<Sent> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const response = await fetch('/v1/signals', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, ...(work && { 'proof-of-work': work }) },
      body: JSON.stringify(fromForm(form)),
      signal: stop.signal,
    });
    if (response.ok) {
      const receipt: SignalReceipt = await response.json();
      return { kind: 'received', receipt };
    }
    // Throttled by the gateway, which speaks no problems, or the trouble is ours: the reporter's connection is good.
    if (response.status === 429 || response.status >= 500) return { kind: 'busy' };
    const problem: Partial<Problem> = await response.json();
    if (problem.code === 'invalid-fields') return { kind: 'mistakes', mistakes: problem.errors ?? [] };
    if (problem.code === 'outside-service-area') return { kind: 'outside' };
    if (problem.code === 'other-content') return { kind: 'already' };
  } catch {
    // No connection, no answer in time, or an answer that is not ours.
  } finally {
    clearTimeout(timer);
  }
  return { kind: 'offline' };
}
