import { factOf } from '#shared/domain/fact.ts';
import type { MemberId, SignalId } from '#shared/domain/ids.ts';
import { type KnownRequest, requested } from '#shared/domain/resident-request.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { settle } from '#shared/domain/settle.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { auditLine } from './audit-line.ts';

type FileRequestDeps = {
  readonly signals: Pick<SignalStore, 'find' | 'change'>;
  readonly settings: Pick<Settings, 'rules'>;
  readonly now: () => EpochSeconds;
};

const MAX_ATTEMPTS = 8;

/** Writes what a resident asks on the signal that it is about; the mails follow from that. Throws when the signal is too busy: it is filed later. */
export async function fileRequest(
  { signals, settings: { rules }, now }: FileRequestDeps,
  about: SignalId,
  request: KnownRequest,
  by: MemberId | 'system',
): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const signal = await signals.find(about);
    const changed = signal && requested(signal, request);
    if (!changed) return;
    const next = settle(changed, rules);
    const beside = { audit: auditLine(rules, about, 'request', by, now()), fact: factOf(next, now()) };
    if ((await signals.change(next, beside)) === 'replaced') return;
  }
  throw new Error('the signal is written to by too many at once');
}
