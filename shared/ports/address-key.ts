import type { Address } from '#shared/domain/address.ts';

/** The same for the same address however it was typed, and of no use to whoever lacks the deployment's secret: HMAC-SHA-256, hex. */
export type AddressKey = (address: Address) => Promise<string>;

/** The same for a mailbox, whatever its capitals. */
export type MailboxKey = (mailbox: string) => Promise<string>;
