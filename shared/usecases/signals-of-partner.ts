import type { PartnerId } from '#shared/domain/ids.ts';
import { isVisible, ownerOf, type Signal } from '#shared/domain/signal.ts';
import type { SignalStore } from '#shared/ports/signal-store.ts';
import type { ChangeSignalDeps } from './write-signal.ts';

/** To find what a partner has, and to change each of them. */
export type SignalsOfPartnerDeps = ChangeSignalDeps & {
  readonly signals: Pick<SignalStore, 'findAll' | 'listByOwner'>;
};

const PAGE = 100;

/** Every signal that a partner has, as it is now: the index says which, and lags behind. */
export async function signalsOf(
  { signals, now }: SignalsOfPartnerDeps,
  partner: PartnerId,
  which: 'open' | 'closed',
): Promise<readonly Signal[]> {
  const found: Signal[] = [];
  let after: string | undefined;
  do {
    const page = await signals.listByOwner(partner, which, { limit: PAGE, ...(after && { after }) });
    found.push(...(await signals.findAll(page.items.map(({ id }) => id))));
    after = page.next;
  } while (after);
  return found.filter(
    (signal) =>
      ownerOf(signal) === partner && isVisible(signal, now()) && (signal.status === 'closed') === (which === 'closed'),
  );
}
