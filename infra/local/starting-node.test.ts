import { expect, it } from 'vitest';
import { startingNode } from './starting-node.ts';

it('turns away a Node that is too old', () => {
  expect(startingNode('24.21.0')).toBeUndefined();
  expect(startingNode('22.18.0')).toBe(
    'This is Node 22.18.0, and Omzien runs on Node 24. Use: npm ci && npm start (npm brings the right Node).',
  );
});
