import type { Message } from '#shared/domain/agenda.ts';

/** What a mail to a colleague fills in, by name. `before`: "vóór maandag 23 november 17.00 uur". */
export const MAIL_PLACES = ['neighbourhood', 'before', 'ownerName'] as const;
export type MailPlace = Readonly<Record<(typeof MAIL_PLACES)[number], string>>;
type Written = {
  readonly subject: (place: MailPlace) => string;
  readonly body: (place: MailPlace) => readonly string[];
};
type Fixed = { readonly subject: string; readonly body: readonly string[] };
export type ReporterMessage = Extract<Message, `update-${string}`>;
export type WorkMessage = Exclude<Message, ReporterMessage>;

/** Every sentence that a mail can hold. */
type ToReporter = Readonly<Record<ReporterMessage, Fixed>> & {
  readonly greeting: string;
  readonly status: string;
  readonly thanks: string;
};

export type MailTexts = {
  readonly greeting: string;
  readonly open: string;
  readonly openHint: string;
  readonly reference: string;
  readonly noReply: string;
  readonly unknownNeighbourhood: string;
  /** Where weekday, day, month, hour and minute go. */
  readonly moment: string;
  readonly before: (moment: string) => string;
  /** Around a mail about a practice signal. */
  readonly practice: { readonly subject: (subject: string) => string; readonly body: string };
  readonly messages: Readonly<Record<WorkMessage, Written>>;
  /** To who told about somebody else. */
  readonly reporter: ToReporter;
  /** To who told about themselves: they are the resident, and hear what that means for them. */
  readonly resident: ToReporter;
  readonly code: Fixed & { readonly ignore: string };
  /** To a mailbox of a team that asks for a code. */
  readonly teamMailbox: Fixed & { readonly ignore: string };
  /** To a member, about how they sign in. `notYou`: what to do when somebody else did it. */
  readonly passkeys: Readonly<Record<'added' | 'removed' | 'reset', Fixed>> & { readonly notYou: string };
  readonly digest: {
    readonly subject: (count: number) => string;
    readonly body: string;
    readonly line: (ownerName: string, count: number) => string;
    readonly open: string;
  };
};
