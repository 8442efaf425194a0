import { addressInOneSpelling } from '#shared/domain/address.ts';
import type { AddressKey } from '#shared/ports/address-key.ts';

/** `keyedHash`: HMAC-SHA-256 with the secret of the deployment. The word in front keeps it from being the hash of anything else. */
export const addressKey =
  (keyedHash: (text: string) => Promise<string>): AddressKey =>
  (address) =>
    keyedHash(`address:${addressInOneSpelling(address)}`);
