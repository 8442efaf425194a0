import { describe, expect, it } from 'vitest';

/**
 * Behaviours that one engine does not show, by the title of the test, with the reason: its published list. Such a test is expected to
 * fail there; one that passes after all fails the build, so the list cannot outlive its reasons.
 */
export type Skips = Readonly<Record<string, string>>;

export type Behaves = (title: string, shows: () => Promise<void>) => void;

/** A suite that every engine has to pass. */
export function contract(name: string, skips: Skips, body: (behaves: Behaves) => void): void {
  describe(name, () => {
    const titles = new Set<string>();
    body((title, shows) => {
      titles.add(title);
      const reason = skips[title];
      if (reason === undefined) it(title, shows);
      else it.fails(`${title} [differs here: ${reason}]`, shows);
    });
    it('has no exception for a behaviour that is not in the suite', () => {
      expect(Object.keys(skips).filter((title) => !titles.has(title))).toEqual([]);
    });
  });
}

/** A row as it lies in a table. */
export type RawRow = Readonly<Record<string, unknown>>;
export type RawTables = Readonly<
  Record<'signals' | 'directory' | 'access' | 'statistics' | 'audit', readonly RawRow[]>
>;

/** Calls `act` so often, all at once. */
export const allAtOnce = <T>(times: number, act: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => act(index)));
