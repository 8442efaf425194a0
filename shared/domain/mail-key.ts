/** Who a mail can be for. Who that is today (a mailbox) is looked up when the mail goes out. */
const RECIPIENTS = [
  'owner-first',
  'owner-second',
  'backup-first',
  'backup-second',
  'coordinator-first',
  'coordinator-second',
  'former-visitor',
  'visitor',
  'reporter',
] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** `notify-1-owner-first`: of the message `notify-1`. Letters, digits and dashes: also a tag of the mail service. */
export const mailKey = (base: string, to: Recipient): string => `${base}-${to}`;

/** Undefined for what is no key of a mail. */
export const recipientOf = (key: string): Recipient | undefined => RECIPIENTS.find((to) => key.endsWith(`-${to}`));

/** The key of the same message to somebody else. */
export const sameMailTo = (key: string, to: Recipient): string => {
  const before = recipientOf(key);
  return before ? mailKey(key.slice(0, -before.length - 1), to) : key;
};
