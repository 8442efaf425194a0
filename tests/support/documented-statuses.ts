import { openApiDocument } from '#shared/contracts/openapi.ts';
import type { DocumentedRoute } from '#shared/contracts/openapi-operations.ts';

const { paths } = openApiDocument();

/** Every status that a route may answer with, as the OpenAPI document says. */
export function documentedStatuses(route: DocumentedRoute): readonly number[] {
  const [method = '', path = ''] = route.split(' ');
  return Object.keys(Object(paths[path.replace('/v1', '')]?.[method.toLowerCase()]?.['responses'])).map(Number);
}
