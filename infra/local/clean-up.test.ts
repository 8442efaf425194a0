import { expect, it } from 'vitest';
import { cleanUp } from './clean-up.ts';

it('undoes everything once, last first, also past a failure', async () => {
  const undone: string[] = [];
  const undo = cleanUp();
  undo.add(() => void undone.push('first'));
  undo.add(() => {
    throw new Error('stuck');
  });
  undo.add(async () => void undone.push('last'));
  const both = await Promise.allSettled([undo.run(), undo.run()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(undone).toEqual(['last', 'first']);
});
