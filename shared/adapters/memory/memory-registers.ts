import type { Address } from '#shared/domain/address.ts';
import type { RegisterAnswer } from '#shared/domain/words.ts';
import type { Registers } from '#shared/ports/registers.ts';

export type MemoryRegisters = {
  readonly ask: Registers;
  /** Every address that was asked about, in order, whatever came of it. */
  readonly asked: readonly Address[];
  /** What they say from now on, of all addresses or address by address; `silent`: they do not answer. A promise: slowly. */
  say(answer: Said | ((address: Address) => Said | Promise<Said>)): void;
};
type Said = RegisterAnswer | 'silent';

/** Registers that say what they are told to; at first that every address is as it should be. */
export function memoryRegisters(): MemoryRegisters {
  const asked: Address[] = [];
  let answerFor: (address: Address) => Said | Promise<Said> = () => 'confirmed';
  return {
    asked,
    say(answer) {
      answerFor = typeof answer === 'function' ? answer : () => answer;
    },
    async ask(address) {
      asked.push(address);
      const said = await answerFor(address);
      if (said === 'silent') throw new Error('the registers are out of order');
      return said;
    },
  };
}
