import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import {
  AlarmRequest,
  AllClearRequest,
  AttemptRequest,
  CannotGoRequest,
  ClosingRequest,
  ConsentRequest,
  ContactRequest,
  DeclineRequest,
  DismissalRequest,
  type ErasureReceipt,
  ErasureRequest,
  FollowUpRequest,
  HandOverRequest,
  InformationRequest,
  PlanRequest,
  ReadQuery,
  ReleaseRequest,
  ReopeningRequest,
  RequestAnswer,
  TakeOverRequest,
  TriageRequest,
} from '#shared/contracts/console.ts';
import type { ConsoleRoute } from '#shared/contracts/routes.ts';
import { withoutUndefined } from '#shared/contracts/without-undefined.ts';
import { relationOf } from '#shared/domain/access.ts';
import type { Command } from '#shared/domain/acts.ts';
import type { Member } from '#shared/domain/directory.ts';
import { isSlug, memberId, neighbourhoodId, parseSignalId, partnerId } from '#shared/domain/ids.ts';
import type { Act } from '#shared/domain/life.ts';
import { isVisible, type Plan, type Signal } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { WrongField } from '#shared/domain/wrong-field.ts';
import type { Handler } from '#shared/http/http-function.ts';
import { jsonHandler } from '#shared/http/json-handler.ts';
import { json, noContent, problem, type Response } from '#shared/http/responses.ts';
import { apiTime, fromApiTime } from '#shared/http/times.ts';
import { wrongFields } from '#shared/http/wrong-fields.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';
import { type ActOnSignalDeps, type ActOutcome, actOnSignal } from '#shared/usecases/act-on-signal.ts';
import { noteRead, type ReadReason, type ReadSignalDeps } from '#shared/usecases/read-signal.ts';
import type { SignInDeps } from '#shared/usecases/sign-in.ts';
import { type NamesDeps, toldToFormerOwner } from './names.ts';
import { showSignal } from './read-signals.ts';
import { signedIn } from './signed-in.ts';

export type ActHandlerDeps = Omit<SignInDeps, 'directory'> &
  ActOnSignalDeps &
  Pick<ReadSignalDeps, 'rules'> &
  NamesDeps & { readonly directory: DirectoryReader };

type ActRoute = Extract<ConsoleRoute, `POST /v1/console/signals/{id}/${string}`>;
/** A request that names somebody who does not exist. */
type Unknown = { readonly wrong: WrongField };
type Context = { readonly now: EpochSeconds; readonly directory: DirectoryReader };

/** `POST /v1/console/signals/{id}/…?reason=`: one route per act. Each says how its body becomes a command; what follows is the same for all. */
export const actHandlers = (deps: ActHandlerDeps): Readonly<Record<ActRoute, Handler>> => ({
  'POST /v1/console/signals/{id}/triage': act(deps, TriageRequest, triage),
  'POST /v1/console/signals/{id}/handovers': act(deps, HandOverRequest, handOver),
  'POST /v1/console/signals/{id}/takeovers': act(deps, TakeOverRequest, () => ({ act: 'take-over' })),
  'POST /v1/console/signals/{id}/declines': act(deps, DeclineRequest, () => ({ act: 'decline' })),
  'POST /v1/console/signals/{id}/cancellations': act(deps, CannotGoRequest, () => ({ act: 'cannot-go' })),
  'POST /v1/console/signals/{id}/plans': act(deps, PlanRequest, plan),
  'POST /v1/console/signals/{id}/attempts': act(deps, AttemptRequest, ({ at, way, result }, { now }) => ({
    act: 'attempt',
    attempt: { at: at ? fromApiTime(at) : now, way, result },
  })),
  'POST /v1/console/signals/{id}/contacts': act(deps, ContactRequest, contact),
  'POST /v1/console/signals/{id}/alarms': act(deps, AlarmRequest, () => ({ act: 'alarm' })),
  'POST /v1/console/signals/{id}/all-clear': act(deps, AllClearRequest, ({ how }) => ({ act: 'all-clear', how })),
  'POST /v1/console/signals/{id}/consents': act(deps, ConsentRequest, ({ consent, agreements }) => ({
    act: 'consent',
    consent,
    ...(agreements && { agreements }),
  })),
  'POST /v1/console/signals/{id}/information': act(deps, InformationRequest, ({ informed }) => ({
    act: 'inform',
    how: informed,
  })),
  'POST /v1/console/signals/{id}/follow-ups': act(deps, FollowUpRequest, ({ helpStarted }) => ({
    act: 'follow-up',
    helpStarted,
  })),
  'POST /v1/console/signals/{id}/closing': act(deps, ClosingRequest, ({ outcome }) => ({ act: 'close', outcome })),
  'POST /v1/console/signals/{id}/reopening': act(deps, ReopeningRequest, () => ({ act: 'reopen' })),
  'POST /v1/console/signals/{id}/erasure': act(deps, ErasureRequest, ({ asked, also, elsewhere }) => ({
    act: 'erase',
    asked,
    also,
    elsewhere,
  })),
  'POST /v1/console/signals/{id}/answers': act(deps, RequestAnswer, ({ request, how }) => ({
    act: 'answer',
    request,
    how,
  })),
  'POST /v1/console/signals/{id}/release': act(deps, ReleaseRequest, () => ({ act: 'release' })),
  'POST /v1/console/signals/{id}/dismissal': act(deps, DismissalRequest, ({ reason }) => ({ act: 'dismiss', reason })),
});

function handOver({ to, reason, neighbourhoodId: lies }: z.output<typeof HandOverRequest>): Command | Unknown {
  if (!isSlug(to)) return { wrong: { field: 'to', code: 'choice' } };
  if (lies && !isSlug(lies)) return { wrong: { field: 'neighbourhoodId', code: 'choice' } };
  return { act: 'hand-over', to: partnerId(to), reason, ...(lies && { neighbourhoodId: neighbourhoodId(lies) }) };
}

async function triage(
  { tested, decision, duplicateOf, plan: asked }: z.output<typeof TriageRequest>,
  { directory }: Context,
): Promise<Command | Unknown> {
  const visit = asked && (await visitOf(asked, directory));
  if (visit && 'wrong' in visit) return { wrong: { ...visit.wrong, field: `plan.${visit.wrong.field}` } };
  return { act: 'triage', tested, decision, ...(duplicateOf && { duplicateOf }), ...(visit && { plan: visit }) };
}

async function plan(asked: z.output<typeof PlanRequest>, { directory }: Context): Promise<Command | Unknown> {
  const visit = await visitOf(asked, directory);
  return 'wrong' in visit ? visit : { act: 'plan', plan: visit };
}

async function visitOf(
  { at, memberId: id, volunteer }: Omit<z.output<typeof PlanRequest>, 'version'>,
  directory: DirectoryReader,
): Promise<Plan | Unknown> {
  if (volunteer) return { at: fromApiTime(at), by: { volunteer } };
  if (!id || !isSlug(id)) return { wrong: { field: 'memberId', code: 'choice' } };
  // That nobody is called so is told to those alone who may plan: `actOnSignal` asks first who is asking.
  const visitor = await directory.member(memberId(id));
  return { at: fromApiTime(at), by: { memberId: memberId(id), name: visitor?.name ?? '' } };
}

function contact(body: z.output<typeof ContactRequest>, { now }: Context): Command {
  const { version: _seen, at: told, consent, outcome, also, elsewhere, ...rest } = withoutUndefined(body);
  const at = told ? fromApiTime(told) : now;
  if (consent === 'erase-now') return { act: 'contact', consent, at, also, elsewhere };
  return { act: 'contact', consent, contact: { ...rest, at }, ...(outcome && { outcome }) };
}

type Versioned = { readonly version: number };

function act<Schema extends z.core.$ZodType<Versioned>>(
  deps: ActHandlerDeps,
  schema: Schema,
  commandOf: (body: z.output<Schema>, context: Context) => Command | Unknown | Promise<Command | Unknown>,
): Handler {
  return signedIn(deps, ({ member }, event) =>
    jsonHandler(schema, async (body, { pathParameters, queryStringParameters }: APIGatewayProxyEventV2) => {
      const id = parseSignalId(pathParameters?.['id'] ?? '');
      if (!id) return problem('not-found');
      const query = z.safeParse(ReadQuery, queryStringParameters ?? {});
      if (!query.success) return problem('invalid-fields', { errors: wrongFields(query.error.issues) });
      const command = await commandOf(body, { now: deps.now(), directory: deps.directory });
      if ('wrong' in command) return problem('invalid-fields', { errors: [command.wrong] });
      const { reason } = query.data;
      const outcome = await actOnSignal(deps, member, { id, seenVersion: body.version, command, shown: { reason } });
      return answer(deps, { member, reason, act: command.act }, outcome);
    })(event),
  );
}

type Acted = { readonly member: Member; readonly reason: ReadReason | undefined; readonly act: Act };

async function answer(deps: ActHandlerDeps, acted: Acted, outcome: ActOutcome): Promise<Response> {
  switch (outcome.kind) {
    case 'changed':
      return showIfReadable(deps, acted, outcome.signal);
    case 'erased': {
      const { proofCode, signals, askedElsewhere } = outcome;
      return json(200, {
        erased: true,
        proofCode,
        signals,
        ...(askedElsewhere && { askedElsewhere }),
      } satisfies ErasureReceipt);
    }
    case 'partly-erased':
      return problem('partly-erased', { remaining: [...outcome.remaining] });
    case 'late': {
      const { at, what, by } = outcome.last ?? { at: deps.now(), what: 'submit' };
      const byYou = by?.memberId === acted.member.id;
      return problem('already-done', {
        done: { at: apiTime(at), what, ...(by && { by: by.name }), ...(byYou && { byYou }) },
      });
    }
    case 'invalid':
      return problem('invalid-fields', { errors: [...outcome.errors] });
    case 'not-now':
      return problem('not-now', { because: outcome.because });
    case 'not-found':
    case 'not-allowed':
    case 'reason-needed':
      return problem(outcome.kind);
    case 'handed-over':
      return toldToFormerOwner(deps, outcome);
  }
}

/**
 * After a hand-over, or an ending that keeps nothing, there is nothing left to show. The line of the act covers what its owner or planned visitor
 * sees again. A coordinator, and who takes a signal over, may see it here for the first time: that is a read, with a line of its own.
 */
async function showIfReadable(deps: ActHandlerDeps, { member, reason, act }: Acted, signal: Signal): Promise<Response> {
  const relation = relationOf(member, signal);
  if (relation === 'stranger' || relation === 'former-owner' || !isVisible(signal, deps.now())) return noContent();
  if (relation === 'coordinator' || act === 'take-over') await noteRead(deps, member, signal.id, reason);
  return showSignal(deps, member, signal, relation);
}
