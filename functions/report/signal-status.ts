import { type SignalStatus, StatusRequest } from '#shared/contracts/signal-submission.ts';
import type { Status } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { jsonHandler } from '#shared/http/json-handler.ts';
import { json, problem } from '#shared/http/responses.ts';
import type { StatusReader } from '#shared/ports/signal-store.ts';

export type SignalStatusDeps = { readonly status: StatusReader; readonly now: () => EpochSeconds };

const TOLD: Record<Status, SignalStatus['status']> = {
  received: 'received',
  assigned: 'received',
  'following-up': 'picked-up',
  'in-contact': 'picked-up',
  closed: 'closed',
};

/** `POST /v1/signal-status`: three words and never an outcome. Erased, expired and unknown are the same 404. A POST, so that no log holds the reference. */
export const signalStatusHandler = ({ status, now }: SignalStatusDeps): Handler =>
  jsonHandler(StatusRequest, async ({ reference }) => {
    const found = await status.statusOf(reference, now());
    return found ? json(200, { status: TOLD[found] } satisfies SignalStatus) : problem('not-found');
  });
