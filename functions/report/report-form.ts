import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { CHANGE_FIELD, fromForm, KEY_FIELD, type Mistake, STAMP_FIELD } from '#shared/contracts/report-form.ts';
import { IdempotencyKey, SignalSubmission } from '#shared/contracts/signal-submission.ts';
import { fourDigits } from '#shared/domain/address.ts';
import { streetsAt } from '#shared/domain/routing.ts';
import { suspicionsOf } from '#shared/domain/suspicion.ts';
import type { PageContext } from '#shared/html/context.ts';
import { readForm } from '#shared/http/body.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { page, type Response } from '#shared/http/responses.ts';
import { wrongFields } from '#shared/http/wrong-fields.ts';
import { faultName, log } from '#shared/runtime/log.ts';
import { type SubmitSignalDeps, submitSignal } from '#shared/usecases/submit-signal.ts';
import { keyOfForm, type StampDeps, stampedAt, stampOf } from './form-stamp.ts';
import { languageAsked, languageOf } from './language.ts';
import { type PageTextsDeps, settingsNow } from './page-texts.ts';
import type { Pages } from './pages.lazy.ts';
import { isHoneypotFilled, splitSubmission } from './split-submission.ts';
import { contactOf, receiptOf } from './submit-signal.ts';

export type ReportFormDeps = SubmitSignalDeps & StampDeps & PageTextsDeps;

/**
 * `POST /v1/report/check`: the form without script. Has no effect: answers with everything that was typed, to look at once more, and a key
 * made here; or with the form again, every mistake at its field.
 */
export const checkFormHandler =
  (deps: ReportFormDeps): Handler =>
  async (event) => {
    const form = await read(deps, event);
    if (form.kind === 'answer') return form.response;
    return check(deps, form);
  };

/** `POST /v1/report/send`: stores the signal and thanks for it. The number stands on the page alone: a URL could be kept or passed on. */
export const sendFormHandler =
  (deps: ReportFormDeps): Handler =>
  async (event) => {
    const form = await read(deps, event);
    if (form.kind === 'answer') return form.response;
    const { pages, values, context, key } = form;
    if (!key) return check(deps, form);
    try {
      return await send(deps, { ...form, key });
    } catch (fault) {
      // Everything that was typed goes back with the same key, so that nothing is lost and nothing is sent twice.
      log.error('HTTP_FAULT', { route: event.routeKey, fault: faultName(fault) });
      return page(500, pages.tryAgain(context, { values, idempotencyKey: key }));
    }
  };

/** What was typed, and what it is answered with. */
type Typed = {
  readonly pages: Pages;
  readonly context: PageContext;
  readonly values: URLSearchParams;
};
type Filled = Typed & {
  /** Tells one browser from the next for a day, well enough. */
  readonly browser: string;
  readonly submission: SignalSubmission;
};

/** Takes the time along that the page was made: who sends sooner than a person can read is held for the desk. */
async function check(deps: ReportFormDeps, form: Filled & { readonly key: string | undefined }): Promise<Response> {
  const { pages, values, context, submission, key } = form;
  const { postcode } = submission.address;
  const routes = postcode && (await deps.directory.routesFor(fourDigits(postcode)));
  if (postcode && !routes) return outside(deps, form);
  const streets = postcode && streetsAt(postcode, routes);

  const idempotencyKey = key ?? (await keyOfForm(deps, form.browser, JSON.stringify(submission)));
  values.set(STAMP_FIELD, await stampOf(deps, idempotencyKey));
  return page(200, pages.check(context, { values, submission, idempotencyKey, streets }));
}

async function send(deps: ReportFormDeps, form: Filled & { readonly key: string }): Promise<Response> {
  const { pages, values, context, submission, key } = form;
  const checkedAt = await stampedAt(deps, key, values.get(STAMP_FIELD) ?? '');
  const suspicions = suspicionsOf(
    { hiddenField: isHoneypotFilled(submission), from: { sender: 'page', checkedAt } },
    deps.now(),
  );
  const outcome = await submitSignal(deps, { idempotencyKey: key, ...splitSubmission(submission), suspicions });
  switch (outcome.kind) {
    case 'accepted':
      return page(
        200,
        pages.thankYou(context, { receipt: receiptOf(outcome.id, outcome.deadlines), about: submission.about }),
      );
    case 'outside-service-area':
      return outside(deps, form);
    case 'contact-required':
      return again(form, [{ field: 'reporter.phone', code: 'contact' }]);
    case 'other-content':
      return page(422, pages.alreadyReceived(context));
  }
}

type ReadForm =
  | ({ readonly kind: 'filled'; readonly key: string | undefined } & Filled)
  | { readonly kind: 'answer'; readonly response: Response };

async function read(deps: ReportFormDeps, event: APIGatewayProxyEventV2): Promise<ReadForm> {
  const { pages } = await import('./pages.lazy.js');
  const body = readForm(event, MAX_FORM_BYTES);
  const values = body.kind === 'read' ? body.value : new URLSearchParams();
  const language = body.kind === 'read' ? languageOf(values) : languageAsked(event);
  const context = pages.contextOf(await settingsNow(deps), language);
  if (body.kind !== 'read')
    return { kind: 'answer', response: page(STATUS[body.kind], pages.problem(context, 'unreadable')) };
  const typed: Typed = { pages, context, values };
  // Who asks for the form back gets it, right or wrong.
  if (values.has(CHANGE_FIELD)) return { kind: 'answer', response: again(typed, []) };
  const submission = z.safeParse(SignalSubmission, fromForm(values));
  if (!submission.success) return { kind: 'answer', response: again(typed, mistakesIn(values)) };
  const key = z.safeParse(IdempotencyKey, values.get(KEY_FIELD));
  const [browser, answers] = [browserOf(event), submission.data];
  return { kind: 'filled', ...typed, browser, submission: answers, key: key.success ? key.data : undefined };
}

/** Whoever pastes a whole page hears that it is too long, and keeps it to make it shorter. */
const MAX_FORM_BYTES = 256 * 1024;

/**
 * Without an answer to whom it is about, the contract cannot tell what else is missing. The likelier of the two is judged as well, so that
 * everything comes back at once.
 */
function mistakesIn(values: URLSearchParams): Mistake[] {
  const whole = new URLSearchParams(values);
  const isAboutNobody = !values.get('about');
  if (isAboutNobody) whole.set('about', values.has('wishes') || values.has('bestTime') ? 'myself' : 'someone-else');
  const { error } = z.safeParse(SignalSubmission, fromForm(whole));
  return [...(isAboutNobody ? [{ field: 'about', code: 'required' }] : []), ...wrongFields(error?.issues ?? [])];
}

/** CloudFront puts the visitor's address first; without it, who asks is the visitor. */
const browserOf = ({ headers, requestContext }: APIGatewayProxyEventV2): string => {
  const [address = requestContext.http.sourceIp] = headers['x-forwarded-for']?.split(',') ?? [];
  return `${address} ${headers['user-agent'] ?? ''}`;
};

const STATUS = { 'too-large': 413, 'wrong-content-type': 415, 'unreadable-request': 400 } as const;

const again = ({ pages, context, values }: Typed, errors: readonly Mistake[]): Response =>
  page(errors.length > 0 ? 400 : 200, pages.form(context, { values, errors }));
const outside = (deps: SubmitSignalDeps, { pages, context, values }: Typed): Response =>
  page(400, pages.outsideArea(context, { contact: contactOf(deps), values }));
