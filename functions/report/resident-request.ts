import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { ResidentRequestForm } from '#shared/contracts/resident-request.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import { readForm } from '#shared/http/body.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { jsonHandler } from '#shared/http/json-handler.ts';
import { noContent, page, problem, type Response } from '#shared/http/responses.ts';
import { wrongFields } from '#shared/http/wrong-fields.ts';
import type { RequestIntake } from '#shared/ports/signal-intake.ts';
import { languageOf } from './language.ts';
import { type PageTextsDeps, settingsNow } from './page-texts.ts';

export type ResidentRequestDeps = PageTextsDeps & {
  readonly requests: RequestIntake;
  readonly now: () => EpochSeconds;
  readonly newRequestId: () => SignalId;
  /** SHA-256, hex. */
  readonly digest: (text: string) => string;
};

/**
 * `POST /v1/resident-requests`: takes what a resident asks with the code of the letter, as JSON or from the page of the site. It looks nothing
 * up, so that a code that is known and one that is not are the same to whoever tries them, in what they are told and in how long it takes.
 */
export function residentRequestHandler(deps: ResidentRequestDeps): Handler {
  const asJson = jsonHandler(ResidentRequestForm, async (form) => {
    await drop(deps, form);
    return noContent();
  });
  return (event) => {
    const isForm = event.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    return isForm ? fromPage(deps, event) : asJson(event);
  };
}

async function drop(
  { requests, now, newRequestId, digest }: ResidentRequestDeps,
  { code, wish, contact }: z.output<typeof ResidentRequestForm>,
): Promise<void> {
  await requests.drop({ id: newRequestId(), letterHash: digest(code), at: now(), wish, ...(contact && { contact }) });
}

/** The page that a form gets back: thanks, or what was typed with what is wrong. */
async function fromPage(deps: ResidentRequestDeps, event: APIGatewayProxyEventV2): Promise<Response> {
  const form = readForm(event);
  if (form.kind !== 'read') return problem(form.kind);
  const { pages } = await import('./pages.lazy.js');
  const values = form.value;
  const context = pages.contextOf(await settingsNow(deps), languageOf(values));
  const contact = values.get('contact')?.trim();
  const typed = { code: values.get('code') ?? '', wish: values.get('wish') ?? undefined, ...(contact && { contact }) };
  const parsed = z.safeParse(ResidentRequestForm, typed);
  if (!parsed.success) return page(400, pages.residentRequest(context, values, wrongFields(parsed.error.issues)));
  await drop(deps, parsed.data);
  return page(200, pages.residentRequestReceived(context));
}
