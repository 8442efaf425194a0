import type { Member } from '#shared/domain/directory.ts';
import { erasureOf } from '#shared/domain/erasure.ts';
import { factOf } from '#shared/domain/fact.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { isVisible, type Signal } from '#shared/domain/signal.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { ERASURE_ASKED } from '#shared/domain/words.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import { auditLine } from './audit-line.ts';
import { mayEraseTogether } from './others-at-address.ts';
import { untilWritten } from './until-written.ts';

export type EraseOthersDeps = {
  readonly signals: Pick<SignalStore, 'find' | 'erase'>;
  readonly settings: Pick<Settings, 'rules'>;
  /** What could not be erased is told to the operator, and to who asked for it. */
  readonly onEraseFailure: (id: SignalId, fault: unknown) => void;
};
type Asked = {
  readonly also: readonly SignalId[];
  readonly asked: (typeof ERASURE_ASKED)[number];
  readonly now: EpochSeconds;
};

/**
 * Erases the others at the address that are about the same person, each in a transaction of its own with its own audit line. Gives those that
 * are left: one that fails keeps none of the others. What is gone already is done, so the same can be asked again.
 */
export async function eraseOthersAtAddress(
  deps: EraseOthersDeps,
  member: Member,
  signal: Signal,
  { also, asked, now }: Asked,
): Promise<SignalId[]> {
  const { rules } = deps.settings;
  const eraseOne = (id: SignalId): Promise<'gone' | 'left'> =>
    untilWritten(async () => {
      const other = await deps.signals.find(id);
      if (!other || !isVisible(other, now)) return 'gone';
      if (!mayEraseTogether(member, signal, other)) return 'left';
      const audit = auditLine(rules, id, 'erase', member.id, now, asked);
      // Nobody came for this one; whoever was spoken to was spoken to about the other.
      const auditAndFact = { audit, fact: factOf(other, now, 'erased') };
      const written = await deps.signals.erase(other, erasureOf(other, rules, now), auditAndFact);
      return written === 'erased' ? 'gone' : 'conflict';
    });

  const remaining: SignalId[] = [];
  for (const id of new Set(also)) {
    const outcome = await eraseOne(id).catch((fault: unknown) => {
      deps.onEraseFailure(id, fault);
      return 'left' as const;
    });
    if (outcome === 'left') remaining.push(id);
  }
  return remaining;
}
