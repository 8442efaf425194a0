import { relationOf } from '#shared/domain/access.ts';
import type { Member } from '#shared/domain/directory.ts';
import type { SignalId } from '#shared/domain/ids.ts';
import { type HandedOver, handedOver, isCoordinatorsChoice } from '#shared/domain/life.ts';
import { isVisible, type Signal } from '#shared/domain/signal.ts';
import { auditLine } from './audit-line.ts';
import type { ReadSignalDeps } from './read-signal.ts';

export type ReadLetterOutcome =
  | { readonly kind: 'read'; readonly signal: Signal; readonly relation: 'owner' | 'planned-visitor' | 'coordinator' }
  | { readonly kind: 'not-found' | 'not-allowed' }
  | HandedOver;

/** The letter of a signal, for who goes there, and for the coordinator when the choice is theirs: a letter is one. It holds the address and what was told, so it is a read like any other. */
export async function readLetter(
  { signals, audit, rules, now }: ReadSignalDeps,
  member: Member,
  id: SignalId,
): Promise<ReadLetterOutcome> {
  const signal = await signals.find(id);
  if (!signal || !isVisible(signal, now())) return { kind: 'not-found' };
  const relation = relationOf(member, signal);
  switch (relation) {
    case 'stranger':
      return { kind: 'not-found' };
    case 'former-owner':
      return handedOver(signal);
    case 'backup':
      return { kind: 'not-allowed' };
    case 'coordinator':
      if (!isCoordinatorsChoice(signal)) return { kind: 'not-allowed' };
      break;
    case 'owner':
    case 'planned-visitor':
      break;
  }
  await audit.write([auditLine(rules, id, 'read', member.id, now())]);
  return { kind: 'read', signal, relation };
}
