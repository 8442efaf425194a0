import type { Skips } from '#shared/testing/contract.ts';

type Suite =
  | 'signalStore'
  | 'directory'
  | 'directoryEditor'
  | 'accessStore'
  | 'auditTrail'
  | 'counterStore'
  | 'formKeys'
  | 'statistics'
  | 'faults';
type PerSuite = Readonly<Record<Suite, Skips>>;

const NONE: PerSuite = {
  signalStore: {},
  directory: {},
  directoryEditor: {},
  accessStore: {},
  auditTrail: {},
  counterStore: {},
  formKeys: {},
  statistics: {},
  faults: {},
};

/**
 * Where an engine differs from the suite: the title of a test, and the reason. An entry that is no longer true fails the build.
 *
 * None of the three shows what only AWS does: an index that lags behind its table, throttling, IAM, and transactions that collide for real
 * (both engines take one request at a time; the fault suite makes the collisions itself).
 */
export const SKIPS = {
  memory: NONE,
  dynamoDbLocal: NONE,
  emulator: NONE,
} as const satisfies Record<string, PerSuite>;
