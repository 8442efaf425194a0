import type { PasskeyStore } from '#shared/ports/passkey-store.ts';
import {
  challengeFromRow,
  isPasskeyRow,
  passkeyFromRow,
  rowOfChallenge,
  rowOfMemberFrom,
  rowOfPasskey,
} from '../dynamo/access-rows.ts';
import { challengeKey, passkeyKey } from '../dynamo/keys.ts';
import type { MemoryWorld } from './memory-world.ts';

export const memoryPasskeyStore = ({ access }: MemoryWorld): PasskeyStore => ({
  async add(passkey) {
    if (access.get(passkeyKey(passkey.id))) return 'taken';
    access.put(rowOfPasskey(passkey));
    return 'added';
  },
  async passkey(id) {
    const row = access.get(passkeyKey(id));
    return row && passkeyFromRow(row);
  },
  async noteUse(id, counter, at) {
    const row = access.get(passkeyKey(id));
    if (row) access.put(rowOfPasskey({ ...passkeyFromRow(row), counter, lastUsedAt: at }));
  },
  async remove(id, memberId) {
    const row = access.get(passkeyKey(id));
    if (!row || passkeyFromRow(row).memberId !== memberId) return 'not-found';
    access.remove(passkeyKey(id));
    return 'removed';
  },
  async passkeysOf(memberId) {
    return access
      .rows()
      .filter((row) => isPasskeyRow(rowOfMemberFrom(row)))
      .map(passkeyFromRow)
      .filter((passkey) => passkey.memberId === memberId)
      .sort((one, other) => one.createdAt - other.createdAt);
  },
  async putChallenge(holderHash, challenge, expiresAt) {
    access.put(rowOfChallenge(holderHash, challenge, expiresAt));
  },
  async takeChallenge(holderHash, now) {
    const row = access.get(challengeKey(holderHash));
    access.remove(challengeKey(holderHash));
    return row && challengeFromRow(row, now);
  },
});
