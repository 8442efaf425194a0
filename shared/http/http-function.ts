import middy from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { faultName, log } from '#shared/runtime/log.ts';
import { problem, type Response } from './responses.ts';
import { unrouted } from './unrouted.ts';

export type Handler = (event: APIGatewayProxyEventV2) => Promise<Response>;

/**
 * One function that answers several routes. A route that is declared and not handled does not compile; whatever goes wrong inside becomes a
 * problem document here and nowhere else. Only the name of a fault is logged: its message may quote what somebody typed.
 */
export const httpFunction = <Route extends string>(
  routes: Readonly<Record<Route, Handler>>,
  otherwise: Handler = async (event) => unrouted(event),
) =>
  middy<APIGatewayProxyEventV2, Response>()
    .onError((request) => {
      log.error('HTTP_FAULT', { route: request.event.routeKey, fault: faultName(request.error) });
      request.response = problem('internal-error');
    })
    .handler(async (event: APIGatewayProxyEventV2) => {
      const handle = Object.hasOwn(routes, event.routeKey) ? routes[event.routeKey as Route] : undefined;
      return handle ? handle(event) : otherwise(event);
    });
