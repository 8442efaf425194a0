import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { Response } from '#shared/http/responses.ts';

export type Request = {
  readonly body?: string;
  readonly base64?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
};

/** What API Gateway hands a function for a route (payload format 2.0). Cookies come as a list, as in the cloud. */
export function anEvent(
  route: string,
  { body, base64 = false, headers = {}, cookies, path, query }: Request = {},
): APIGatewayProxyEventV2 {
  const [method = '', template = ''] = route.split(' ');
  const rawPath = template.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => path?.[name] ?? '');
  return {
    version: '2.0',
    routeKey: route,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { ...headers },
    ...(cookies && { cookies: [...cookies] }),
    ...(path && { pathParameters: { ...path } }),
    ...(query && { queryStringParameters: { ...query } }),
    ...(body !== undefined && { body }),
    isBase64Encoded: base64,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api',
      domainName: 'omzien.voorbeeldstad.example',
      domainPrefix: 'omzien',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'a browser' },
      requestId: 'a-request',
      routeKey: route,
      stage: '$default',
      time: '03/Mar/2026:10:00:00 +0000',
      timeEpoch: 1_772_532_000_000,
    },
  };
}

export const aPost = (route: string, body: unknown, more: Request = {}): APIGatewayProxyEventV2 =>
  anEvent(route, {
    ...more,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...more.headers },
  });

export const aFormPost = (route: string, form: Readonly<Record<string, string | readonly string[]>>) => {
  const values = new URLSearchParams();
  for (const [name, given] of Object.entries(form)) for (const one of [given].flat()) values.append(name, one);
  return anEvent(route, {
    body: Buffer.from(values.toString()).toString('base64'),
    base64: true,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
};

export const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'a-function',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:a-function',
  memoryLimitInMB: '256',
  awsRequestId: 'a-request',
  logGroupName: 'a-group',
  logStreamName: 'a-stream',
  getRemainingTimeInMillis: () => 10_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
};

/** The body of a JSON answer. */
export const bodyOf = (response: Response): Record<string, unknown> => JSON.parse(response.body ?? '{}');

/** `name=value` of each cookie that an answer sets. */
export const cookiesOf = (response: Response): string[] =>
  (response.cookies ?? []).map((one) => one.split(';')[0] ?? '');
