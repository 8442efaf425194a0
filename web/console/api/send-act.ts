import type { Act } from '#shared/domain/life.ts';
import type { ReadReason } from './calls.ts';
import { type ActAnswer, type ActBody, ROUTE_OF_ACT } from './calls.ts';
import { call, type Reply } from './client.ts';

type AnyAct = 'POST /v1/console/signals/{id}/triage';

/**
 * Sends what a form made, with the version that its maker saw: the server refuses it when somebody else was first. `reason`: why a coordinator
 * opened the signal.
 */

export const sendAct = <A extends Act>(
  act: A,
  id: string,
  version: number,
  body: ActBody<A>,
  reason?: ReadReason,
): Promise<Reply<ActAnswer>> =>
  // The table pairs each act with its route and `ActBody` with that route's body; the compiler cannot follow the pair through a generic.
  call(ROUTE_OF_ACT[act] as AnyAct, { id, body: { ...body, version } as never, query: { reason } });
