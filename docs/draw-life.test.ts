import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drawLife } from './draw-life.ts';

it('draws docs/life.md as it stands: run `npm run docs:life` when this fails', () => {
  expect(readFileSync(new URL('life.md', import.meta.url), 'utf8')).toBe(drawLife());
});

it('draws every act, and every way to the end', () => {
  expect(drawLife().match(/^ {2}.*-->.*$/gm)).toEqual([
    '  [*] --> received: submit',
    '  received --> assigned: assign',
    '  assigned --> assigned: check-registers, pass-to-desk, hand-over, take-over, decline, alarm',
    '  assigned --> closed: check-registers, dismiss, triage',
    '  following_up --> following_up: free-plan, pass-to-desk, hand-over, take-over, decline, plan, cannot-go, attempt, alarm, inform',
    '  in_contact --> in_contact: pass-to-desk, hand-over, take-over, decline, alarm, consent, inform, follow-up',
    '  closed --> closed: pass-to-desk, consent, inform',
    '  assigned --> received: release',
    '  assigned --> following_up: triage',
    '  following_up --> in_contact: contact',
    '  following_up --> closed: contact, close',
    '  following_up --> [*]: contact',
    '  in_contact --> closed: close',
    '  closed --> following_up: reopen',
  ]);
});
