import { expect, it } from 'vitest';
import { mailKey, recipientOf, sameMailTo } from './mail-key.ts';

it.each([
  ['notify-1', 'owner-first'],
  ['escalate-triage-1', 'backup-second'],
  ['planned-12', 'visitor'],
  ['update-closed', 'reporter'],
  ['remind-request-1', 'coordinator-first'],
] as const)('the key of %s to %s tells who it is for', (base, to) => {
  expect(mailKey(base, to)).toBe(`${base}-${to}`);
  expect(recipientOf(mailKey(base, to))).toBe(to);
  expect(sameMailTo(mailKey(base, to), 'owner-second')).toBe(`${base}-owner-second`);
});

it.each(['notify-1', 'owner-first', 'notify-1-owner', ''])('%j is no key of a mail', (key) => {
  expect(recipientOf(key)).toBeUndefined();
});
