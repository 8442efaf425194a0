import type { EpochSeconds } from '#shared/domain/time.ts';
import type { Registers } from '#shared/ports/registers.ts';

const FAILURES = 3;
const REST_SECONDS = 30;

/**
 * After three questions in a row without an answer nobody is asked for half a minute: what is out of order is not helped by more, and a sweep
 * of many signals must not wait for each.
 */
export function restedRegisters(ask: Registers, now: () => EpochSeconds): Registers {
  let failures = 0;
  let restsUntil = 0;
  return async (address) => {
    if (now() < restsUntil) throw resting();
    try {
      const answer = await ask(address);
      failures = 0;
      return answer;
    } catch (fault) {
      failures += 1;
      if (failures >= FAILURES) restsUntil = now() + REST_SECONDS;
      throw fault;
    }
  };
}

function resting(): Error {
  const error = new Error('RegistersRest');
  error.name = error.message;
  return error;
}
