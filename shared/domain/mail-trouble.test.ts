import { describe, expect, it } from 'vitest';
import { anAssignedSignal, HOUR, NOW } from '#shared/testing/builders.ts';
import type { MailRecord } from './mail-record.ts';
import { troubledMailboxes } from './mail-trouble.ts';
import { plusElapsed } from './time.ts';

const mail = (state: MailRecord['state'], hours = 1): MailRecord => ({ state, at: plusElapsed(NOW, hours * HOUR) });
const troubled = (mails: Readonly<Record<string, MailRecord>>) => troubledMailboxes(anAssignedSignal({ mails }));

describe('mailboxes that cannot be reached', () => {
  it.each(['failed', 'returned', 'waiting'] as const)('are those whose last mail is %s', (state) => {
    expect(troubled({ 'notify-1-owner-first': mail(state) })).toEqual(['owner-first']);
    expect(troubled({ 'escalate-triage-1-backup-first': mail(state) })).toEqual(['backup-first']);
    expect(troubled({ 'escalate-triage-1-coordinator-second': mail(state) })).toEqual(['coordinator-second']);
  });

  it('are none while mail arrives, is on its way, or had nowhere to go', () => {
    expect(troubled({})).toEqual([]);
    for (const state of ['delivered', 'sent', 'skipped'] as const)
      expect(troubled({ 'notify-1-owner-first': mail(state) })).toEqual([]);
  });

  it('are those too from which nothing was heard, so that the next was written to', () => {
    const silent = { 'notify-1-owner-first': mail('sent'), 'notify-1-owner-second': mail('delivered', 2) };
    expect(troubled(silent)).toEqual(['owner-first']);
    expect(troubled({ ...silent, 'notify-1-owner-second': mail('skipped', 2) })).toEqual(['owner-first']);
  });

  it('are mended by a later mail that arrives', () => {
    const failed = { 'notify-1-owner-first': mail('failed') };
    expect(troubled({ ...failed, 'remind-triage-1-owner-first': mail('delivered', 2) })).toEqual([]);
    expect(troubled({ ...failed, 'remind-triage-1-owner-first': mail('delivered', 0) })).toEqual(['owner-first']);
  });

  it('are not the present owner’s when an earlier one missed a mail, and never the reporter’s', () => {
    expect(troubled({ 'notify-1-owner-first': mail('failed', -1) })).toEqual([]);
    expect(troubled({ 'update-received-reporter': mail('failed') })).toEqual([]);
  });
});
