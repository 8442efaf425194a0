import { localMonth } from '#shared/domain/amsterdam.ts';
import { BY_PHONE, type LocationCode, parseLocationCode } from '#shared/domain/ids.ts';
import type { EpochSeconds } from '#shared/domain/time.ts';
import type { Counted, CounterStore } from '#shared/ports/counter-store.ts';
import type { DirectoryReader } from '#shared/ports/directory-store.ts';

export type CountDeps = {
  readonly counters: CounterStore;
  readonly now: () => EpochSeconds;
  /** Told of a count that failed; what was counted happened all the same. */
  readonly onCountFailure: (fault: unknown) => void;
};

/** One more in this month. Never stands in anybody's way: a number that is one short is better than a signal that is refused. */
export async function count({ counters, now, onCountFailure }: CountDeps, what: Counted): Promise<void> {
  try {
    await counters.count(what, localMonth(now()));
  } catch (fault) {
    onCountFailure(fault);
  }
}

/** The code that a form was opened with, when the directory knows it or it is the phone's. Others are nobody's, and not worth keeping. */
export async function knownSource(
  directory: Pick<DirectoryReader, 'location'>,
  source: string | undefined,
): Promise<LocationCode | undefined> {
  const code = source === undefined ? undefined : parseLocationCode(source);
  if (code === undefined || code === BY_PHONE) return code;
  return (await directory.location(code))?.id;
}
