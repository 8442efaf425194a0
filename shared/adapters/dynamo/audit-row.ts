import { randomUUID } from 'node:crypto';
import type { AuditLine } from '#shared/ports/audit-trail.ts';
import { auditKey } from './keys.ts';

/** Random at the end of the key: two lines about one signal in the same second are two lines. */
export const rowOfAuditLine = ({ signalId, removeAt, ...line }: AuditLine) => ({
  ...auditKey(signalId, line.at, randomUUID()),
  ...line,
  ttl: removeAt,
});
