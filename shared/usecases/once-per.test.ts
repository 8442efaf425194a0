import { expect, it } from 'vitest';
import { aTown } from '../../tests/support/memory-town.ts';
import { oncePer } from './once-per.ts';

const KEPT_SECONDS = 86_400;

async function work() {
  const town = await aTown();
  const deps = { access: town.access, now: town.clock.now };
  let done = 0;
  const once = (key: string, fault?: Error) =>
    oncePer(deps, key, KEPT_SECONDS, async () => {
      if (fault) throw fault;
      done += 1;
    });
  return { town, once, done: () => done };
}

it('does its work once for each key', async () => {
  const { once, done } = await work();
  await Promise.all([once('monday'), once('monday')]);
  await once('monday');
  expect(done()).toBe(1);
  await once('tuesday');
  expect(done()).toBe(2);
});

it('does it again after a failure, once nobody can be at it any more', async () => {
  const { town, once, done } = await work();
  await expect(once('monday', new Error('no mail today'))).rejects.toThrow('no mail today');
  await once('monday');
  expect(done()).toBe(0);
  town.clock.advance(60);
  await once('monday');
  expect(done()).toBe(1);
});
