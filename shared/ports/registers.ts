import type { Address } from '#shared/domain/address.ts';
import type { RegisterAnswer } from '#shared/domain/words.ts';

/**
 * What the registers say of one address with a postcode. Rejects within seconds when they do not answer, or in a way that nobody understands:
 * then they are asked again. Whatever names they know, none comes out of here.
 */
export type Registers = (address: Address) => Promise<RegisterAnswer>;
