import type { EpochSeconds } from '#shared/domain/time.ts';
import type { Registers } from '#shared/ports/registers.ts';

const IN_A_ROW = 3;
const SLOW_SECONDS = 2;
const REST_SECONDS = 30;

/**
 * A circuit breaker: after three questions in a row without an answer, or with a slow one, nobody is asked for half a minute: what is out of order is not helped by
 * more, and a sweep of many signals must not wait for each.
 */
export function withCircuitBreaker(ask: Registers, now: () => EpochSeconds): Registers {
  let inARow = 0;
  let restsUntil = 0;
  const troubled = (): void => {
    inARow += 1;
    if (inARow >= IN_A_ROW) restsUntil = now() + REST_SECONDS;
  };
  return async (address) => {
    if (now() < restsUntil) throw resting();
    const began = now();
    try {
      const answer = await ask(address);
      if (now() - began < SLOW_SECONDS) inARow = 0;
      else troubled();
      return answer;
    } catch (fault) {
      troubled();
      throw fault;
    }
  };
}

function resting(): Error {
  const error = new Error('RegistersRest');
  error.name = error.message;
  return error;
}
