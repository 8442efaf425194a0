import { expect } from 'vitest';
import { epochSeconds } from '#shared/domain/time.ts';
import type { AuditTrail } from '#shared/ports/audit-trail.ts';
import { anAuditLine, aSignalId } from './builders.ts';
import { allAtOnce, contract, type RawTables, type Skips } from './contract.ts';

export type OpenAudit = () => Promise<{ readonly audit: AuditTrail; dump(): Promise<Pick<RawTables, 'audit'>> }>;

/** What the audit trail promises. `open` gives an empty one. */
export function auditTrailContract(open: OpenAudit, skips: Skips = {}): void {
  contract('audit trail', skips, (behaves) => {
    behaves('keeps who did what with which signal, when, why, and until when that is kept', async () => {
      const { audit, dump } = await open();
      const line = anAuditLine({ event: 'read', reason: 'complaint' });
      await audit.write([line]);
      const { signalId, removeAt, ...rest } = line;
      expect((await dump()).audit).toEqual([{ pk: signalId, sk: expect.any(String), ...rest, ttl: removeAt }]);
    });

    behaves('keeps two lines apart that say the same in the same second', async () => {
      const { audit, dump } = await open();
      const line = anAuditLine();
      await audit.write([line, line]);
      await allAtOnce(10, () => audit.write([line]));
      expect((await dump()).audit).toHaveLength(12);
    });

    behaves('keeps a long list, and nothing of an empty one', async () => {
      const { audit, dump } = await open();
      await audit.write([]);
      const lines = Array.from({ length: 230 }, () => anAuditLine({ event: 'list' }));
      await audit.write(lines);
      const kept = (await dump()).audit.map(({ pk }) => pk).sort();
      expect(kept).toEqual(lines.map(({ signalId }) => signalId).sort());
    });

    behaves('orders the lines of a signal by time', async () => {
      const { audit, dump } = await open();
      const signalId = aSignalId();
      const moments = [1_772_532_000, 999_999_999, 1_772_531_999, 2_000_000_000];
      for (const at of moments) await audit.write([anAuditLine({ signalId, at: epochSeconds(at) })]);
      const bySortKey = [...(await dump()).audit].sort((one, other) =>
        String(one['sk']) < String(other['sk']) ? -1 : 1,
      );
      expect(bySortKey.map(({ at }) => at)).toEqual([...moments].sort((one, other) => one - other));
    });
  });
}
