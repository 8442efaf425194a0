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
import { choice, choices, dateTime, email, houseNumber, line, phone, postcode, reference, text } from './fields.ts';

const yesOrNo = z._default(z.boolean('yes-or-no'), false);

/** Postcode and house number, or street, house number and town when the postcode is not known: then the desk finds it. */
export const AddressFields = z
  .strictObject({
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
  })
  .check((context) => {
    const { postcode: known, street, town } = context.value;
    if (known) return;
    if (!street && !town)
      context.issues.push({ code: 'custom', path: ['postcode'], message: 'required', input: undefined });
    else if (!street) context.issues.push({ code: 'custom', path: ['street'], message: 'required', input: undefined });
    else if (!town) context.issues.push({ code: 'custom', path: ['town'], message: 'required', input: undefined });
  });

/** Name, phone and e-mail are never required here; a municipality may require one way to be reached (`reporterContact`). */
export const ReporterFields = z
  .strictObject({
    kind: z.optional(choice(REPORTER_KINDS)),
    name: z.optional(line(80)),
    email: z.optional(email),
    phone: z.optional(phone),
    mayBeContacted: yesOrNo,
    mayBeNamed: yesOrNo,
    wantsUpdates: yesOrNo,
  })
  .check((context) => {
    const { email: address, phone: number, mayBeContacted, wantsUpdates } = context.value;
    if (wantsUpdates && !address)
      context.issues.push({ code: 'custom', path: ['email'], message: 'required', input: undefined });
    if (mayBeContacted && !address && !number) {
      context.issues.push({ code: 'custom', path: ['phone'], message: 'contact', input: undefined });
    }
  });

/** The body of `POST /v1/signals`. */
export const SignalSubmission = z
  .strictObject({
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
  })
  .check((context) => {
    const { about, reasons, explanation, wishes, reporter } = context.value;
    const refuse = (path: string[], message: string) =>
      context.issues.push({ code: 'custom', path, message, input: undefined });
    if (about === 'myself') {
      if (reasons.length > 0) refuse(['reasons'], 'not-for-myself');
      if (wishes.length === 0 && !explanation) refuse(['wishes'], 'required');
      if (!reporter.email && !reporter.phone) refuse(['reporter', 'phone'], 'contact');
      if (reporter.kind) refuse(['reporter', 'kind'], 'not-for-myself');
      return;
    }
    if (reasons.length === 0) refuse(['reasons'], 'required');
    if (reasons.includes('other') && !explanation) refuse(['explanation'], 'required');
    if (wishes.length > 0) refuse(['wishes'], 'not-for-someone-else');
    if (!reporter.kind) refuse(['reporter', 'kind'], 'required');
  });
export type SignalSubmission = z.output<typeof SignalSubmission>;
/** What a client sends: blanks, spellings and defaults still as typed. */
export type SignalSubmissionInput = z.input<typeof SignalSubmission>;

/** The `Idempotency-Key` of a form: a random UUID (version 4), made once per form. Anything weaker could be somebody else's. */
export const IdempotencyKey = z
  .string('idempotency-key')
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i, 'idempotency-key'));

/** 201 of `POST /v1/signals`; the same again for a repeated post. Times in UTC. */
export const SignalReceipt = z.strictObject({ reference: z.string(), triageBefore: dateTime, visitBefore: dateTime });
export type SignalReceipt = z.output<typeof SignalReceipt>;

export const StatusRequest = z.strictObject({ reference });
/** Three words, whatever really happened: the outcome is the resident's. */
export const SignalStatus = z.strictObject({ status: z.enum(['received', 'picked-up', 'closed']) });
export type SignalStatus = z.output<typeof SignalStatus>;

export const ServiceArea = z.strictObject({ postcode: z.string(), inArea: z.literal(true) });
export type ServiceArea = z.output<typeof ServiceArea>;
