import { expect } from 'vitest';
import { plusElapsed } from '#shared/domain/time.ts';
import type { FormKeys } from '#shared/ports/form-keys.ts';
import { NOW } from './builders.ts';
import { allAtOnce, contract, type RawTables, type Skips } from './contract.ts';

export type OpenFormKeys = () => Promise<{
  /** As in another container: nothing is remembered, the table is the same. Makes keys with `newKey`. */
  another(newKey: () => string): FormKeys;
  dump(): Promise<Pick<RawTables, 'access'>>;
}>;

const keyNumber = (number: number): string => `key-${number}-`.padEnd(43, 'x');

/** What the keys of the form promise. `open` gives an empty table. */
export function formKeysContract(open: OpenFormKeys, skips: Skips = {}): void {
  contract('form keys', skips, (behaves) => {
    behaves('gives everybody who asks at once the same key of a month', async () => {
      const { another, dump } = await open();
      const given = await allAtOnce(10, (number) => another(() => keyNumber(number)).keyOf('2026-03', NOW));
      expect(new Set(given).size).toBe(1);
      expect((await dump()).access).toEqual([{ pk: 'form-key#2026-03', secret: given[0], ttl: NOW }]);
    });

    behaves('has another key for another month, and gives the first again', async () => {
      const { another } = await open();
      const first = await another(() => keyNumber(1)).keyOf('2026-03', NOW);
      const second = await another(() => keyNumber(2)).keyOf('2026-04', NOW);
      expect([first, second]).toEqual([keyNumber(1), keyNumber(2)]);
      expect(await another(() => keyNumber(3)).keyOf('2026-03', NOW)).toBe(first);
    });

    behaves('keeps a key as long as the last who asked for it needs it', async () => {
      const { another, dump } = await open();
      const later = plusElapsed(NOW, 86_400);
      await another(() => keyNumber(1)).keyOf('2026-03', NOW);
      await another(() => keyNumber(2)).keyOf('2026-03', later);
      expect((await dump()).access.map(({ ttl }) => ttl)).toEqual([later]);
    });
  });
}
