import type { Address } from '#shared/domain/address.ts';
import type { RegisterAnswer } from '#shared/domain/words.ts';
import type { Dice } from './dice.ts';
import type { Played } from './played.ts';
import type { Timeline } from './timeline.ts';
import { isIn, type Weather } from './weather.ts';

export type TownRegisters = {
  ask(address: Address): Promise<RegisterAnswer>;
  /** What is true of an address, whether or not anybody gets to hear it. */
  truthOf(address: Address): RegisterAnswer;
};

/** Registers of which each address has one answer. They are down now and then, or say nothing. */
export function registersOf({
  line,
  dice,
  weather,
  played,
}: {
  readonly line: Timeline;
  readonly dice: Dice;
  readonly weather: Weather;
  readonly played: Played;
}): TownRegisters {
  const known = new Map<string, RegisterAnswer>();
  const truthOf = (address: Address): RegisterAnswer => {
    const place = `${address.postcode} ${address.houseNumber}`;
    const answer =
      known.get(place) ??
      dice.weighted({ confirmed: 60, 'unknown-address': 10, 'nobody-registered': 12, deceased: 10, unknown: 8 });
    known.set(place, answer);
    return answer;
  };
  return {
    truthOf,
    async ask(address) {
      if (isIn(weather.registers.down, line.nowMs()) || dice.chance(weather.registers.silent)) {
        played.note('registers silent');
        throw Object.assign(new Error('registers: Kanarie'), { name: 'ServiceUnavailable' });
      }
      return truthOf(address);
    },
  };
}
