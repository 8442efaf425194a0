import { type SignalStatus, StatusRequest } from '#shared/contracts/signal-submission.ts';
import { parseSignalId, type SignalId } from '#shared/domain/ids.ts';
import type { Status } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import { readForm } from '#shared/http/body.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { jsonHandler } from '#shared/http/json-handler.ts';
import { json, page, problem, type Response } from '#shared/http/responses.ts';
import type { StatusReader } from '#shared/ports/signal-store.ts';
import { languageOf } from './language.ts';
import { type PageTextsDeps, settingsNow } from './page-texts.ts';

export type SignalStatusDeps = PageTextsDeps & {
  readonly status: StatusReader;
  readonly now: () => EpochSeconds;
};

const TOLD: Record<Status, SignalStatus['status']> = {
  received: 'received',
  assigned: 'received',
  'following-up': 'picked-up',
  'in-contact': 'picked-up',
  closed: 'closed',
};

/**
 * `POST /v1/signal-status`: three words and never an outcome. Erased, expired and unknown are the same 404. A POST, so that no log holds the
 * reference. A form is answered with a page.
 */
export const signalStatusHandler = (deps: SignalStatusDeps): Handler => {
  const answerJson = jsonHandler(StatusRequest, async ({ reference }) => {
    const status = await statusOf(deps, reference);
    return status ? json(200, { status } satisfies SignalStatus) : problem('not-found');
  });
  return async (event) => {
    const form = readForm(event);
    return form.kind === 'read' ? answerForm(deps, form.value) : answerJson(event);
  };
};

async function answerForm(deps: SignalStatusDeps, values: URLSearchParams): Promise<Response> {
  const { pages } = await import('./pages.lazy.js');
  const context = pages.contextOf(await settingsNow(deps), languageOf(values));
  const typed = values.get('reference') ?? '';
  const reference = parseSignalId(typed);
  if (!reference) return page(400, pages.status(context, { typed, answer: 'wrong' }));
  const status = await statusOf(deps, reference);
  return page(status ? 200 : 404, pages.status(context, { typed, answer: status ?? 'unknown' }));
}

async function statusOf(
  { status, now }: SignalStatusDeps,
  reference: SignalId,
): Promise<SignalStatus['status'] | undefined> {
  const found = await status.statusOf(reference, now());
  return found && TOLD[found];
}
