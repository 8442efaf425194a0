import { type EpochSeconds, plusElapsed } from '#shared/domain/time.ts';
import type { AccessStore } from '#shared/ports/access-store.ts';

export type OncePerDeps = {
  readonly access: Pick<AccessStore, 'lease' | 'spend'>;
  readonly now: () => EpochSeconds;
};

/** No longer than it takes until a run that failed is tried again, and longer than a run can last. */
const LEASE_SECONDS = 60;

/**
 * Does `work` once for this key, which names a period (`digest-2026-03-02-1`) and is kept for so many seconds, longer than that period. Not while
 * another run is at it. When it throws it is not done: the next run tries again.
 */
export async function oncePer(
  { access, now }: OncePerDeps,
  key: string,
  keptSeconds: number,
  work: () => Promise<unknown>,
): Promise<void> {
  if (!(await access.lease(key, now(), plusElapsed(now(), LEASE_SECONDS)))) return;
  await work();
  await access.spend(key, plusElapsed(now(), keptSeconds));
}
