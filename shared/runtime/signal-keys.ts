import { addressInOneSpelling } from '#shared/domain/address.ts';
import { type LetterCode, letterCodeFromBytes, type SignalId } from '#shared/domain/ids.ts';
import type { AddressKey, MailboxKey } from '#shared/ports/address-key.ts';

/** `HMAC-SHA-256` with the secret of the deployment, hex. The word in front keeps one kind of hash from being another. */
type KeyedHash = (text: string) => Promise<string>;

export const addressKey =
  (keyedHash: KeyedHash): AddressKey =>
  (address) =>
    keyedHash(`address:${addressInOneSpelling(address)}`);

export const mailboxKeyOf =
  (keyedHash: KeyedHash): MailboxKey =>
  (mailbox) =>
    keyedHash(`mailbox:${mailbox.trim().toLowerCase()}`);

/** Always the same for one signal, so that a letter can be printed again, and nothing that anybody could guess from its reference. */
export const letterCodeOf =
  (keyedHash: KeyedHash) =>
  async (id: SignalId): Promise<LetterCode> =>
    letterCodeFromBytes(Buffer.from(await keyedHash(`letter:${id}`), 'hex'));
