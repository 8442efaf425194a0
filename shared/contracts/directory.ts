import * as z from 'zod/mini';
import { DATA_ROLES, ROLES } from '#shared/domain/directory.ts';
import { parsePartnerId } from '#shared/domain/ids.ts';
import { MAILBOX_TROUBLES } from '#shared/domain/mailbox-health.ts';
import { choice, dateTime, email, fields, line, parsedWith, phoneAsTyped, rule } from './fields.ts';
import { Findings } from './postcode-routes.ts';

/** The directory as the coordinator manages it: partners, neighbourhoods, members. */

/** What the client saw: it goes back with a change, which is refused when somebody else was first. */
const seen = line(64);
/** Whether somebody has it, the directory knows. */
const partner = parsedWith(line(60), parsePartnerId, 'choice');
const day = z.iso.date({ error: ({ input }) => (input === undefined ? 'required' : 'day') });

const PARTNER = {
  name: line(120),
  mailbox: email,
  secondMailbox: z.optional(email),
  backupId: z.optional(partner),
  /** Whether somebody reads mail at weekends. */
  weekends: z.boolean('yes-or-no'),
  /** Days, both included, in which the backup gets new signals. */
  away: z._default(z.array(fields({ from: day, until: day })).check(z.maxLength(20, 'too-many')), []),
  dataRole: z.optional(choice(DATA_ROLES)),
  /** How the public reaches the organisation. */
  publicContact: z.optional(line(120)),
  /** For colleagues, never for residents. */
  phone: z.optional(phoneAsTyped),
};
export const PartnerEntry = fields(PARTNER);
export const PartnerChange = fields({ seen, ...PARTNER });

const MEMBER = {
  name: line(120),
  email,
  role: choice(ROLES),
  /** Absent for a coordinator and for the desk: they are the municipality. */
  partnerId: z.optional(partner),
};
type Member = { readonly role?: string; readonly partnerId?: string | undefined };
const home = rule<Member>(
  ['partnerId'],
  'required',
  ({ role, partnerId }) => partnerId !== undefined || (role !== 'member' && role !== 'visitor'),
);
export const MemberEntry = fields(MEMBER).check(home);
export const MemberChange = fields({ seen, ...MEMBER }).check(home);

/** Without `partnerId` the desk serves it. */
const NEIGHBOURHOOD = { name: line(120), partnerId: z.optional(partner) };
export const NeighbourhoodEntry = fields(NEIGHBOURHOOD);
export const NeighbourhoodChange = fields({ seen, ...NEIGHBOURHOOD });

export const Removal = fields({ seen });

export const Added = z.object({ id: z.string() });
export type Added = z.output<typeof Added>;

/** `replan`: references of signals of which a visit stood on their name. */
export const MemberChanged = z.object({ replan: z.array(z.string()) });
export type MemberChanged = z.output<typeof MemberChanged>;

const item = { id: z.string(), seen: z.string(), name: z.string() };

/** `at`: when mail last arrived, or since when it does not. */
const MailboxView = z.object({
  mailbox: z.string(),
  state: z.enum(['unknown', 'arrives', 'in-trouble']),
  at: z.optional(dateTime),
  trouble: z.optional(z.enum(MAILBOX_TROUBLES)),
});
export type MailboxView = z.output<typeof MailboxView>;

export const DirectoryView = z.object({
  partners: z.array(
    z.object({
      ...item,
      mailbox: z.string(),
      secondMailbox: z.optional(z.string()),
      backupId: z.optional(z.string()),
      weekends: z.boolean(),
      away: z.array(z.object({ from: z.string(), until: z.string() })),
      /** Whether new signals go to the backup today. */
      awayNow: z.boolean(),
      dataRole: z.optional(z.enum(DATA_ROLES)),
      publicContact: z.optional(z.string()),
      phone: z.optional(z.string()),
    }),
  ),
  /** Whether mail reaches the mailboxes of partners. */
  mailboxes: z.array(MailboxView),
  neighbourhoods: z.array(z.object({ ...item, partnerId: z.optional(z.string()) })),
  /** Where something is missing. */
  findings: Findings,
  /** `partnerId` is absent for people of the municipality. */
  members: z.array(z.object({ ...item, email: z.string(), role: z.enum(ROLES), partnerId: z.optional(z.string()) })),
});
export type DirectoryView = z.output<typeof DirectoryView>;
