import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { readJson } from './body.ts';
import type { Handler } from './http-function.ts';
import { problem, type Response } from './responses.ts';
import { wrongFields } from './wrong-fields.ts';

/** A route that takes JSON: what `respond` gets has the shape of the contract, and whoever sends anything else hears all that is wrong. */
export const jsonHandler =
  <Schema extends z.core.$ZodType>(
    schema: Schema,
    respond: (body: z.output<Schema>, event: APIGatewayProxyEventV2) => Promise<Response>,
    maxBytes?: number,
  ): Handler =>
  async (event) => {
    const body = readJson(event, maxBytes);
    if (body.kind !== 'read') return problem(body.kind);
    const parsed = z.safeParse(schema, body.value);
    return parsed.success
      ? respond(parsed.data, event)
      : problem('invalid-fields', { errors: wrongFields(parsed.error.issues) });
  };
