import * as z from 'zod/mini';
import {
  ABOUT,
  ALREADY_TRIED,
  BEST_TIMES,
  LANGUAGES,
  NOT_SEEN_SINCE,
  REASONS,
  REPORTER_KINDS,
  WISHES,
} from '#shared/domain/words.ts';
import {
  choice,
  choices,
  dateTime,
  email,
  fields,
  houseNumber,
  line,
  phone,
  postcode,
  reference,
  rule,
  text,
} from './fields.ts';

/** Whether a list came and holds something; what is no list is another field's mistake. */
const some = (list: unknown): boolean => Array.isArray(list) && list.length > 0;
const yesOrNo = z._default(z.boolean('yes-or-no'), false);

/** Postcode and house number, or street, house number and town when the postcode is not known: then the desk finds it. */
export const AddressFields = fields({
  postcode: z.optional(postcode),
  houseNumber,
  houseLetter: z.optional(
    z.pipe(
      line(1).check(z.regex(/^[A-Za-z]$/, 'house-letter')),
      z.transform((letter: string) => letter.toUpperCase()),
    ),
  ),
  houseNumberAddition: z.optional(line(10)),
  street: z.optional(line(80)),
  town: z.optional(line(80)),
}).check(
  rule(['postcode'], 'required', ({ postcode: known, street, town }) => Boolean(known || street || town)),
  rule(['street'], 'required', ({ postcode: known, street, town }) => Boolean(known || street || !town)),
  rule(['town'], 'required', ({ postcode: known, street, town }) => Boolean(known || town || !street)),
);

/** Name, phone and e-mail are never required here; a municipality may require one way to be reached (`reporterContact`). */
export const ReporterFields = fields({
  kind: z.optional(choice(REPORTER_KINDS)),
  name: z.optional(line(80)),
  email: z.optional(email),
  phone: z.optional(phone),
  mayBeContacted: yesOrNo,
  mayBeNamed: yesOrNo,
  wantsUpdates: yesOrNo,
}).check(
  rule(['email'], 'required', ({ email: address, wantsUpdates }) => Boolean(address || !wantsUpdates)),
  rule(['phone'], 'contact', ({ email: address, phone: number, mayBeContacted }) =>
    Boolean(address || number || !mayBeContacted),
  ),
);

export const honeypot = z.optional(z.string('text'));

/** The body of `POST /v1/signals`. */
export const SignalSubmission = fields({
  about: choice(ABOUT),
  language: z._default(choice(LANGUAGES), 'nl'),
  /** The code of a poster or card; letters, digits and dashes. */
  source: z.optional(line(40).check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'source'))),
  address: AddressFields,
  reasons: z._default(choices(REASONS), []),
  notSeenSince: z.optional(choice(NOT_SEEN_SINCE)),
  residentKnows: z.optional(z.boolean('yes-or-no')),
  explanation: z.optional(text(1000)),
  alreadyTried: z._default(choices(ALREADY_TRIED), []),
  wishes: z._default(choices(WISHES), []),
  bestTime: z.optional(choice(BEST_TIMES)),
  reporter: ReporterFields,
  /** Asked of nobody and stored nowhere. Any text is taken, so that what fills it in does not learn that it was seen. */
  website: honeypot,
}).check(
  rule(['reasons'], 'required', ({ about, reasons }) => about !== 'someone-else' || some(reasons)),
  rule(['reasons'], 'not-for-myself', ({ about, reasons }) => about !== 'myself' || !some(reasons)),
  rule(['explanation'], 'required', ({ reasons, explanation }) =>
    Boolean(!some(reasons) || !reasons.includes('other') || explanation),
  ),
  rule(['wishes'], 'required', ({ about, wishes, explanation }) =>
    Boolean(about !== 'myself' || some(wishes) || explanation),
  ),
  rule(['wishes'], 'not-for-someone-else', ({ about, wishes }) => about !== 'someone-else' || !some(wishes)),
  rule(
    ['reporter', 'kind'],
    'required',
    ({ about, reporter }) => about !== 'someone-else' || reporter?.kind !== undefined,
  ),
  rule(
    ['reporter', 'kind'],
    'not-for-myself',
    ({ about, reporter }) => about !== 'myself' || reporter?.kind === undefined,
  ),
  rule(['reporter', 'phone'], 'contact', ({ about, reporter }) =>
    Boolean(about !== 'myself' || reporter?.email || reporter?.phone),
  ),
);
export type SignalSubmission = z.output<typeof SignalSubmission>;
/** What a client sends: blanks, spellings and defaults still as typed. */
export type SignalSubmissionInput = z.input<typeof SignalSubmission>;

/** The `Idempotency-Key` of a form: a random UUID (version 4), made once per form. Anything weaker could be somebody else's. */
export const IdempotencyKey = z
  .string('idempotency-key')
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i, 'idempotency-key'));

/** 201 of `POST /v1/signals`; the same again for a repeated post. Times in UTC. */
export const SignalReceipt = fields({ reference: z.string(), triageBefore: dateTime, visitBefore: dateTime });
export type SignalReceipt = z.output<typeof SignalReceipt>;

export const StatusRequest = fields({ reference });
/** Three words, whatever really happened: the outcome is the resident's. */
export const SignalStatus = fields({ status: z.enum(['received', 'picked-up', 'closed']) });
export type SignalStatus = z.output<typeof SignalStatus>;

/** 200 of `GET /v1/service-areas/{postcode}`; `postcode` is its four digits. */
export const ServiceArea = z.discriminatedUnion('inArea', [
  fields({
    postcode: z.string(),
    inArea: z.literal(true),
    /** Asked with a whole postcode that stands for one street, as the address register has it. */
    street: z.optional(z.string()),
    /** Asked with four digits: the streets within them, each with the letters of its postcodes. */
    streets: z.optional(z.array(fields({ name: z.string(), letters: z.array(z.string()) }))),
  }),
  /** Where to go instead. */
  fields({ postcode: z.string(), inArea: z.literal(false), contact: fields({ name: z.string(), phone: z.string() }) }),
]);
export type ServiceArea = z.output<typeof ServiceArea>;
