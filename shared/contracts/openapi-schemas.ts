import * as z from 'zod/mini';
import { email, phone, phoneAsTyped, postcode, reference } from './fields.ts';
import { honeypot, IdempotencyKey, SignalSubmission } from './signal-submission.ts';

/** A JSON Schema, as OpenAPI 3.1 uses it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a check in code cannot tell a schema. The code decides; these are for readers and generators of clients. */
const HINTS = new Map<unknown, JsonSchema>([
  [postcode, { description: 'Vier cijfers en twee letters; kleine letters en spaties mogen.', examples: ['3034 AB'] }],
  [
    reference,
    { description: 'Het nummer van het signaal; streepjes en spaties mogen.', examples: ['8Q2C9D4T0V5XK7RM'] },
  ],
  [honeypot, { description: 'Laat dit weg. Mensen zien dit veld niet; wat het invult, wacht eerst op controle.' }],
  [email, { format: 'email' }],
  [phone, { examples: ['06 12345678'] }],
  [phoneAsTyped, { examples: ['010 123 45 67'] }],
  // The pattern takes capitals too, which a pattern in a schema cannot say.
  [IdempotencyKey, { format: 'uuid', pattern: undefined }],
  [
    SignalSubmission,
    {
      examples: [
        {
          about: 'someone-else',
          address: { postcode: '3034 AB', houseNumber: 12 },
          reasons: ['not-seen'],
          notSeenSince: 'week',
          explanation: 'De gordijnen zijn al een week dicht.',
          reporter: { kind: 'shop', email: 'kapper@voorbeeld.example', mayBeContacted: true },
        },
      ],
    },
  ],
]);

/** The body that a client sends: as typed, before the contract tidies it up. */
export const requestSchema = (schema: z.core.$ZodType): JsonSchema => convert(schema, 'input');

/** The body that a client gets. Fields may be added in a later minor version, so nothing is said of others. */
export const responseSchema = (schema: z.core.$ZodType): JsonSchema => convert(schema, 'output');

function convert(schema: z.core.$ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...converted } = z.toJSONSchema(schema, {
    io,
    override: ({ zodSchema, jsonSchema }) => {
      if (io === 'output') delete jsonSchema.additionalProperties;
      // The pattern of a moment is longer than all the rest together; `date-time` says the same.
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      const longest = io === 'input' ? longestOf(zodSchema) : undefined;
      if (longest !== undefined) jsonSchema.maxLength = longest;
      Object.assign(jsonSchema, HINTS.get(zodSchema));
    },
  });
  return converted;
}

const NO_LIMIT = 5_000;

/** The longest text that a field takes: asked of the field itself, since a check in code shows no number. */
function longestOf(schema: z.core.$ZodType): number | undefined {
  if (schema._zod.def.type !== 'string' || !isTooLong(schema, NO_LIMIT)) return undefined;
  let [fits, tooLong] = [0, NO_LIMIT];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (isTooLong(schema, middle)) tooLong = middle;
    else fits = middle;
  }
  return fits;
}

const isTooLong = (schema: z.core.$ZodType, length: number): boolean =>
  z.safeParse(schema, 'a'.repeat(length)).error?.issues.some(({ message }) => message === 'too-long') ?? false;
