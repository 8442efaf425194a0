import type { Finding } from '#shared/domain/coverage.ts';
import type { DATA_ROLES, ROLES } from '#shared/domain/directory.ts';
import type { Objection } from '#shared/domain/directory-rules.ts';
import type { MailboxTrouble } from '#shared/domain/mailbox-health.ts';

type Titled = { readonly title: string; readonly text: string };

/** The pages on which a coordinator manages who does what. */
export type DirectoryTexts = {
  readonly title: string;
  readonly intro: string;
  readonly back: string;
  readonly yes: string;
  readonly no: string;
  readonly save: string;
  readonly saved: string;
  readonly gone: string;
  readonly desk: string;
  /** Somebody else changed it while the form was open. */
  readonly overtaken: { readonly title: string; readonly text: string };
  readonly because: Readonly<Record<Objection, string>>;
  readonly errors: {
    readonly codes: Readonly<Record<string, string>>;
    readonly fields: Readonly<Record<string, string>>;
  };
  readonly partners: {
    readonly title: string;
    readonly count: (count: number) => string;
    readonly none: string;
    readonly add: string;
    readonly away: string;
    readonly noBackup: string;
    readonly noNeighbourhood: string;
    readonly mailboxes: string;
    readonly mailTrouble: string;
    readonly mail: {
      readonly unknown: (mailbox: string) => string;
      readonly arrives: (mailbox: string, moment: string) => string;
      readonly inTrouble: (mailbox: string, moment: string, why: string) => string;
      readonly why: Readonly<Record<MailboxTrouble, string>>;
      readonly todo: string;
    };
    readonly backup: string;
    readonly neighbourhoods: string;
    readonly weekends: string;
    readonly dataRole: string;
    readonly dataRoles: Readonly<Record<(typeof DATA_ROLES)[number] | 'unknown', string>>;
    readonly dataRoleHints: Readonly<Record<(typeof DATA_ROLES)[number], string>>;
    readonly publicContact: string;
    readonly phone: string;
    readonly noPhone: string;
    readonly holidays: string;
    readonly period: (from: string, until: string) => string;
    readonly team: string;
    readonly noTeam: string;
    readonly change: string;
    readonly remove: string;
  };
  readonly partnerForm: {
    readonly addTitle: string;
    readonly changeTitle: (name: string) => string;
    readonly name: string;
    readonly mailbox: string;
    readonly mailboxHint: string;
    readonly secondMailbox: string;
    readonly secondMailboxHint: string;
    readonly backup: string;
    readonly backupHint: string;
    readonly noBackup: string;
    readonly weekends: string;
    readonly dataRole: string;
    readonly publicContact: string;
    readonly publicContactHint: string;
    readonly phone: string;
    readonly phoneHint: string;
    readonly added: (name: string) => string;
  };
  readonly holiday: {
    readonly title: (name: string) => string;
    readonly backup: (backup: string) => string;
    readonly toDesk: string;
    readonly keeps: string;
    readonly none: string;
    readonly from: string;
    readonly until: string;
    readonly untilHint: string;
    readonly add: string;
    readonly added: string;
    readonly remove: (period: string) => string;
    readonly removed: string;
  };
  readonly removePartner: {
    readonly title: (name: string) => string;
    readonly first: string;
    readonly team: (count: number) => string;
    readonly closed: string;
    readonly confirm: string;
    readonly done: (name: string) => string;
  };
  readonly members: {
    readonly title: string;
    readonly count: (count: number) => string;
    readonly intro: string;
    readonly add: string;
    readonly municipality: string;
    readonly roles: Readonly<Record<(typeof ROLES)[number], string>>;
    readonly roleHints: Readonly<Record<(typeof ROLES)[number], string>>;
  };
  readonly memberForm: {
    readonly addTitle: string;
    readonly name: string;
    readonly email: string;
    readonly emailHint: string;
    /** What another address does to somebody who is there already. */
    readonly emailOther: string;
    readonly role: string;
    readonly partner: string;
    readonly added: (name: string) => string;
    readonly remove: (name: string) => string;
    /** For who lost a phone or a laptop. */
    readonly forgetPasskeys: string;
    readonly passkeysForgotten: (name: string) => string;
  };
  readonly removeMember: {
    readonly title: (name: string) => string;
    readonly yourself: string;
    readonly confirmYourself: string;
    readonly facts: readonly string[];
    readonly confirm: string;
    readonly done: (name: string) => string;
  };
  /** Visits that stood on the name of somebody who left. */
  readonly replan: (count: number, references: string) => string;
  readonly neighbourhoods: {
    readonly title: string;
    readonly count: (count: number) => string;
    readonly none: string;
    readonly add: string;
    readonly addTitle: string;
    readonly name: string;
    readonly partner: string;
    readonly partnerHint: string;
    readonly byDesk: string;
    readonly added: (name: string) => string;
    readonly remove: string;
    readonly removeTitle: (name: string) => string;
    readonly removeText: string;
    readonly removed: (name: string) => string;
  };
  readonly places: Readonly<Record<'partners' | 'members' | 'neighbourhoods' | 'routes' | 'referrals', Titled>>;
  /** A page of its own: what mails, letter and console say. */
  readonly wording: Titled;
  readonly referrals: {
    readonly intro: string;
    readonly none: string;
    readonly add: string;
    readonly addTitle: string;
    readonly kind: string;
    readonly name: string;
    readonly phone: string;
    readonly url: string;
    readonly urlHint: string;
    readonly remove: string;
    readonly saved: string;
    readonly removed: (name: string) => string;
  };
  /** What to look at, and that there is nothing. */
  readonly coverage: {
    readonly title: string;
    readonly fine: string;
    readonly findings: Readonly<Record<Finding['kind'], (about: string) => string>>;
    /** Several neighbourhoods without anybody at weekends, in one line. */
    readonly quiet: (count: number, neighbourhoods: string) => string;
    /** Above the partners that colleagues cannot call. */
    readonly noPhone: string;
  };
  readonly routes: {
    readonly intro: string;
    readonly forms: readonly string[];
    readonly list: string;
    readonly listHint: string;
    readonly file: string;
    readonly fileHint: string;
    readonly preview: string;
    readonly inForce: (postcodes: number) => string;
    readonly problems: (count: number) => string;
    readonly problem: (line: number, what: string) => string;
    readonly what: Readonly<Record<'columns' | 'postcode' | 'backwards' | 'neighbourhood', string>>;
    readonly twice: (other: number) => string;
    readonly more: (count: number) => string;
    readonly outlook: string;
    readonly nothing: string;
    readonly added: (count: number) => string;
    readonly changed: (count: number) => string;
    readonly removed: (count: number) => string;
    readonly removedHint: string;
    readonly same: (count: number) => string;
    readonly to: (postcode: string, after: string) => string;
    readonly fromTo: (postcode: string, before: string, after: string) => string;
    readonly assumed: (postcodes: string) => string;
    readonly confirm: string;
    /** The list leaves postcodes out that count now. */
    readonly confirmRemoving: (count: number) => string;
    readonly again: string;
    readonly done: string;
    readonly formerTitle: string;
    readonly former: (moment: string) => string;
    readonly restore: string;
    readonly restored: string;
  };
};
