import type { EpochSeconds } from '#shared/domain/time.ts';

/** What the public form signs with. No secret of anybody else's: the function that everybody can reach makes it. */
export type FormKeys = {
  /** The key of a month (`2026-11`), the same for everybody who asks; made by who asks first. Goes some days after `removeAt`. */
  keyOf(month: string, removeAt: EpochSeconds): Promise<string>;
};
