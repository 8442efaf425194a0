import { expect, it } from 'vitest';
import type { SignalRowView } from '#shared/contracts/console.ts';
import { specialsOf } from './specials.ts';

const plain: SignalRowView = {
  reference: '7G2KQ9XM4T8RBN5W',
  status: 'assigned',
  relation: 'owner',
  ownerName: 'Welzijn Centrum',
  withDesk: false,
  overdue: false,
  escalated: false,
  mailTrouble: false,
  sooner: false,
  practice: false,
  alarm: false,
  held: false,
  aboutThemselves: false,
  receivedAt: '2026-03-03T10:00:00.000Z',
  visitPreferredBefore: '2026-03-04T10:00:00.000Z',
  visitBefore: '2026-03-05T10:00:00.000Z',
};
const said = (more: Partial<SignalRowView>) => specialsOf({ ...plain, ...more }).map(({ says }) => says);

it('says nothing of a signal that is like all others', () => {
  expect(said({})).toEqual([]);
});

it('says danger before what waits, and that before what went wrong', () => {
  const requests = [{ wish: 'erase' as const, at: plain.receivedAt, before: plain.visitBefore }];
  expect(
    said({ mailTrouble: true, escalated: true, addressDoubted: true, sooner: true, requests, alarm: true }),
  ).toEqual(['alarm', 'request', 'sooner', 'addressDoubted', 'escalated', 'mailTrouble']);
});

it('asks a coordinator alone to choose who it is for', () => {
  const step = { name: 'choice' as const, before: plain.visitBefore };
  expect(said({ step, relation: 'coordinator' })).toEqual(['choose']);
  expect(said({ step, relation: 'owner' })).toEqual([]);
});

it('draws attention to everything but who told it', () => {
  const [themselves] = specialsOf({ ...plain, aboutThemselves: true });
  const [practice] = specialsOf({ ...plain, practice: true });
  expect([themselves?.strong, practice?.strong]).toEqual([false, true]);
});
