import { afterAll, beforeAll } from 'vitest';
import { type LocalOmzien, type LocalOptions, startLocal } from '../../../infra/local/start-local.ts';
import { type Canary, newCanary } from './canary.ts';
import { type Browsing, type PersonOptions, startBrowsing } from './person.ts';

/** One deployment on the emulator with a browser before it, for all the journeys of a file. */
export type Town = {
  readonly local: LocalOmzien;
  readonly browsing: Browsing;
  /** Strings that one journey types and that must never be found where they should not be. */
  canary(): Canary;
  readonly canaries: readonly Canary[];
};

export function aTown(options: Pick<LocalOptions, 'fast' | 'directory'> = {}): Town {
  const canaries: Canary[] = [];
  let local: LocalOmzien | undefined;
  let browsing: Browsing | undefined;
  beforeAll(async () => {
    [local, browsing] = await Promise.all([startLocal({ port: 0, ...options }), startBrowsing()]);
  });
  afterAll(async () => {
    await browsing?.stop();
    await local?.stop();
  });
  return {
    get local() {
      return started(local);
    },
    get browsing() {
      return started(browsing);
    },
    canary() {
      const canary = newCanary();
      canaries.push(canary);
      return canary;
    },
    canaries,
  };
}

/** Somebody at the form or at a console, with a browser of their own. */
export const aPerson = ({ browsing, local }: Town, options: PersonOptions = {}) => browsing.person(local.url, options);

function started<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('the town has not started');
  return thing;
}
