import type { AuditTrail } from '#shared/ports/audit-trail.ts';
import { rowOfAuditLine } from '../dynamo/audit-row.ts';
import type { MemoryWorld } from './memory-world.ts';

export const memoryAuditTrail = ({ audit }: MemoryWorld): AuditTrail => ({
  async write(lines) {
    for (const line of lines) audit.put(rowOfAuditLine(line));
  },
});
