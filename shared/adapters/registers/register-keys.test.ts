import { expect, it } from 'vitest';
import { NOW } from '#shared/testing/builders.ts';
import { virtualClock } from '#shared/testing/virtual-clock.ts';
import { registerKeys } from './register-keys.ts';

const reader = (secrets: string[]) => {
  const clock = virtualClock(NOW);
  const read = registerKeys(() => {
    const secret = secrets.shift() ?? '';
    return async () => secret;
  }, clock.now);
  return { read, clock };
};

it('are read once in ten minutes, so that a new key needs no deploy', async () => {
  const { read, clock } = reader(['{"bag":"one"}', '{"bag":"two","brp":"three"}']);
  expect(await read()).toEqual({ bag: 'one' });
  clock.advance(599);
  expect(await read()).toEqual({ bag: 'one' });
  clock.advance(1);
  expect(await read()).toEqual({ bag: 'two', brp: 'three' });
});

it('are none as long as the operator has put none in', async () => {
  expect(await reader(['{"none-yet":"generated"}']).read()).toEqual({});
});

it('are a fault when they are no JSON of that shape', async () => {
  await expect(reader(['l7xx']).read()).rejects.toThrow();
  await expect(reader(['{"bag":7}']).read()).rejects.toThrow();
});
