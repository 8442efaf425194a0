import { expect } from 'vitest';
import { memberId } from '#shared/domain/ids.ts';
import { epochSeconds, plusElapsed } from '#shared/domain/time.ts';
import type { AuditReader, AuditTrail } from '#shared/ports/audit-trail.ts';
import { BadPageToken } from '#shared/ports/bad-page-token.ts';
import { anAuditLine, aSignalId, DAY, moment, NOW, rules } from './builders.ts';
import { allAtOnce, contract, type RawTables, type Skips } from './contract.ts';

export type OpenAudit = () => Promise<{
  readonly audit: AuditTrail;
  readonly log: AuditReader;
  dump(): Promise<Pick<RawTables, 'audit'>>;
}>;

/** What the audit trail promises. `open` gives an empty one. */
export function auditTrailContract(open: OpenAudit, skips: Skips = {}): void {
  contract('audit trail', skips, (behaves) => {
    behaves('keeps who did what with which signal, when, why, and until when that is kept', async () => {
      const { audit, dump } = await open();
      const line = anAuditLine({ event: 'read', reason: 'complaint' });
      await audit.write([line]);
      const { signalId, removeAt, ...rest } = line;
      expect((await dump()).audit).toEqual([
        { pk: signalId, sk: expect.any(String), ...rest, doerMonth: 'anna#2026-03', ttl: removeAt },
      ]);
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

    behaves('tells of a signal what was done, newest first, page by page, though the signal is gone', async () => {
      const { audit, log } = await open();
      const signalId = aSignalId();
      const at = (days: number) => plusElapsed(NOW, days * DAY);
      await audit.write([
        anAuditLine({ signalId, at: at(0), event: 'assign', by: 'system' }),
        anAuditLine({ signalId, at: at(2), event: 'read', reason: 'complaint' }),
        anAuditLine({ signalId, at: at(1) }),
        anAuditLine({ at: at(1) }),
      ]);
      const first = await log.linesOf(signalId, { limit: 2 });
      expect(first.items).toEqual([
        { signalId, at: at(2), event: 'read', by: 'anna', reason: 'complaint' },
        { signalId, at: at(1), event: 'triage', by: 'anna' },
      ]);
      const rest = await log.linesOf(signalId, { limit: 2, after: first.next ?? '' });
      expect(rest).toEqual({ items: [{ signalId, at: at(0), event: 'assign', by: 'system' }] });
      expect(await log.linesOf(aSignalId(), { limit: 2 })).toEqual({ items: [] });
    });

    behaves('tells what one member did in one month of Amsterdam, of signals and of the log', async () => {
      const { audit, log } = await open();
      const anna = memberId('anna');
      const midnight = moment('2026-03-31T22:00:00Z');
      const march = anAuditLine({ at: plusElapsed(midnight, -1) });
      const april = anAuditLine({ at: midnight });
      const reading = {
        at: NOW,
        event: 'read-member-log',
        by: anna,
        about: memberId('bram'),
        removeAt: plusElapsed(NOW, rules.retention.audit),
      } as const;
      await audit.write([march, april, anAuditLine({ by: 'system' }), anAuditLine({ by: memberId('bram') }), reading]);
      const { removeAt: _gone, ...read } = reading;
      expect(await log.linesBy(anna, '2026-03', { limit: 10 })).toEqual({
        items: [{ signalId: march.signalId, at: march.at, event: 'triage', by: anna }, read],
      });
      expect((await log.linesBy(anna, '2026-04', { limit: 10 })).items.map(({ at }) => at)).toEqual([midnight]);
    });

    behaves('tells how one member got in, and whose passkeys they took away', async () => {
      const { audit, log } = await open();
      const carla = memberId('carla');
      const removeAt = plusElapsed(NOW, rules.retention.audit);
      const signedIn = { at: NOW, event: 'sign-in-passkey', by: carla } as const;
      const reset = { at: plusElapsed(NOW, 1), event: 'reset-passkeys', by: carla, about: memberId('anna') } as const;
      const others = { at: NOW, event: 'wrong-code', by: memberId('anna') } as const;
      await audit.write([signedIn, reset, others, others].map((line) => ({ ...line, removeAt })));
      expect(await log.linesBy(carla, '2026-03', { limit: 10 })).toEqual({ items: [reset, signedIn] });
      expect(await log.linesBy(memberId('anna'), '2026-03', { limit: 10 })).toEqual({ items: [others, others] });
    });

    behaves('gives every line of a busy second once, over any number of pages', async () => {
      const { audit, log } = await open();
      const lines = Array.from({ length: 25 }, () => anAuditLine({ event: 'list' }));
      await audit.write(lines);
      const seen: unknown[] = [];
      let after: string | undefined;
      do {
        const page = await log.linesBy(memberId('anna'), '2026-03', { limit: 7, ...(after && { after }) });
        seen.push(...page.items.map(({ signalId }) => signalId));
        after = page.next;
      } while (after);
      expect(seen.map(String).sort()).toEqual(lines.map(({ signalId }) => String(signalId)).sort());
    });

    behaves('goes on from no place that it did not give out, nor from one in the lines of another signal', async () => {
      const { audit, log } = await open();
      const signalId = aSignalId();
      await audit.write([anAuditLine({ signalId }), anAuditLine({ signalId })]);
      const { next = '' } = await log.linesOf(signalId, { limit: 1 });
      await expect(log.linesOf(aSignalId(), { limit: 1, after: next })).rejects.toThrow(BadPageToken);
      for (const after of ['', 'nonsense', Buffer.from('[1]').toString('base64url')]) {
        await expect(log.linesOf(signalId, { limit: 1, after })).rejects.toThrow(BadPageToken);
        await expect(log.linesBy(memberId('anna'), '2026-03', { limit: 1, after })).rejects.toThrow(BadPageToken);
      }
    });
  });
}
