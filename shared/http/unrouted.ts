import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { CONSOLE_ROUTES, REPORT_ROUTES } from '#shared/contracts/routes.ts';
import { problem, type Response } from './responses.ts';

/** A path that some route has, asked with another method, is 405 and says which there are; any other path, also one with a slash at its end, is 404. */
export function unrouted({ rawPath }: APIGatewayProxyEventV2): Response {
  const methods = [...REPORT_ROUTES, ...CONSOLE_ROUTES].flatMap((route) => {
    const [method, path] = route.split(' ');
    return method && path && matches(path, rawPath) ? [method] : [];
  });
  if (methods.length === 0) return problem('not-found');
  return problem('method-not-allowed', {}, { headers: { allow: methods.join(', ') } });
}

function matches(template: string, path: string): boolean {
  const [wanted, given] = [template.split('/'), path.split('/')];
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part === given[index] || (part.startsWith('{') && given[index] !== ''))
  );
}
