import * as z from 'zod/mini';
import { fourDigits, MAX_HOUSE_NUMBER, type Postcode, parsePostcode } from '#shared/domain/address.ts';
import {
  DATA_ROLES,
  type Location,
  type Member,
  type Neighbourhood,
  type Partner,
  ROLES,
} from '#shared/domain/directory.ts';
import {
  BY_PHONE,
  DESK,
  isSlug,
  type LocationCode,
  memberId,
  neighbourhoodId,
  parseLocationCode,
  partnerId,
} from '#shared/domain/ids.ts';
import type { PostcodeRoutes } from '#shared/domain/routing.ts';
import { parsePhone } from '#shared/domain/typed-text.ts';
import { REPORTER_KINDS } from '#shared/domain/words.ts';
import { readStreets, type StreetReading } from './street-import.ts';

/** Where the file puts coordinators: they serve no partner. Reserved, like the desk's id. */
const MUNICIPALITY = 'municipality';

const slug = z.string().check(z.refine(isSlug, 'an id has lower case letters, digits and dashes'));
const neighbourhoodIdText = z.pipe(slug, z.transform(neighbourhoodId));
const partnerIdText = z.pipe(slug, z.transform(partnerId));
const memberIdText = z.pipe(slug, z.transform(memberId));
const locationCode = z.pipe(
  z
    .string()
    .check(
      z.refine(
        (text) => parseLocationCode(text) !== undefined,
        'a code has lower case letters, digits and dashes, 40 at most',
      ),
    ),
  z.transform((text) => parseLocationCode(text) as LocationCode),
);
const name = z.string().check(z.trim(), z.minLength(1, 'is empty'), z.maxLength(120, 'is longer than 120 characters'));
const mailbox = z.string().check(z.trim(), z.toLowerCase(), z.email('is not an e-mail address'));
const phone = z.string().check(
  z.trim(),
  z.maxLength(30, 'is longer than 30 characters'),
  z.refine((text) => parsePhone(text) !== undefined, 'is not a phone number of 9 to 15 digits'),
);
const letters = z.string().check(z.regex(/^[A-Z]{2}$/, 'is not two capital letters'));
const postcode = z.pipe(
  z.string().check(z.refine((text) => parsePostcode(text) !== undefined, 'is not a postcode like 3011AB')),
  z.transform((text) => parsePostcode(text) as Postcode),
);
const day = z.iso.date('is not a day like 2026-12-24');
const period = z
  .strictObject({ from: day, until: day })
  .check(z.refine(({ from, until }) => from <= until, 'ends before it begins'));

const Route = z.strictObject({
  /** `3011`, `3011, 3013` or `3021-3029`, and any list of those. */
  postcodes: z.string(),
  neighbourhoodId: neighbourhoodIdText,
  pc6Ranges: z.exactOptional(
    z.array(z.strictObject({ from: letters, until: letters, neighbourhoodId: neighbourhoodIdText })),
  ),
  exceptions: z.exactOptional(
    z.array(
      z.strictObject({
        postcode,
        houseNumber: z.int('is not a whole number').check(z.minimum(1), z.maximum(MAX_HOUSE_NUMBER)),
        neighbourhoodId: neighbourhoodIdText,
      }),
    ),
  ),
});

/** The file with which a municipality says who serves which neighbourhood. Shapes only; `readDirectory` checks the references. */
export const DirectoryImport = z.strictObject({
  neighbourhoods: z.array(z.strictObject({ id: neighbourhoodIdText, name, partnerId: z.exactOptional(partnerIdText) })),
  partners: z.array(
    z.strictObject({
      id: partnerIdText,
      name,
      mailboxes: z.array(mailbox).check(z.minLength(1, 'needs a mailbox'), z.maxLength(2, 'has at most two mailboxes')),
      backupId: z.exactOptional(partnerIdText),
      weekends: z.exactOptional(z.boolean('is not true or false')),
      /** Days, both included, in which the backup gets new signals. */
      away: z.exactOptional(z.array(period)),
      dataRole: z.exactOptional(z.enum(DATA_ROLES, `is not ${DATA_ROLES.join(' or ')}`)),
      publicContact: z.exactOptional(name),
      /** For colleagues, never for residents. */
      phone: z.exactOptional(phone),
    }),
  ),
  members: z.array(
    z.strictObject({
      id: memberIdText,
      name,
      email: mailbox,
      /** A partner's id, `desk` or `municipality`. */
      partnerId: partnerIdText,
      role: z.enum(ROLES, 'is not member, visitor, coordinator or desk'),
    }),
  ),
  routes: z.array(Route),
  /** Where posters hang and cards lie; absent where there are none yet. */
  locations: z._default(
    z.array(
      z.strictObject({
        /** What follows `?via=` in the address on the poster. */
        id: locationCode,
        name,
        kind: z.enum(REPORTER_KINDS, `is not ${REPORTER_KINDS.join(', ')}`),
      }),
    ),
    [],
  ),
});
export type DirectoryImport = z.infer<typeof DirectoryImport>;

/** The same as the stores know it: routes per four-digit postcode, the municipality's own people under the desk. */
export type ImportedDirectory = {
  readonly neighbourhoods: readonly Neighbourhood[];
  readonly partners: readonly Partner[];
  readonly members: readonly Member[];
  readonly routes: readonly PostcodeRoutes[];
  readonly locations: readonly Location[];
};

export type DirectoryReading =
  | { readonly kind: 'read'; readonly directory: ImportedDirectory }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

/**
 * Reads an import file and, beside it, the CSV of streets. When something is wrong, every problem of both is named with its row or line;
 * nothing is half-imported.
 */
export function readDirectory(input: unknown, streetsCsv?: string): DirectoryReading {
  const register = streetsCsv === undefined ? NO_STREETS : readStreets(streetsCsv);
  const shape = DirectoryImport.safeParse(input);
  if (!shape.success) {
    const problems = shape.error.issues.map(({ path, message }) => `${spellPath(path)}: ${message}`);
    return { kind: 'wrong', problems: [...problems, ...register.problems] };
  }
  const file = shape.data;
  const routes = file.routes.flatMap(spellOut).map((one) => {
    const streets = register.streets.get(one.fourDigits);
    return streets ? { ...one, streets } : one;
  });
  const problems = [
    ...idProblems(file),
    ...referenceProblems(file),
    ...routeProblems(file),
    ...register.problems,
    ...elsewhere(register, routes),
    ...routes.flatMap(tooLarge),
  ];
  if (problems.length > 0) return { kind: 'wrong', problems };
  const members = file.members.map((member) =>
    member.partnerId === MUNICIPALITY ? { ...member, partnerId: DESK } : member,
  );
  return { kind: 'read', directory: { ...file, members, routes } };
}

const NO_STREETS: StreetReading = { streets: new Map(), problems: [] };

/** Streets of a postcode that nobody serves tell of a route that was forgotten, or of another municipality's streets. */
function elsewhere({ streets }: StreetReading, routes: readonly PostcodeRoutes[]): string[] {
  const served = new Set(routes.map(({ fourDigits: digits }) => digits));
  const strange = [...streets.keys()].filter((digits) => !served.has(digits)).sort();
  return strange.map((digits) => `streets: ${digits} is in none of the routes`);
}

/**
 * Everything about four digits is one item, which each signal reads. DynamoDB takes 400 KB, but what is read is paid and waited for; all
 * 673 postcodes that four digits can have, each with a street of its own, are some 40 KB.
 */
const MOST_KB = 64;
function tooLarge(routes: PostcodeRoutes): string[] {
  const size = Math.ceil(new TextEncoder().encode(JSON.stringify(routes)).length / 1024);
  return size > MOST_KB
    ? [`${routes.fourDigits}: its streets and exceptions are ${size} KB, ${MOST_KB} is the most`]
    : [];
}

function idProblems({ neighbourhoods, partners, members, locations }: DirectoryImport): string[] {
  const reserved = partners
    .map(({ id }, row) => ({ id: String(id), row }))
    .filter(({ id }) => id === DESK || id === MUNICIPALITY)
    .map(({ id, row }) => `partners[${row}]: '${id}' is reserved`);
  return [
    ...repeated(
      'neighbourhoods',
      'id',
      neighbourhoods.map(({ id }) => id),
    ),
    ...repeated(
      'partners',
      'id',
      partners.map(({ id }) => id),
    ),
    ...repeated(
      'members',
      'id',
      members.map(({ id }) => id),
    ),
    ...repeated(
      'members',
      'e-mail address',
      members.map(({ email }) => email),
    ),
    ...repeated(
      'locations',
      'id',
      locations.map(({ id }) => id),
    ),
    ...reserved,
    ...locations.flatMap(({ id }, row) => (id === BY_PHONE ? [`locations[${row}]: '${id}' is reserved`] : [])),
  ];
}

function referenceProblems({ neighbourhoods, partners, members, routes }: DirectoryImport): string[] {
  const partnerIds = new Set<string>(partners.map(({ id }) => id));
  const neighbourhoodIds = new Set<string>(neighbourhoods.map(({ id }) => id));
  const problems: string[] = [];
  const partnerMissing = (row: string, id: string): void => {
    if (!partnerIds.has(id)) problems.push(`${row}: partner '${id}' does not exist`);
  };

  neighbourhoods.forEach(({ id, partnerId }, row) => {
    if (partnerId !== undefined) partnerMissing(`neighbourhoods[${row}] (${id})`, partnerId);
  });
  partners.forEach(({ id, backupId }, row) => {
    if (backupId === undefined) return;
    if (backupId === id) problems.push(`partners[${row}] (${id}): is its own backup`);
    else partnerMissing(`partners[${row}] (${id})`, backupId);
  });
  members.forEach(({ id, partnerId, role }, row) => {
    const where = `members[${row}] (${id})`;
    const home = role === 'desk' ? DESK : role === 'coordinator' ? MUNICIPALITY : undefined;
    if (home === undefined) partnerMissing(where, partnerId);
    else if (partnerId !== home) problems.push(`${where}: role '${role}' belongs to partnerId '${home}'`);
  });
  routes.forEach(({ postcodes, neighbourhoodId, pc6Ranges = [], exceptions = [] }, row) => {
    for (const id of [neighbourhoodId, ...[...pc6Ranges, ...exceptions].map((one) => one.neighbourhoodId)]) {
      if (!neighbourhoodIds.has(id))
        problems.push(`routes[${row}] (${postcodes}): neighbourhood '${id}' does not exist`);
    }
  });
  return problems;
}

function routeProblems({ routes }: DirectoryImport): string[] {
  const rowOf = new Map<string, number>();
  const problems: string[] = [];
  routes.forEach((route, row) => {
    const where = `routes[${row}] (${route.postcodes})`;
    const digits = digitsOf(route.postcodes);
    if (!digits) {
      problems.push(`${where}: postcodes are written like 3011, 3013 or 3021-3029`);
      return;
    }
    for (const each of digits) {
      const other = rowOf.get(each);
      if (other !== undefined) problems.push(`${where}: ${each} is also in routes[${other}]`);
      rowOf.set(each, row);
    }
    problems.push(...rangeProblems(route, digits).map((problem) => `${where}: ${problem}`));
  });
  return problems;
}

function rangeProblems(
  { pc6Ranges = [], exceptions = [] }: z.infer<typeof Route>,
  digits: readonly string[],
): string[] {
  const problems: string[] = [];
  if (pc6Ranges.length > 0 && digits.length > 1) problems.push('letter ranges need a row with one postcode');
  const sorted = [...pc6Ranges].sort((a, b) => (a.from < b.from ? -1 : 1));
  sorted.forEach(({ from, until }, index) => {
    if (from > until) problems.push(`range ${from}-${until} ends before it begins`);
    const before = sorted[index - 1];
    if (before && before.until >= from)
      problems.push(`ranges ${before.from}-${before.until} and ${from}-${until} overlap`);
  });
  for (const each of exceptions) {
    if (!digits.includes(fourDigits(each.postcode))) problems.push(`exception ${each.postcode} lies outside this row`);
  }
  const addresses = exceptions.map(({ postcode, houseNumber }) => `${postcode} ${houseNumber}`);
  const twice = addresses.find((address, index) => addresses.indexOf(address) !== index);
  if (twice !== undefined) problems.push(`exception ${twice} is there twice`);
  return problems;
}

/** Undefined when the text is not a list of four-digit postcodes and ranges of them. */
function digitsOf(text: string): string[] | undefined {
  const digits: string[] = [];
  for (const part of text.split(',')) {
    const [, first, last] = /^([1-9]\d{3})(?:-([1-9]\d{3}))?$/.exec(part.trim()) ?? [];
    if (first === undefined || Number(last ?? first) < Number(first)) return undefined;
    for (let each = Number(first); each <= Number(last ?? first); each++) digits.push(String(each));
  }
  return digits;
}

/** An exception concerns one postcode only, so each four-digit entry takes its own. */
const spellOut = ({ postcodes, neighbourhoodId, pc6Ranges, exceptions }: z.infer<typeof Route>): PostcodeRoutes[] =>
  (digitsOf(postcodes) ?? []).map((digits) => {
    const own = exceptions?.filter((one) => fourDigits(one.postcode) === digits) ?? [];
    return {
      fourDigits: digits,
      neighbourhoodId,
      ...(pc6Ranges && { ranges: pc6Ranges }),
      ...(own.length > 0 && { exceptions: own }),
    };
  });

function repeated(table: string, what: string, values: readonly string[]): string[] {
  return values.flatMap((value, row) => {
    const first = values.indexOf(value);
    return first === row ? [] : [`${table}[${row}]: ${what} '${value}' is also in ${table}[${first}]`];
  });
}

const spellPath = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .slice(1) || 'the file';
