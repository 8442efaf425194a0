import type { AccessStore } from '#shared/ports/access-store.ts';
import {
  codeFromRow,
  isSessionRow,
  knownBrowserFromRow,
  rowOfCode,
  rowOfKnownBrowser,
  rowOfMemberFrom,
  rowOfSession,
  sessionFromRow,
} from '../dynamo/access-rows.ts';
import { codeKey, knownBrowserKey, onceKey, sessionKey } from '../dynamo/keys.ts';
import type { MemoryWorld } from './memory-world.ts';

export const memoryAccessStore = ({ access }: MemoryWorld): AccessStore => ({
  async putCode(code) {
    access.put(rowOfCode(code));
  },
  async takeTry(browserHash, now) {
    const row = access.get(codeKey(browserHash));
    const code = row && codeFromRow(row);
    if (!code || code.triesLeft < 1 || code.expiresAt <= now) return undefined;
    access.put(rowOfCode({ ...code, triesLeft: code.triesLeft - 1 }));
    return code;
  },
  async removeCode(browserHash) {
    access.remove(codeKey(browserHash));
  },
  async putKnownBrowser(browserHash, memberId, removeAt) {
    access.put(rowOfKnownBrowser(browserHash, memberId, removeAt));
  },
  async knownBrowser(browserHash, now) {
    const row = access.get(knownBrowserKey(browserHash));
    return row && knownBrowserFromRow(row, now);
  },
  async putSession(session) {
    access.put(rowOfSession(session));
  },
  async replaceSession(idHash, session) {
    if (!access.get(sessionKey(idHash))) return 'gone';
    access.remove(sessionKey(idHash));
    access.put(rowOfSession(session));
    return 'replaced';
  },
  async session(idHash, now) {
    const row = access.get(sessionKey(idHash));
    const session = row && sessionFromRow(row);
    return session && now < session.expiresAt ? session : undefined;
  },
  async touchSession(idHash, now) {
    const row = access.get(sessionKey(idHash));
    const session = row && sessionFromRow(row);
    if (session && session.lastUsedAt < now) access.put(rowOfSession({ ...session, lastUsedAt: now }));
  },
  async removeSession(idHash) {
    access.remove(sessionKey(idHash));
  },
  async sessionsOf(memberId, now) {
    return access
      .rows()
      .filter((row) => isSessionRow(rowOfMemberFrom(row)))
      .map(sessionFromRow)
      .filter((session) => session.memberId === memberId && now < session.expiresAt)
      .sort((one, other) => other.startedAt - one.startedAt);
  },
  async once(key, removeAt) {
    if (access.get(onceKey(key))) return false;
    access.put({ ...onceKey(key), ttl: removeAt });
    return true;
  },
  async lease(key, now, until) {
    const row = access.get(onceKey(key));
    if (row && Number(row['ttl']) > now) return false;
    access.put({ ...onceKey(key), ttl: until });
    return true;
  },
  async spend(key, removeAt) {
    access.put({ ...onceKey(key), ttl: removeAt });
  },
});
