import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from './openapi.ts';
import { NOT_IN_DOCUMENT } from './openapi-operations.ts';
import { API_VERSION, CONSOLE_ROUTES, REPORT_ROUTES } from './routes.ts';
import { IdempotencyKey, SignalSubmission } from './signal-submission.ts';

type Node = Readonly<Record<string, unknown>>;
type Response = { readonly headers?: Node; readonly content?: Readonly<Record<string, { readonly schema: Node }>> };
type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: Node;
  readonly security?: readonly Node[];
  readonly responses: Readonly<Record<string, Response>>;
};
type Document = {
  readonly openapi: string;
  readonly info: { readonly version: string; readonly contact: Node };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Node;
};

const written = readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8');
/** As a reader of the file has it, every reference followed. */
const document: Document = follow(JSON.parse(written), JSON.parse(written));

function follow(node: unknown, root: Node): never {
  if (Array.isArray(node)) return node.map((one) => follow(one, root)) as never;
  if (typeof node !== 'object' || node === null) return node as never;
  if ('$ref' in node) {
    const path = String(node.$ref).replace('#/', '').split('/');
    const target = path.reduce<unknown>((at, name) => (at as Node | undefined)?.[name], root);
    if (target === undefined) throw new Error(`nothing at ${String(node.$ref)}`);
    return follow(target, root);
  }
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, follow(value, root)])) as never;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('the OpenAPI document', () => {
  it('is what the contracts say: run `npm run docs:openapi` after a change', () => {
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
    expect(written).toBe(`${JSON.stringify(openApiDocument())}\n`);
  });

  it('is small enough to be part of the function that gives it away', () => {
    expect(gzipSync(written).byteLength).toBeLessThanOrEqual(16 * 1024);
  });

  it('has every route of the API but the two posts of the form without script, which answer with pages', () => {
    const routes = operations.map(({ path, method }) => `${method.toUpperCase()} /v1${path}`);
    expect([...routes, ...NOT_IN_DOCUMENT].sort()).toEqual([...REPORT_ROUTES, ...CONSOLE_ROUTES].sort());
    expect(NOT_IN_DOCUMENT.every((route) => route.includes('/report/'))).toBe(true);
  });

  it('gives an example of a signal that the API takes', () => {
    const { schemas } = document.components as { schemas: { SignalSubmission: { examples: unknown[] } } };
    expect(schemas.SignalSubmission.examples).toHaveLength(1);
    for (const example of schemas.SignalSubmission.examples)
      expect(SignalSubmission.safeParse(example).success).toBe(true);
  });

  it('says how long each text may be', () => {
    const { schemas } = document.components as { schemas: { SignalSubmission: { properties: Record<string, Node> } } };
    const { explanation, address } = schemas.SignalSubmission.properties;
    expect(explanation).toEqual({ type: 'string', maxLength: 1000 });
    expect(address?.['properties']).toMatchObject({
      street: { maxLength: 80 },
      houseNumber: { minimum: 1, maximum: 99_999 },
    });
  });

  it('holds no pattern that refuses what the API takes: the key may be in capitals', () => {
    const key = '7D4F4C1E-9F0A-4A52-8B7E-0D1F2A3B4C5D';
    expect(IdempotencyKey.safeParse(key).success).toBe(true);
    const submit = document.paths['/signals']?.['post'];
    expect(submit?.parameters).toEqual([
      expect.objectContaining({
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        schema: { type: 'string', format: 'uuid' },
      }),
      expect.objectContaining({ name: 'Proof-Of-Work', in: 'header', required: false }),
    ]);
  });

  it('asks a session of everything in the console but signing in and out', () => {
    const withoutSession = operations
      .filter(
        ({ path, operation }) => path.startsWith('/console') && operation.security?.[0]?.['session'] === undefined,
      )
      .map(({ operation }) => operation.operationId);
    expect(withoutSession).toEqual(['requestSignInCode', 'openSession', 'startPasskeySignIn', 'openSessionByPasskey']);
    expect(
      operations
        .filter(({ operation }) => operation.security && operation.responses['401'] === undefined)
        .map(({ operation }) => operation.operationId),
    ).toEqual(['endCurrentSession']);
  });
});

/** The rules of the NLGov REST API Design Rules that a document can show (Logius, media/linter.yaml), under their names there. */
describe('the API Design Rules', () => {
  it('openapi3, semver: OpenAPI 3 and a version of three numbers, the one on every response', () => {
    expect(document.openapi).toMatch(/^3\.\d+\.\d+$/);
    expect(document.info.version).toBe(API_VERSION);
    expect(API_VERSION).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('info-contact, info-contact-fields-exist: a name, a mail address and a page', () => {
    expect(document.info.contact).toEqual({
      name: expect.stringMatching(/\w/),
      email: expect.stringMatching(/^[^@\s]+@[^@\s]+$/),
      url: expect.stringMatching(/^https:\/\//),
    });
  });

  it('include-major-version-in-uri, servers-use-https: every server is https and ends in the major version', () => {
    const [major] = API_VERSION.split('.');
    expect(document.servers.map(({ url }) => /^https:\/\/.+\/(v\d+)$/.exec(url)?.[1])).toEqual([`v${major}`]);
  });

  it('paths-kebab-case: lower case letters, digits and dashes, no file extension but that of the document', () => {
    const segments = Object.keys(document.paths)
      .filter((path) => path !== '/openapi.json')
      .flatMap((path) => path.split('/').slice(1))
      .filter((segment) => !/^\{[a-z][A-Za-z]*\}$/.test(segment));
    expect(segments.filter((segment) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(segment))).toEqual([]);
    expect(segments.length).toBeGreaterThan(20);
  });

  it('paths-no-trailing-slash', () => {
    expect(Object.keys(document.paths).filter((path) => !path.startsWith('/') || path.endsWith('/'))).toEqual([]);
  });

  it('query-keys-camel-case, schema-camel-case', () => {
    const keys = operations.flatMap(({ operation }) =>
      (operation.parameters ?? []).filter(({ in: where }) => where === 'query'),
    );
    expect([...new Set(keys.map(({ name }) => name))]).toEqual([
      'member',
      'month',
      'after',
      'signal',
      'language',
      'period',
      'neighbourhood',
      'partner',
      'which',
      'show',
      'reason',
    ]);
    expect(keys.filter(({ name }) => !/^[a-z][a-zA-Z0-9]*$/.test(name))).toEqual([]);
    const { schemas } = document.components as { schemas: Node };
    expect(Object.keys(schemas).filter((name) => !/^([A-Z][a-z0-9]+)+$/.test(name))).toEqual([]);
  });

  it('http-methods: only methods that HTTP has', () => {
    expect(operations.filter(({ method }) => !METHODS.includes(method))).toEqual([]);
  });

  it('operation-operationId-unique, openapi-tags-uniqueness: names once, and every tag is explained', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = document.tags.map(({ name }) => name);
    expect(new Set(tags).size).toBe(tags.length);
    expect([...new Set(operations.flatMap(({ operation }) => operation.tags))].sort()).toEqual([...tags].sort());
  });

  it('path-params: every parameter of a path is described and required', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const described = (operation.parameters ?? []).filter(({ in: where }) => where === 'path');
      expect(described.map(({ name }) => name)).toEqual(named);
      expect(described.every(({ required }) => required)).toBe(true);
    }
  });

  it('missing-version-header: API-Version on every response', () => {
    const without = operations.flatMap(({ operation }) =>
      Object.entries(operation.responses)
        .filter(([, { headers }]) => headers?.['API-Version'] === undefined)
        .map(([status]) => `${operation.operationId} ${status}`),
    );
    expect(without).toEqual([]);
  });

  it('use-problem-schema, problem-schema-members: every error is a problem with status, title and detail', () => {
    const errors = operations.flatMap(({ operation }) =>
      Object.entries(operation.responses).filter(([status]) => Number(status) >= 400),
    );
    expect(errors.length).toBeGreaterThan(60);
    for (const [, { content }] of errors) {
      expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
      expect(content?.['application/problem+json']?.schema).toMatchObject({
        properties: { status: { type: 'integer' }, title: { type: 'string' }, detail: { type: 'string' } },
        required: expect.arrayContaining(['status', 'title', 'detail']),
      });
    }
  });

  it('problem-invalid-input: 400 wherever something can be wrong, and 500 everywhere', () => {
    const without400 = operations
      // What comes in the path is found or not found: 404.
      .filter(({ operation }) => operation.requestBody || operation.parameters?.some((one) => one.in !== 'path'))
      .filter(({ operation }) => operation.responses['400'] === undefined);
    expect(without400).toEqual([]);
    expect(operations.filter(({ operation }) => operation.responses['500'] === undefined)).toEqual([]);
  });

  it('date-time-ensure-timezone, use-date-instead-of-datetime: a moment is a date-time, a day of a holiday a date, and nothing else is either', () => {
    const moments: [string, unknown][] = [];
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [name, value] of Object.entries(node)) {
        if (typeof value === 'object' && value && 'format' in value && value.format !== 'email')
          moments.push([name, value.format]);
        walk(value);
      }
    };
    walk((document.components as { schemas: Node }).schemas);
    const names = [...new Set(moments.map(([name]) => name))].sort();
    expect(names).toEqual([
      'at',
      'before',
      'contactAt',
      'createdAt',
      'endsAt',
      'expiresAt',
      'formerUntil',
      'from',
      'informBefore',
      'lastUsedAt',
      'leftAt',
      'plannedAt',
      'reactedAt',
      'receivedAt',
      'sentAt',
      'startedAt',
      'triageBefore',
      'until',
      'visitBefore',
      'visitPreferredBefore',
    ]);
    const days = new Set(['from', 'until']);
    expect(moments.filter(([name, format]) => format !== (days.has(name) ? 'date' : 'date-time'))).toEqual([]);
  });
});
