import { describe, expect, it } from 'vitest';
import { createDrafts } from './drafts.ts';

const chosen = (...answers: string[]) => ({ answers, typed: false });
const typed = (...answers: string[]) => ({ answers, typed: true });

describe('what would be missed if the page went', () => {
  it('is nothing of what a form begins with, however much that is', () => {
    const drafts = createDrafts();
    drafts.keep('A/contact', { door: 'no-worry', way: 'visit', outcome: 'seen-well', agreements: 'Koffie' });
    expect(drafts.wouldBeMissed()).toBe(false);
  });

  it('is a text, but not one answer: that is tapped again', () => {
    const drafts = createDrafts();
    drafts.keep('A/contact', { consent: 'keep' }, chosen('consent'));
    expect(drafts.wouldBeMissed()).toBe(false);
    drafts.keep('B/contact', { agreements: 'Koffie' }, typed('agreements'));
    expect(drafts.wouldBeMissed()).toBe(true);
  });

  it('is a second answer on the same form, not the same one given twice', () => {
    const drafts = createDrafts();
    drafts.keep('A/contact', { consent: 'keep' }, chosen('consent'));
    drafts.keep('A/contact', { consent: 'undecided' }, chosen('consent'));
    drafts.keep('B/contact', { consent: 'keep' }, chosen('consent'));
    expect(drafts.wouldBeMissed()).toBe(false);
    drafts.keep('A/contact', { consent: 'undecided', informed: 'handed' }, chosen('informed'));
    expect(drafts.wouldBeMissed()).toBe(true);
  });

  it('is nothing that was taken back, sent or dropped', () => {
    const drafts = createDrafts();
    drafts.keep('A/contact', { agreements: 'Koffie' }, typed('agreements'));
    drafts.keep('A/contact', { agreements: ' ' }, typed('agreements'));
    expect(drafts.wouldBeMissed()).toBe(false);
    drafts.keep('A/contact', { agreements: 'Koffie' }, typed('agreements'));
    drafts.drop('A/contact');
    expect(drafts.wouldBeMissed()).toBe(false);
  });
});

it('drops everything of one signal, and of no other', () => {
  const drafts = createDrafts();
  for (const key of ['A/contact', 'A/plan', 'AB/plan', 'directory/A']) drafts.keep(key, { key });
  drafts.dropOf('A');
  expect(['A/contact', 'A/plan', 'AB/plan', 'directory/A'].map((key) => drafts.read(key))).toEqual([
    undefined,
    undefined,
    { key: 'AB/plan' },
    { key: 'directory/A' },
  ]);
});
