import type { Act } from '#shared/domain/life.ts';
import type { ReadReason } from './calls.ts';
import { type ActAnswer, type ActBody, ROUTE_OF_ACT } from './calls.ts';
import { type Reply, request } from './client.ts';

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
): Promise<Reply<ActAnswer>> => request(ROUTE_OF_ACT[act], { id, body: { ...body, version }, query: { reason } });
