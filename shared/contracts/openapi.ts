import type * as z from 'zod/mini';
import { OPERATIONS, type Operation, problemsOf, SCHEMAS, TAGS } from './openapi-operations.ts';
import { type JsonSchema, requestSchema, responseSchema } from './openapi-schemas.ts';
import { Problem } from './problem.ts';
import { PROBLEMS, type ProblemCode } from './problem-codes.ts';
import { API_VERSION } from './routes.ts';
import { IdempotencyKey } from './signal-submission.ts';

/**
 * The OpenAPI 3.1 document of the API, from its contracts and its routes. `npm run docs:openapi` writes it to `openapi.json`, which the
 * API gives away at `/v1/openapi.json`; a test fails when the two differ.
 */
export function openApiDocument() {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Omzien',
      version: API_VERSION,
      description:
        'Wie zich zorgen maakt dat iemand eenzaam is, geeft een signaal door; mensen uit de wijk gaan erop af. Elke gemeente heeft een eigen adres en contact.',
      contact: { name: 'Beheer van Omzien', email: 'omzien@gemeente.example', url: 'https://omzien.gemeente.example' },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: 'https://omzien.gemeente.example/v1' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: paths(),
    components: {
      schemas: {
        ...mapped(SCHEMAS.requests, requestSchema),
        ...mapped(SCHEMAS.responses, responseSchema),
        Problem: responseSchema(Problem),
      },
      headers: {
        ApiVersion: {
          description: 'De volledige versie van de API.',
          schema: { type: 'string', examples: [API_VERSION] },
        },
      },
      parameters: {
        Id: {
          name: 'id',
          in: 'path',
          required: true,
          description: 'Het nummer van het signaal.',
          schema: { type: 'string' },
        },
        PartnerId: idIn('partnerId', 'De wijkpartner, zoals in de lijst.'),
        MemberId: idIn('memberId', 'Het teamlid, zoals in de lijst.'),
        PasskeyId: idIn('passkeyId', 'De passkey, zoals in de lijst.'),
        NeighbourhoodId: idIn('neighbourhoodId', 'De wijk, zoals in de lijst.'),
        Postcode: {
          name: 'postcode',
          in: 'path',
          required: true,
          description: 'Vier cijfers, of een hele postcode.',
          schema: { type: 'string', examples: ['3034'] },
        },
        Code: {
          name: 'code',
          in: 'path',
          required: true,
          description: 'Wat op de poster achter `?via=` staat.',
          schema: { type: 'string', examples: ['kapper-jansen'] },
        },
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'Een willekeurige UUID (versie 4), één per formulier.',
          schema: requestSchema(IdempotencyKey),
        },
        ProofOfWork: {
          name: 'Proof-Of-Work',
          in: 'header',
          required: false,
          description:
            'Alleen als de gemeente erom vraagt (`data-work` van het formulier: het aantal nulbits): een getal waarmee de SHA-256 van `<Idempotency-Key>:<getal>` met zoveel nulbits begint. Zonder wacht het signaal eerst op controle.',
          schema: { type: 'string', maxLength: 12, examples: ['48213'] },
        },
      },
      responses: Object.fromEntries(problemStatuses().map((status) => [`Problem${status}`, problemResponse(status)])),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-session', description: 'Na het aanmelden.' },
        browser: { type: 'apiKey', in: 'cookie', name: '__Host-browser', description: 'Na het vragen van een code.' },
      },
    },
  };
}

const idIn = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});

const PATH_PARAMETERS: Readonly<Record<string, string>> = {
  id: 'Id',
  postcode: 'Postcode',
  code: 'Code',
  partnerId: 'PartnerId',
  memberId: 'MemberId',
  passkeyId: 'PasskeyId',
  neighbourhoodId: 'NeighbourhoodId',
};
/** The major version is part of the server, as the API Design Rules ask. */
const BASE = '/v1';

type Documented = Readonly<Record<string, unknown>>;

function paths(): Readonly<Record<string, Record<string, Documented>>> {
  const all: Record<string, Record<string, Documented>> = {};
  for (const [route, operation] of Object.entries(OPERATIONS)) {
    const [method = '', path = ''] = route.split(' ');
    all[path.slice(BASE.length)] = {
      ...all[path.slice(BASE.length)],
      [method.toLowerCase()]: described(path, operation),
    };
  }
  return all;
}

function described(path: string, operation: Operation): Documented {
  const { id, tag, summary, request, access, done } = operation;
  const parameters = parametersOf(path, operation);
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(request && { requestBody: { required: true, content: { 'application/json': { schema: refTo(request) } } } }),
    responses: {
      ...Object.fromEntries(Object.entries(done).map(([status, what]) => [status, success(what)])),
      ...Object.fromEntries(statusesOf(operation).map((status) => [status, ref('responses', `Problem${status}`)])),
    },
    ...SECURITY[access],
  };
}

const SECURITY: Readonly<Record<Operation['access'], Documented>> = {
  public: {},
  browser: { security: [{ browser: [] }] },
  account: { security: [{ session: [] }] },
  session: { security: [{ session: [] }] },
  'session-if-any': { security: [{ session: [] }, {}] },
};

function parametersOf(path: string, { id, query }: Operation): Documented[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) =>
    ref('parameters', PATH_PARAMETERS[name] ?? name),
  );
  const properties: Readonly<Record<string, JsonSchema>> = query ? Object(requestSchema(query)['properties']) : {};
  const inQuery = Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }));
  return [
    ...inPath,
    ...(id === 'submitSignal' ? [ref('parameters', 'IdempotencyKey'), ref('parameters', 'ProofOfWork')] : []),
    ...inQuery,
  ];
}

function success(what: Operation['done'][number]): Documented {
  const headers = { 'API-Version': ref('headers', 'ApiVersion') };
  if (what === 'nothing') return { description: 'Gedaan; er is niets te tonen.', headers };
  if (what === 'file')
    return { description: 'Een CSV-bestand.', headers, content: { 'text/csv': { schema: { type: 'string' } } } };
  const schemas = what === 'object' ? [{ type: 'object' }] : what.map(refTo);
  const schema = schemas.length === 1 ? schemas[0] : { anyOf: schemas };
  return { description: 'Gelukt.', headers, content: { 'application/json': { schema } } };
}

const codesWith = (status: number): ProblemCode[] =>
  (Object.keys(PROBLEMS) as ProblemCode[]).filter((code) => PROBLEMS[code].status === status);
const problemStatuses = (): number[] => [...new Set(Object.values(PROBLEMS).map(({ status }) => status))];
/** The statuses of the problems that an operation can answer with, each once. */
const statusesOf = (operation: Operation): number[] =>
  [...new Set(problemsOf(operation).map((code) => PROBLEMS[code].status))].sort((one, other) => one - other);

const problemResponse = (status: number): Documented => ({
  description: codesWith(status)
    .map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`)
    .join(' '),
  headers: { 'API-Version': ref('headers', 'ApiVersion') },
  content: { 'application/problem+json': { schema: refTo('Problem') } },
});

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });
const refTo = (name: string) => ref('schemas', name);

const mapped = (schemas: Readonly<Record<string, z.core.$ZodType>>, convert: (schema: z.core.$ZodType) => JsonSchema) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, convert(schema)]));
