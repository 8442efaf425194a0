import { IdempotencyKey, type SignalReceipt, SignalSubmission } from '#shared/contracts/signal-submission.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import type { Deadlines } from '#shared/domain/signal.ts';
import { suspicionsOf } from '#shared/domain/suspicion.ts';
import { readJson } from '#shared/http/body.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { json, problem } from '#shared/http/responses.ts';
import { apiTime } from '#shared/http/times.ts';
import { wrongFields } from '#shared/http/wrong-fields.ts';
import { type SubmitSignalDeps, submitSignal } from '#shared/usecases/submit-signal.ts';
import { owesWork } from './proof-of-work-check.ts';
import { isHoneypotFilled, splitSubmission } from './split-submission.ts';

/** `POST /v1/signals`. The same key and content again is the same answer, so a client may repeat until it has one. */
export const submitSignalHandler =
  (deps: SubmitSignalDeps): Handler =>
  async (event) => {
    const body = readJson(event);
    if (body.kind !== 'read') return problem(body.kind);
    const key = IdempotencyKey.safeParse(event.headers['idempotency-key']);
    const submission = SignalSubmission.safeParse(body.value);
    if (!key.success || !submission.success) {
      const errors = [
        ...(key.success ? [] : [{ field: 'Idempotency-Key', code: 'idempotency-key' }]),
        ...(submission.success ? [] : wrongFields(submission.error.issues)),
      ];
      return problem('invalid-fields', { errors });
    }
    const arrival = {
      hiddenField: isHoneypotFilled(submission.data),
      from: { sender: 'script', owesWork: owesWork(deps, key.data, event.headers['proof-of-work']) },
    } as const;
    const suspicions = suspicionsOf(arrival, deps.now());
    const outcome = await submitSignal(deps, {
      idempotencyKey: key.data,
      ...splitSubmission(submission.data),
      suspicions,
    });
    switch (outcome.kind) {
      case 'accepted':
        return json(201, receiptOf(outcome.id, outcome.deadlines));
      case 'outside-service-area':
        return problem('outside-service-area', { contact: contactOf(deps) });
      case 'contact-required':
        return problem('invalid-fields', { errors: [{ field: 'reporter.phone', code: 'contact' }] });
      case 'other-content':
        return problem('other-content');
    }
  };

export const receiptOf = (id: SignalId, { triageBefore, visitBefore }: Deadlines): SignalReceipt => ({
  reference: id,
  triageBefore: apiTime(triageBefore),
  visitBefore: apiTime(visitBefore),
});

/** Where somebody can go whose address is not ours to serve. */
export const contactOf = ({ settings: { desk } }: Pick<SubmitSignalDeps, 'settings'>) => ({
  name: desk.name,
  phone: desk.phone,
});
