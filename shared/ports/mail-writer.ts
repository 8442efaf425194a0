import type { MailEffect } from '#shared/domain/agenda.ts';
import type { Signal } from '#shared/domain/signal.ts';
import type { Mail } from './mailer.ts';

/** All that a mail may say beside the signal's number and moments. */
export type MailFacts = { readonly neighbourhood: string | undefined; readonly ownerName: string };
export type MailContent = Pick<Mail, 'subject' | 'text' | 'html'>;
/** What became of a member's passkeys: made or removed by themselves, or all taken away by a coordinator. */
export type PasskeyNews = 'added' | 'removed' | 'reset';
export type LateCount = { readonly ownerName: string; readonly count: number };

/** Puts into words what goes out by mail. No mail says who, where or why. */
export type MailWriter = {
  effect(effect: MailEffect, signal: Signal, facts: MailFacts): Written;
  /** `code`: six digits. */
  code(code: string): Written;
  /** To the mailbox of a team, which is nobody's to sign in with. */
  teamMailbox(): Written;
  /** To the member whose passkeys they are, so that they hear of it when somebody else did it. */
  passkeys(news: PasskeyNews): Written;
  digest(late: readonly LateCount[]): Written;
};

/** Some writers look first which words the municipality chose. */
type Written = MailContent | Promise<MailContent>;
