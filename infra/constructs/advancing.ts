import type { OutgoingMail } from './outgoing-mail.ts';
import type { RegisterKeys } from './register-keys.ts';
import type { ServiceFunction } from './service-function.ts';
import type { Stores } from './stores.ts';
import type { WakeUps } from './wake-ups.ts';

/** The registers that are asked about an address: which, as a function reads it, and the keys to them. */
export type Registers = { readonly variable: string; readonly keys: RegisterKeys };

/** All that `advance` works with: the stream and the clock both run it. */
export type Advancing = {
  readonly stores: Stores;
  readonly mail: OutgoingMail;
  readonly wakeUps: WakeUps;
  readonly registers: Registers | undefined;
};

export const environmentToAdvance = ({ stores, mail, wakeUps, registers }: Advancing) => ({
  ...mail.environment,
  ...stores.hashSecret.environment,
  ...wakeUps.environment,
  ...(registers && { REGISTERS: registers.variable, REGISTER_KEYS_ID: registers.keys.secret.secretArn }),
});

export function grantAdvance({ lambda, role }: ServiceFunction, { stores, mail, wakeUps, registers }: Advancing): void {
  stores.signals.grantAdvance(lambda);
  stores.directory.grantLookUp(lambda);
  stores.statistics.grantWriteFacts(lambda);
  stores.audit.grantAddLines(lambda);
  stores.hashSecret.grantRead(lambda);
  mail.grantSend(lambda);
  wakeUps.grantWakeAt(role);
  registers?.keys.grantRead(lambda);
}
